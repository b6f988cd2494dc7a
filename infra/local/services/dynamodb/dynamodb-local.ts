import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EngineProgram } from "./engine-program.ts";

/**
 * Amazon's DynamoDB Local: it runs on every platform that has Java, and refuses what the real service refuses (an item of
 * more than 400 KB, a transaction of more than 100 items). `manifest` is the package.json that its files lie beside.
 */
export function dynamoDbLocal(manifest: string): EngineProgram | undefined {
  const home = join(dirname(manifest), "emulator");
  const jar = join(home, "DynamoDBLocal.jar");
  if (!existsSync(jar) || !hasJava()) return undefined;
  return {
    kind: "program",
    path: "java",
    file: "shared-local-instance.db",
    args: (port, directory) => [
      "-Xmx512m",
      `-Djava.library.path=${join(home, "DynamoDBLocal_lib")}`,
      "-jar",
      jar,
      "-disableTelemetry",
      "-sharedDb",
      "-port",
      String(port),
      "-dbPath",
      directory,
    ],
  };
}

/** True if a Java runtime answers on this machine. */
export function hasJava(): boolean {
  return spawnSync("java", ["-version"], { stdio: "ignore" }).status === 0;
}

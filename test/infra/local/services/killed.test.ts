import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { startServices } from "../../../../infra/local/services/index.ts";
import { clientsFor } from "./cloud.ts";

/** Runs the writing child over the folder, kills it hard after `rounds`, and gives the last instant it said. */
async function killAfter(rounds: number, directory: string): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "killed-child.ts"), directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  let said = 0;
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    said += 1;
    if (said === rounds) child.kill("SIGKILL");
  }
  await exited;
  // At least: more may have been on their way.
  expect(said).toBeGreaterThanOrEqual(rounds);
  return last;
}

test("a cloud killed in the middle of work has lost nothing it had acknowledged", async () => {
  const directory = mkdtempSync(join(tmpdir(), "jiesu-killed-"));
  const rounds = 25;
  const last = await killAfter(rounds, directory);
  const enginePid = Number(readFileSync(join(directory, "engine.pid"), "utf8"));
  const services = await startServices({ directory, port: 0, startAt: 0 });
  try {
    const names = Array.from({ length: rounds }, (_, i) => `r${i}`);
    expect(services.clock.now()).toBeGreaterThanOrEqual(last);
    const { visible } = services.queues.counts().find(({ name }) => name === "work")!;
    expect(visible).toBeGreaterThanOrEqual(rounds);
    expect(services.schedules.list().map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(services.objects.list("files").map(({ key }) => key)).toEqual(expect.arrayContaining(names));
    expect(services.mails.sent().map(({ subject }) => subject)).toEqual(expect.arrayContaining(names));
    const { Items } = await clientsFor(services).dynamodb.send(new ScanCommand({ TableName: "rounds" }));
    expect(Items?.map(({ pk }) => pk?.S)).toEqual(expect.arrayContaining(names));
    // The killed cloud's engine does not live on beside the new one.
    expect(() => process.kill(enginePid, 0)).toThrow(/ESRCH/);
  } finally {
    await services.close();
    rmSync(directory, { recursive: true, force: true });
  }
});

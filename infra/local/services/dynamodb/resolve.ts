import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as z from "zod";
import { dynamoDbLocal } from "./dynamodb-local.ts";
import type { EngineProgram } from "./engine-program.ts";

/** Where the DynamoDB engine is: a program to start, or the address of one that the user runs. */
export type EngineLocation = EngineProgram | { readonly kind: "address"; readonly url: URL };

const manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]).optional() });

/** Where Amazon's DynamoDB Local comes from as a package. */
const LOCAL_PACKAGE = "amplify-dynamodb-simulator";

/** Engines that one may ask for by name. */
export const engineNames = ["dynoxide", "dynamodb-local"] as const;
export type EngineName = (typeof engineNames)[number];

/**
 * JIESU_DYNAMODB_ENDPOINT if given; else the engine that JIESU_ENGINE names; else the installed
 * `@dynoxide/<platform>-<arch>` or `dynoxide`, and where there is none, Amazon's DynamoDB Local on Java. Throws one sentence
 * for people when there is none of them.
 */
export function resolveEngine(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
  architecture: string,
): EngineLocation {
  const given = environment.JIESU_DYNAMODB_ENDPOINT;
  if (given !== undefined && given !== "") {
    if (!URL.canParse(given)) throw new Error(`JIESU_DYNAMODB_ENDPOINT 不是网址 · is no address: ${given}`);
    return { kind: "address", url: new URL(given) };
  }
  const asked = environment.JIESU_ENGINE;
  if (asked !== undefined && asked !== "" && !engineNames.some((name) => name === asked)) {
    throw new Error(`JIESU_ENGINE 只能是 · is one of: ${engineNames.join(", ")}`);
  }
  const native = `@dynoxide/${platform}-${architecture}`;
  const engine =
    (asked === "dynamodb-local" ? undefined : dynoxide(native, platform)) ??
    (asked === "dynoxide" ? undefined : localOf());
  if (engine !== undefined) return engine;
  throw new Error(
    `没有适用于本机（${platform}-${architecture}）的 DynamoDB 引擎：请安装 ${native}，或安装 Java 17 以上版本，` +
      "或用 JIESU_DYNAMODB_ENDPOINT 指向一个 DynamoDB Local。" +
      ` · There is no DynamoDB engine for this machine (${platform}-${architecture}): install ${native}, or Java 17 or newer,` +
      " or point JIESU_DYNAMODB_ENDPOINT to a DynamoDB Local.",
  );
}

function dynoxide(native: string, platform: string): EngineProgram | undefined {
  const path = programOf(native, platform) ?? programOf("dynoxide", platform);
  if (path === undefined) return undefined;
  const args = (port: number, directory: string) => [
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--db-path",
    join(directory, "tables.db"),
  ];
  return { kind: "program", path, file: "tables.db", args };
}

function localOf(): EngineProgram | undefined {
  const file = manifestOf(LOCAL_PACKAGE);
  return file === undefined ? undefined : dynamoDbLocal(file);
}

function programOf(packageName: string, platform: string): string | undefined {
  const file = manifestOf(packageName);
  if (file === undefined) return undefined;
  const { bin } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const fallback = platform === "win32" ? "dynoxide.exe" : "dynoxide";
  const relative = typeof bin === "string" ? bin : (bin?.dynoxide ?? fallback);
  return join(dirname(file), relative);
}

function manifestOf(packageName: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as z from "zod";

/** Where the DynamoDB engine is: a program to start, or the address of one that the user runs. */
export type EngineLocation =
  | { readonly kind: "program"; readonly path: string }
  | { readonly kind: "address"; readonly url: URL };

const manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]).optional() });

/**
 * JIESU_DYNAMODB_ENDPOINT if given, else the installed `@dynoxide/<platform>-<arch>` or `dynoxide`. Throws one
 * sentence for people when there is none.
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
  const native = `@dynoxide/${platform}-${architecture}`;
  const path = programOf(native, platform) ?? programOf("dynoxide", platform);
  if (path !== undefined) return { kind: "program", path };
  throw new Error(
    `没有适用于本机（${platform}-${architecture}）的 DynamoDB 引擎：请安装 ${native} 或 dynoxide，` +
      "或用 JIESU_DYNAMODB_ENDPOINT 指向一个 DynamoDB Local。" +
      ` · There is no DynamoDB engine for this machine (${platform}-${architecture}): install ${native} or dynoxide,` +
      " or point JIESU_DYNAMODB_ENDPOINT to a DynamoDB Local.",
  );
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

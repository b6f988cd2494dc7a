import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "..", "..");

async function filesBelow(path: string, except: readonly string[]): Promise<string[]> {
  if (except.includes(relative(root, path)) || !existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (entries === undefined) return [path];
  const nested = await Promise.all(entries.map((entry) => filesBelow(join(path, entry.name), except)));
  return nested.flat();
}

/** Hash over names and contents of files and whole folders, all named from the project's root. */
export async function contentHash(
  inputs: readonly string[],
  except: readonly string[] = [],
): Promise<string> {
  const files = (await Promise.all(inputs.map((input) => filesBelow(join(root, input), except))))
    .flat()
    .sort();
  const hash = createHash("sha256");
  for (const file of files) {
    const content = await readFile(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 24);
}

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildEntry } from "../../../infra/constructs/bundle.ts";
import { sourceStack } from "../../../lib/adapters/runtime/source-stack.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiesu-stack-"));
});
afterAll(() => rm(folder, { recursive: true }));

const source = `
function refused(matter: string): never {
  throw new RangeError(matter);
}
export const handler = (): never => refused("水管漏水");
`;

test("a stack of a bundle says the line of the source, in a module that was loaded at once too", async () => {
  const entry = join(folder, "desk.ts");
  await writeFile(entry, source);
  buildEntry(entry, join(folder, "built"));
  const bundle = join(folder, "built", "index.mjs");
  const stack = stackOf(bundle);
  expect(stack).toContain("index.mjs");
  const mapped = sourceStack(stack);
  expect(mapped).not.toContain("index.mjs");
  expect(mapped).toMatch(/^RangeError: 水管漏水\n/);
  expect(mapped.match(/desk\.ts:\d+:\d+/g)).toEqual(["desk.ts:3:9", "desk.ts:5:37"]);
  // One byte a character: V8 reads it faster.
  expect(await readFile(bundle, "latin1")).not.toMatch(/[^\p{ASCII}]/u);
});

test("what has no map, and what is no place at all, stays as it is", () => {
  const stack = `Error: file:///nowhere/x.mjs:1:2\n    at run (file://${folder}/none.mjs:3:4)\n    at node:internal/x:1:1`;
  expect(sourceStack(stack)).toBe(stack);
});

/** As Node gives it in a process of its own: this one maps by itself. */
function stackOf(bundle: string): string {
  const call =
    "const { handler } = await import(process.argv[1]); try { handler(); } catch (e) { process.stdout.write(e.stack); }";
  const asked = ["--input-type=module", "-e", call, bundle];
  return execFileSync(process.execPath, asked, { env: {}, encoding: "utf8" });
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDirectory, StartError } from "../../../../infra/local/host/lock.ts";
import { type SampleCompany, sampleCompany } from "../../../../infra/local/host/sample.ts";
import { inputHash } from "../../../../infra/local/synth.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "jiesu-lock-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test("a folder in use by a living process is refused with its number, and is free again after the release", () => {
  const release = lockDirectory(directory);
  release();
  writeFileSync(join(directory, "start.pid"), String(process.ppid));
  expect(() => lockDirectory(directory)).toThrow(StartError);
  expect(() => lockDirectory(directory)).toThrow(new RegExp(`${process.ppid}.* · `));
});

test("the lock of a killed process is taken over", () => {
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  writeFileSync(join(directory, "start.pid"), String(dead));
  const release = lockDirectory(directory);
  expect(readFileSync(join(directory, "start.pid"), "utf8")).toBe(String(process.pid));
  release();
});

test("the sample company is imported once; an import that broke off is made again", async () => {
  const company = { users: [{ id: "p-1", name: "王芳", post: "客服" }], channelKeys: [] };
  const context = { env: {}, now: 0 };
  const importing = (run: () => Promise<SampleCompany>) =>
    sampleCompany(directory, { import: run, connect: () => Promise.resolve() }, context);
  await expect(importing(() => Promise.reject(new Error("cut")))).rejects.toThrow("cut");
  expect(await importing(() => Promise.resolve(company))).toEqual(company);
  expect(await importing(() => Promise.reject(new Error("imported twice")))).toEqual(company);
});

test("the synth cache's key depends on the inputs only", async () => {
  expect(await inputHash()).toBe(await inputHash());
});

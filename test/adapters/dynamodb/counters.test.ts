import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { counters } from "../../../lib/adapters/dynamodb/core/counters.ts";
import { installationSettings, loadSettings } from "../../../lib/adapters/dynamodb/core/settings.ts";
import { newHashKey } from "../../../lib/adapters/runtime/crypto.ts";
import { at } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());
const now = at("2026-02-13 10:00");

describe("numbers (D10)", () => {
  test("fifty callers at once get fifty different numbers without a gap; each prefix counts for itself", async () => {
    const numbers = counters(await local.newTable());
    const taken = await Promise.all(Array.from({ length: 50 }, () => numbers.next("W")));
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(await numbers.next("")).toBe(1);
    expect(await numbers.next("Q")).toBe(1);
    expect(await numbers.next("W")).toBe(51);
  });

  test("what is counted for a while is counted by name, apart from the running numbers", async () => {
    const count = counters(await local.newTable());
    expect([
      await count.hit("mails#x", now),
      await count.hit("mails#x", now),
      await count.hit("mails#y", now),
    ]).toEqual([1, 2, 1]);
  });
});

test("a counter goes on behind a number that was given elsewhere, and never back", async () => {
  const store = counters(await local.newTable());
  await store.raise("Q", 17);
  expect(await store.next("Q")).toBe(18);
  await store.raise("Q", 5);
  expect(await store.next("Q")).toBe(19);
});

describe("installation settings", () => {
  test("of many first callers one decides and all get the same key", async () => {
    const table = await local.newTable();
    expect(await loadSettings(table)).toBeUndefined();
    const all = await Promise.all(Array.from({ length: 8 }, () => installationSettings(table, newHashKey)));
    expect(new Set(all.map(({ hashKey }) => hashKey)).size).toBe(1);
    expect(Buffer.from(all[0]!.hashKey!, "base64url")).toHaveLength(32);
    expect(await loadSettings(table)).toEqual({
      hashKey: all[0]!.hashKey,
      alarmShards: 16,
      documentForm: "slim",
    });
  });
});

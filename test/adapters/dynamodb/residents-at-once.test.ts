import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { flood } from "../../support/flood.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

/** `npm run bench:flood` does it with five hundred. */
test("ten residents each send five times at once: one number each, and everybody sees the receipt", async () => {
  const { numbers, other } = await flood(await local.newTable(), 10, 5);
  expect(other).toEqual([]);
  expect([numbers.length, new Set(numbers).size]).toEqual([10, 10]);
});

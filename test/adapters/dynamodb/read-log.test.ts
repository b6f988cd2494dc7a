import { afterAll, beforeAll, expect, test } from "vitest";
import { readLog } from "../../../lib/adapters/dynamodb/work/read-log.ts";
import { at } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const read = {
  complaintId: "c-1",
  number: "W001",
  projectId: "project-1",
  by: "clerk-1",
  way: "complaint",
} as const;
const until = at("2029-03-01 00:00");

test("an hour's reading is one entry with its count, under the complaint and under the person, the newest hour first", async () => {
  const log = readLog(await local.newTable());
  const early = at("2026-03-02 10:05");
  expect(await log.record(read, early, until)).toBe(true);
  expect(await log.record(read, at("2026-03-02 10:55"), until)).toBe(false);
  expect(await log.record({ ...read, way: "history" }, at("2026-03-02 10:56"), until)).toBe(true);
  expect(await log.record({ ...read, by: "manager-1" }, at("2026-03-02 11:00"), until)).toBe(true);
  expect(
    await log.record({ ...read, complaintId: "c-2", number: "W002" }, at("2026-03-02 12:00"), until),
  ).toBe(true);

  const { items } = await log.ofComplaint("c-1", { limit: 10 });
  expect(items.map(({ by, way, times }) => [by, way, times])).toEqual([
    ["manager-1", "complaint", 1],
    ["clerk-1", "history", 1],
    ["clerk-1", "complaint", 2],
  ]);
  expect(items[2]).toEqual({ ...read, firstAt: early, lastAt: at("2026-03-02 10:55"), times: 2 });

  const first = await log.ofPerson("clerk-1", { limit: 1 });
  expect(first.items).toMatchObject([{ number: "W002" }]);
  const rest = await log.ofPerson("clerk-1", { limit: 5, cursor: first.cursor ?? "" });
  expect(rest.items.map(({ number, way }) => [number, way])).toEqual([
    ["W001", "history"],
    ["W001", "complaint"],
  ]);
});

test("of ten readings at once each counts, and exactly one is the first", async () => {
  const log = readLog(await local.newTable());
  const told = await Promise.all(
    Array.from({ length: 10 }, () => log.record(read, at("2026-03-02 10:05"), until)),
  );
  expect(told.filter(Boolean)).toHaveLength(1);
  expect((await log.ofComplaint("c-1", { limit: 5 })).items).toMatchObject([{ times: 10 }]);
});

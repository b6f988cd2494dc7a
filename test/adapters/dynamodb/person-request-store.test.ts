import { afterAll, beforeAll, expect, test } from "vitest";
import { personRequestStore } from "../../../lib/adapters/dynamodb/work/person-request-store.ts";
import type { PersonDataRequest } from "../../../lib/domain/person-data/request.ts";
import { at } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

function request(day: string): PersonDataRequest {
  const askedAt = at(`2026-03-${day} 10:00`);
  return {
    id: `202603${day}-x`,
    kind: "erasure",
    complaintId: "c".padEnd(26, "x"),
    number: "W001",
    projectId: "project-1",
    by: { kind: "customer" },
    askedAt,
    dueAt: at("2026-03-23 18:00"),
  };
}

test("a request stands once, the newest first, and is decided once by whoever comes first", async () => {
  const store = personRequestStore(await local.newTable());
  const [older, newer] = [request("02"), request("03")];
  await store.put(older);
  await store.put(newer);
  await store.put({ ...older, number: "W999" });
  const first = await store.list({ limit: 1 });
  expect(first.items).toEqual([newer]);
  const rest = await store.list({ limit: 1, cursor: first.cursor ?? "" });
  expect(rest.items).toEqual([older]);

  const decided = { at: at("2026-03-05 09:00"), by: "manager-1" };
  const done = { ...older, decided: { ...decided, outcome: "done" as const } };
  const refused = { ...older, decided: { ...decided, outcome: "refused" as const, reason: "无法核实" } };
  const [one, other] = await Promise.all([store.decide(done), store.decide(refused)]);
  expect([one, other].filter(Boolean)).toHaveLength(1);
  expect(await store.find(older.id)).toEqual(one ? done : refused);
  await store.put(older);
  expect((await store.find(older.id))?.decided).toBeDefined();
  expect(await store.decide({ ...done, id: "20260301-nobody" })).toBe(false);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { paperLog } from "../../../lib/adapters/dynamodb/complaints/paper-log.ts";
import { at } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

test("the forms taken of a complaint come back oldest first, and no other's", async () => {
  const log = paperLog(await local.newTable());
  const taken = (id: string, complaintId: string, when: string) =>
    ({ id, complaintId, form: "reply-letter", by: "clerk-1", at: at(when) }) as const;
  const late = taken("a", "c1", "2026-03-03 09:00");
  const early = taken("b", "c1", "2026-03-02 09:00");
  for (const one of [late, early, taken("c", "c2", "2026-03-02 09:00")]) await log.record(one);
  expect(await log.ofComplaint("c1")).toEqual([early, late]);
  expect(await log.ofComplaint("c3")).toEqual([]);
});

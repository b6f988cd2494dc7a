import { expect, test } from "vitest";
import { packedFact, packFact } from "../../../lib/adapters/dynamodb/complaints/fact-codec.ts";
import type { FactRow } from "../../../lib/domain/statistics/fact-row.ts";

const full: Required<FactRow> = {
  number: "2026-10-D1-001",
  projectId: "lake",
  channel: "phone",
  kind: "complaint",
  status: "resolved",
  receivedAt: "2026-10-09T01:00:00.000Z",
  dueAt: "2026-10-14T10:00:00.000Z",
  nextDueAt: "2026-10-20T10:00:00.000Z",
  completedAt: "2026-10-13T02:00:00.000Z",
  endedAt: "2026-10-21T02:00:00.000Z",
  validity: "valid",
  classCode: "1.7.2",
  estateClass: "物业服务",
  level: "B",
  firstGrade: 4,
  handlerId: "lake-manager",
  actionOwners: "lake-engineer\nlake-manager",
  lastEventAt: "2026-10-21T02:00:00.000Z",
  rules: "default@1 cn-2026.1",
  actions: 2,
  ratedAt: "2026-04-02T08:00:00.000Z",
};

test("every field of the fact row has a letter of its own and comes back as it was", () => {
  const packed = packFact(full);
  expect(Object.keys(packed)).toHaveLength(Object.keys(full).length);
  expect(packedFact.parse(packed)).toEqual(full);
});

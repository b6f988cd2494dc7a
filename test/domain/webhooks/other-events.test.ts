import { expect, test } from "vitest";
import type { EmergencyReport } from "../../../lib/domain/emergencies/emergency.ts";
import type { GroupFact } from "../../../lib/domain/groups/events.ts";
import { emergencyTold, owingReport } from "../../../lib/domain/webhooks/emergency-event.ts";
import { groupTold } from "../../../lib/domain/webhooks/group-event.ts";
import { at, later } from "../../support/builders.ts";
import { emergencyAt } from "../../support/emergencies.ts";
import { candidates, crowd, standing } from "../groups/life.ts";

const now = at("2026-03-02 10:00");

/** What is told of this fact in a group's outbox, and of nothing else that happened to the group. */
function toldOf(fact: GroupFact) {
  const group = standing();
  const [first] = group.events;
  if (first === undefined) throw new Error("a group without events");
  const event = { ...first, seq: 90, fact };
  return groupTold({ ...group, events: [...group.events, event] }, [90]);
}

const rung = {
  type: "rungDecided",
  name: "result",
  cycle: 1,
  rung: "limit",
  due: now,
  lateBy: 7,
  recipients: [],
} as const;
const newcomers = candidates(crowd()).slice(0, 2);

test.each<[string, GroupFact, object]>([
  [
    "group.joined",
    { type: "membersAdded", members: newcomers, joined: false },
    { changed: newcomers.map(({ complaintId }) => complaintId) },
  ],
  ["group.left", { type: "memberLeft", complaintId: "gone", barred: true }, { changed: ["gone"] }],
  ["group.escalated", rung, { clock: "result", rung: "limit", lateBy: 7 }],
  ["group.resolved", { type: "resolved", sample: [] }, {}],
  ["group.closed", { type: "closed" }, {}],
  ["group.dissolved", { type: "dissolved", because: "too-few" }, {}],
])("%s is told with who came or went, or what rang", (kind, fact, more) => {
  const group = standing();
  const told = toldOf(fact);
  expect(told).toMatchObject([{ kind, key: `${group.identity.id}#90`, payload: { type: kind } }]);
  const [{ complaintIds, ...data } = {}] = told.map(
    ({ payload }): Record<string, unknown> => ({ ...payload.data }),
  );
  expect(complaintIds).toEqual(group.members.map(({ complaintId }) => complaintId));
  const known = ["groupId", "seq", "projectId", "classCode", "level", "status", "proposedAt"];
  expect(Object.fromEntries(Object.entries(data).filter(([name]) => !known.includes(name)))).toEqual(more);
});

test("a rung for which nobody was told, and what is ours alone, is told to nobody outside", () => {
  expect(toldOf({ ...rung, unneeded: true })).toEqual([]);
  expect(toldOf({ type: "rungAcknowledged", name: "result", cycle: 1, rung: "limit" })).toEqual([]);
});

const report = (seq: number, more: Partial<EmergencyReport> = {}): EmergencyReport => ({
  seq,
  stage: "first",
  at: later(now, 1),
  late: false,
  by: "clerk-1",
  commandId: `clerk-1:${seq}`,
  request: "hash",
  ...more,
});

test("of an emergency event only what its outbox names is told, each report under a name of its own", () => {
  const event = emergencyAt(now);
  expect(owingReport(event)).toBe(event);
  const reported = {
    ...event,
    outbox: [],
    reports: [report(2), report(3, { stage: "written", late: true })],
  };
  const { outbox } = owingReport(reported);
  expect(emergencyTold(reported, outbox)).toMatchObject([
    {
      kind: "emergency.reported",
      key: `${event.registration.id}#report-3`,
      payload: { data: { stage: "written", late: true } },
    },
  ]);
  expect(emergencyTold(reported, [])).toEqual([]);
});

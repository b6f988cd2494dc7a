import { describe, expect, test } from "vitest";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { factsSince, newestClock, person, running, toldSince, typesSince } from "../../support/acts.ts";
import { after, at, later, personal, plain, refusal, registered, resolved } from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 1);
const start = () => registered(received);
const limitAt = later(received, 48);
const assign = (more: object = {}): Command => ({ type: "assign", departmentId: "engineering", ...more });
const transfer = (more: object = {}): Command => ({
  type: "transfer",
  departmentId: "security",
  reason: personal("归秩序部"),
  ...more,
});
const handled = () => after(start(), assign({ handlerId: "handler-1", limitAt }), now);

describe("交办 (D4, D6)", () => {
  test("a department with its limit (限期), a handler who has to accept", () => {
    expect(handled()).toMatchObject({
      status: "handling",
      departmentId: "engineering",
      handlerId: "handler-1",
    });
    expect(typesSince(start(), handled())).toEqual(["assigned", "clockStarted", "clockStarted"]);
    expect(newestClock(handled(), "accept")).toMatchObject({ key: "1", startedAt: now });
    expect(newestClock(handled(), "department")).toMatchObject({ key: "1", startedAt: now });
    expect(dueAt(newestClock(handled(), "department"))).toBe(limitAt);
    expect(running(after(start(), assign(), now))).not.toContain("department");
  });

  test("a limit lies ahead", () => {
    for (const limit of [now, later(now, -1)]) {
      for (const [complaint, command] of [
        [start(), assign({ limitAt: limit })],
        [handled(), transfer({ limitAt: limit })],
      ] as const) {
        expect(refusal(complaint, command, now)).toEqual({ refused: "limit-in-the-past" });
      }
    }
  });

  test("assigned anew, the first department waits for nothing and the second accepts anew", () => {
    const again = after(handled(), assign({ departmentId: "service", limitAt }), later(now, 1));
    for (const name of ["accept", "department"] as const) {
      const clocks = again.clocks.filter((clock) => clock.name === name);
      expect(clocks.map(({ key, stoppedAt }) => [key, stoppedAt])).toEqual([
        ["1", later(now, 1)],
        ["2", undefined],
      ]);
    }
  });

  test("转交 to another department or handler, with its reason; to whom it is with already it is none", () => {
    const moved = after(handled(), transfer({ handlerId: "guard-1" }), later(now, 1));
    expect(moved).toMatchObject({ departmentId: "security", handlerId: "guard-1", assignments: 2 });
    expect(toldSince(handled(), moved)).toEqual({ reason: "归秩序部" });
    expect(factsSince(handled(), moved)[0]).toEqual({
      type: "transferred",
      departmentId: "security",
      handlerId: "guard-1",
    });
    const department = after(handled(), transfer(), later(now, 1));
    expect(factsSince(handled(), department)[0]).toEqual({ type: "transferred", departmentId: "security" });
    expect(department.handlerId).toBeUndefined();
    const within = { departmentId: "engineering" };
    const same = transfer({ ...within, handlerId: "handler-1" });
    expect(refusal(handled(), same, now)).toEqual({ refused: "same-holder" });
    expect(after(handled(), transfer({ ...within, handlerId: "x" }), later(now, 1)).handlerId).toBe("x");
    expect(after(handled(), transfer({ handlerId: "handler-1" }), later(now, 1)).departmentId).toBe(
      "security",
    );
  });

  test("接单 (D6): taken once", () => {
    const taken = after(handled(), plain.accept(), later(now, 1));
    expect(typesSince(handled(), taken)).toEqual(["accepted", "clockStopped"]);
    expect(newestClock(taken, "accept").stoppedAt).toBe(later(now, 1));
    expect(running(taken)).toContain("department");
    expect(refusal(taken, plain.accept(), later(now, 2))).toEqual({ refused: "accepted-before" });
  });
});

describe("steps of D11 and D13", () => {
  test("who took part is fact, what was found stands beside it; each is counted", () => {
    const investigate = (testimonies: number): Command => ({
      type: "investigate",
      text: personal("现场查看"),
      departmentIds: ["engineering"],
      personIds: ["handler-1"],
      testimonies,
    });
    const once = after(handled(), investigate(2), now);
    expect(factsSince(handled(), once)).toEqual([
      {
        type: "stepRecorded",
        step: "investigate",
        departmentIds: ["engineering"],
        personIds: ["handler-1"],
        testimonies: 2,
      },
    ]);
    expect(toldSince(handled(), once)).toEqual({ text: "现场查看" });
    const twice = after(after(once, investigate(1), now), plain.consult(), now);
    expect(twice).toMatchObject({ steps: { investigate: 2, consult: 1 }, testimonies: 3 });
    expect(after(handled(), plain.consult(), now).testimonies).toBeUndefined();
  });
});

describe("progress and time nodes (D2)", () => {
  const nodes = [40, 60].map((hours) => ({ dueAt: later(received, hours), text: personal("节点") }));
  const act = { kind: "write", text: personal("方案"), nodes } as const;
  const written = () => after(handled(), { type: "plan", act }, now);
  const approved = () => after(written(), { type: "plan", act: { kind: "approve" } }, now, person("head-1"));
  const planned = () => after(approved(), { type: "plan", act: { kind: "agree", via: "phone" } }, now);
  const progress = (nodeId?: string): Command => ({
    type: "progress",
    text: personal("配件已到"),
    ...(nodeId === undefined ? {} : { nodeId }),
  });

  test("progress alone ends no node", () => {
    const done = after(planned(), progress(), later(now, 1));
    expect(factsSince(planned(), done)).toEqual([{ type: "progressed" }]);
    expect(toldSince(planned(), done)).toEqual({ text: "配件已到" });
    expect(done.plan).toEqual(planned().plan);
  });

  test("a node is done once, at that moment, and only its clock stops", () => {
    const done = after(planned(), progress("n1"), later(now, 1));
    expect(factsSince(planned(), done)).toMatchObject([
      { type: "progressed", nodeId: "n1" },
      { type: "clockStopped", name: "node", key: "n1", at: later(now, 1) },
    ]);
    expect(toldSince(planned(), done)).toEqual({ text: "配件已到" });
    expect(done.plan?.nodes.map(({ doneAt }) => doneAt)).toEqual([later(now, 1), undefined]);
    expect(refusal(done, progress("n1"), later(now, 2))).toEqual({ refused: "node-done-before" });
    expect(refusal(done, progress("n3"), later(now, 2))).toEqual({ refused: "unknown-node" });
    expect(refusal(handled(), progress("n1"), later(now, 2))).toEqual({ refused: "unknown-node" });
  });
});

describe("D11: the daily report", () => {
  test.each([{}, { level: "C" }] as const)("is not for the rest: %o", (more) => {
    expect(refusal(registered(received, more), plain["daily-report"](), now)).toEqual({
      refused: "not-grave",
    });
  });

  test.each(["A", "B"] as const)("%s: it answers its day, and the next day's is due", (level) => {
    const complaint = registered(received, { level });
    const reported = after(complaint, plain["daily-report"](), now);
    expect(factsSince(complaint, reported)).toMatchObject([
      { type: "dailyReported", departmentIds: ["engineering"] },
      { type: "clockStopped", name: "dailyReport", key: "2026-03-02", at: now },
      { type: "clockStarted", name: "dailyReport", key: "2026-03-03" },
    ]);
    expect(toldSince(complaint, reported)).toEqual({ text: "已联系工程部" });
    expect(reported.steps).toEqual({ "daily-report": 1 });
  });

  test("one that is solved is reported on without a next day", () => {
    const solved = resolved(received, { level: "A" });
    const reported = after(solved, plain["daily-report"](), later(received, 3));
    expect(typesSince(solved, reported)).toEqual(["dailyReported"]);
  });
});

describe("the result (D6, D12)", () => {
  const resolve = (more: object = {}): Command => ({
    type: "resolve",
    via: "phone",
    text: personal("已修复"),
    ...more,
  });

  test("ends everything that waited for it; from then on the follow-up is due", () => {
    const grave = after(handled(), { type: "classify", classCode: "1.2", level: "A" }, now);
    expect(running(grave)).toEqual(["accept", "dailyReport", "department", "firstReply", "plan", "result"]);
    const done = after(grave, resolve({ occurredAt: later(now, 1) }), later(now, 2));
    expect(running(done)).toEqual(["followUp"]);
    expect(newestClock(done, "followUp").startedAt).toBe(later(now, 1));
    expect(done.events.at(-1)?.occurredAt).toBe(later(now, 2));
    expect(factsSince(grave, done)[0]).toEqual({ type: "resolved", via: "phone" });
    expect(toldSince(grave, done)).toEqual({ text: "已修复" });
    expect(done.resolvedBy).toEqual({ kind: "person", id: "supervisor-1" });
  });

  test("it was told between receipt and now, both included", () => {
    expect(after(handled(), resolve({ occurredAt: received }), now).resolvedAt).toBe(received);
    expect(after(handled(), resolve({ occurredAt: now }), now).resolvedAt).toBe(now);
    expect(refusal(handled(), resolve({ occurredAt: later(received, -0.1) }), now).refused).toBe(
      "occurred-out-of-range",
    );
  });

  test("公示回复 is for those who left no contact, in a group as alone; nobody is asked afterwards", () => {
    for (const reachable of [handled(), after(handled(), plain["join-group"](), now)])
      expect(refusal(reachable, resolve({ via: "posted" }), now)).toEqual({ refused: "contact-known" });
    const silent = after(registered(received, { anonymous: true }, {}), assign(), now);
    const posted = after(silent, resolve({ via: "posted" }), now);
    expect(running(posted)).not.toContain("followUp");
    const mailed = after(registered(received, {}, { email: personal("o@home.example") }), assign(), now);
    expect(running(after(mailed, resolve({ via: "email" }), now))).toContain("followUp");
  });
});

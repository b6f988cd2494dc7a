import { describe, expect, test } from "vitest";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Recipients } from "../../../lib/domain/complaint/decision.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { gradesOf } from "../../../lib/domain/complaint/grades.ts";
import { factsSince, head, newestClock, person, toldSince, typesSince } from "../../support/acts.ts";
import {
  after,
  at,
  closed,
  later,
  local,
  personal,
  plain,
  refusal,
  registered,
  resolved,
  timer,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 4);
const open = () => resolved(received);

describe("D4: a second person confirms the work", () => {
  test.each(["sign-off", "check-effect"] as const)("%s is not for whoever solved it", (name) => {
    expect(refusal(open(), plain[name](), now)).toEqual({ refused: "second-person-required" });
    expect(typesSince(open(), after(open(), plain[name](), now, head))).toHaveLength(1);
    const invalid = after(registered(received), { ...plain.judge(), validity: "invalid" } as Command, now);
    const explained = after(invalid, plain["explain-invalid"](), now);
    expect(
      typesSince(explained, after(explained, plain[name](), now, { posts: ["department-head"] })),
    ).toHaveLength(1);
  });

  test("the department's head signs once, with or without words", () => {
    const text = personal("属实");
    const signed = after(open(), { type: "sign-off", text }, now, head);
    expect(signed.signedOffAt).toBe(now);
    expect(toldSince(open(), signed)).toEqual({ text: "属实" });
    expect(refusal(signed, plain["sign-off"](), later(now, 1), head)).toEqual({ refused: "signed-before" });
  });

  test("客户服务经理 checks the effect; what has no effect is not checked off", () => {
    const check = (effective: boolean): Command => ({
      type: "check-effect",
      effective,
      text: personal(effective ? "运行正常" : "仍漏水"),
    });
    const vain = after(open(), check(false), now, head);
    expect(factsSince(open(), vain)).toEqual([{ type: "effectChecked", effective: false }]);
    expect(vain.effectCheckedAt).toBeUndefined();
    expect(toldSince(open(), vain)).toEqual({ text: "仍漏水" });
    expect(after(vain, check(true), later(now, 1), head).effectCheckedAt).toBe(later(now, 1));
  });

  test("返单: what was signed, checked and said of the first handling does not count for the second", () => {
    const confirmed = (["sign-off", "check-effect"] as const).reduce(
      (complaint, name) => after(complaint, plain[name](), now, head),
      after(open(), plain.opinion(), now),
    );
    const again = after(confirmed, plain.reopen(), later(now, 1));
    expect(again).toMatchObject({ status: "handling", attempts: [] });
    for (const field of ["resolvedAt", "resolvedBy", "signedOffAt", "opinion", "effectCheckedAt"] as const) {
      expect([field, confirmed[field] !== undefined, again[field]]).toEqual([field, true, undefined]);
    }
  });
});

describe("D4: the customer's opinion of the handling", () => {
  test.each([1, 2, 3])("grade %i wants a reason", (grade) => {
    expect(refusal(open(), { type: "opinion", grade }, now)).toEqual({
      refused: "reason-required",
      missing: ["text"],
    });
    const told = after(open(), { type: "opinion", grade, text: personal("太慢") }, now);
    expect(told.opinion).toBe(grade);
    expect(toldSince(open(), told)).toEqual({ text: "太慢" });
  });

  test.each([4, 5])("grade %i wants none", (grade) => {
    expect(after(open(), { type: "opinion", grade }, now).opinion).toBe(grade);
  });

  test("neither the handler nor the complained-of writes it down; every grade says where it comes from", () => {
    const complaint = resolved(received, { againstPersonId: "guard-1" });
    const { handlerId, resolvedBy } = complaint;
    const solver = handlerId ?? (resolvedBy?.kind === "person" ? resolvedBy.id : "");
    for (const id of [solver, "guard-1"])
      expect(refusal(complaint, { type: "opinion", grade: 5 }, now, { by: { kind: "person", id } })).toEqual({
        refused: "opinion-by-handler",
      });
    const by = { kind: "person", id: "clerk-9" } as const;
    const called = after(complaint, plain["follow-up"](), now, { by });
    const told = after(called, { type: "opinion", grade: 4 }, now, { by });
    const rated = after(told, { type: "opinion", grade: 5 }, now, { by: { kind: "customer" } });
    expect(gradesOf(rated)).toMatchObject([
      { origin: "call", byPersonId: "clerk-9" },
      { grade: 4, origin: "staff", byPersonId: "clerk-9" },
      { grade: 5, origin: "link" },
    ]);
    expect(gradesOf(rated)[2]).not.toHaveProperty("byPersonId");
  });
});

const limit = later(received, 24 * 9);

function review(...dues: readonly string[]): Command {
  const actions = dues.map((dueAt, index) => ({
    ownerId: "handler-1",
    dueAt,
    cause: personal(`原因${index + 1}`),
    measure: personal(`措施${index + 1}`),
  }));
  return { type: "review", text: personal("检讨"), actions };
}

describe("D15: a corrective action is its owner's", () => {
  const recipients: Recipients = (posts, { handlerId }) =>
    posts.map((post) => ({ personId: post === "handler" ? (handlerId ?? "nobody") : `${post}-1`, post }));
  const owned = (): Command => {
    const it = review(limit);
    return it.type === "review"
      ? { ...it, actions: it.actions.map((one) => ({ ...one, ownerId: "owner-1" })) }
      : it;
  };
  const reviewed = () => after(open(), owned(), now, { recipients });

  test("the owner is told at once, reminded and escalated, not the complaint's handler", () => {
    expect(reviewed().events.find(({ fact }) => fact.type === "reviewed")?.fact).toMatchObject({
      recipients: [{ personId: "owner-1" }],
    });
    const late = after(reviewed(), { type: "fire-rungs" }, later(limit, 30), { by: timer, recipients });
    const reminded = late.events.flatMap(({ fact }) =>
      fact.type === "rungDecided" && fact.name === "corrective" ? [fact] : [],
    );
    const heard = reminded.map(({ rung, recipients: told }) => [rung, told.map(({ personId }) => personId)]);
    expect(heard).toEqual(
      expect.arrayContaining([
        ["four-fifths", ["owner-1", "department-head-1"]],
        ["limit", ["supervisor-1", "manager-1"]],
      ]),
    );
  });

  test("what does not pass is told to its owner; what passes to nobody; nobody is told of what he did himself", () => {
    const shown = after(
      reviewed(),
      { type: "evidence", actionId: "z1", text: personal("照片") },
      later(now, 1),
    );
    const verify = (passed: boolean): Command => ({
      type: "verify",
      actionId: "z1",
      passed,
      text: personal("看过"),
    });
    const told = (passed: boolean) =>
      factsSince(shown, after(shown, verify(passed), later(now, 2), { recipients }))[0];
    expect(told(false)).toMatchObject({ recipients: [{ personId: "owner-1" }] });
    expect(told(true)).not.toHaveProperty("recipients");
    const own = after(open(), owned(), now, { ...person("owner-1"), recipients });
    expect(factsSince(open(), own)[0]).not.toHaveProperty("recipients");
  });
});

describe("检讨 and 整改 (D4, D15)", () => {
  const reviewed = () => after(open(), review(limit, later(limit, 24)), now);

  test("a review fixes measures, owner and limit: each is an action with its own clock", () => {
    expect(reviewed().reviewedAt).toBe(now);
    expect(reviewed().actions).toEqual([
      { id: "z1", ownerId: "handler-1", dueAt: limit },
      { id: "z2", ownerId: "handler-1", dueAt: later(limit, 24) },
    ]);
    expect(toldSince(open(), reviewed())).toEqual({
      text: "检讨",
      "cause.z1": "原因1",
      "measure.z1": "措施1",
      "cause.z2": "原因2",
      "measure.z2": "措施2",
    });
    const clocks = reviewed().clocks.filter(({ name }) => name === "corrective");
    expect(clocks.map((clock) => [clock.key, clock.startedAt, dueAt(clock)])).toEqual([
      ["z1", now, limit],
      ["z2", now, later(limit, 24)],
    ]);
  });

  test("its limit lies ahead", () => {
    for (const due of [now, later(now, -1)]) {
      expect(refusal(open(), review(limit, due), now)).toEqual({ refused: "limit-in-the-past" });
    }
  });

  test("the actions of a second review go on counting", () => {
    const again = after(reviewed(), review(limit), later(now, 1));
    expect(again.actions?.map(({ id }) => id)).toEqual(["z1", "z2", "z3"]);
  });

  const show = (complaint: Complaint, actionId = "z1", hours = 5) =>
    after(complaint, { type: "evidence", actionId, text: personal("照片") }, later(received, hours));
  const verify = (passed: boolean, actionId = "z1"): Command => {
    return { type: "verify", actionId, passed, text: personal(passed ? "合格" : "不合格") };
  };
  const shown = () => show(show(reviewed()), "z2");
  const then = later(received, 6);

  test("somebody other than the owner verifies what was shown; only that action's clock stops", () => {
    expect(toldSince(reviewed(), show(reviewed()))).toEqual({ text: "照片" });
    expect(refusal(reviewed(), verify(true), then)).toEqual({ refused: "incomplete", missing: ["evidence"] });
    expect(refusal(shown(), verify(true), then, person("handler-1"))).toEqual({
      refused: "second-person-required",
    });
    const verified = after(shown(), verify(true), then);
    expect(factsSince(shown(), verified)).toMatchObject([
      { type: "actionVerified", actionId: "z1", passed: true },
      { type: "clockStopped", name: "corrective", key: "z1", at: then },
    ]);
    expect(toldSince(shown(), verified)).toEqual({ text: "合格" });
    expect(verified.actions).toMatchObject([
      { id: "z1", evidencedAt: later(received, 5), verifiedAt: then },
      { id: "z2", evidencedAt: later(received, 5) },
    ]);
    expect(verified.actions?.[1]?.verifiedAt).toBeUndefined();
  });

  test("what does not pass goes back to the owner, and its clock runs on", () => {
    const failed = after(shown(), verify(false), then);
    expect(typesSince(shown(), failed)).toEqual(["actionVerified"]);
    expect(failed.actions?.[0]).toEqual({ id: "z1", ownerId: "handler-1", dueAt: limit });
    expect(refusal(failed, verify(true), then)).toEqual({ refused: "incomplete", missing: ["evidence"] });
    expect(after(show(failed, "z1", 7), verify(true), later(received, 8)).actions?.[0]?.verifiedAt).toBe(
      later(received, 8),
    );
  });

  test("verified is verified; an unknown action is none", () => {
    const verified = after(shown(), verify(true), then);
    for (const command of [plain.evidence(), verify(true), verify(false)]) {
      expect(refusal(verified, command, then)).toEqual({ refused: "verified-before" });
      const other = { ...command, actionId: "z9" } as Command;
      expect(refusal(verified, other, then)).toEqual({ refused: "unknown-action" });
      expect(refusal(open(), other, then)).toEqual({ refused: "unknown-action" });
    }
  });
});

describe("the same point in one building, the third time in 30 days (D15)", () => {
  const recurring: Command = { type: "correct-recurrence", complaintIds: ["a", "b"], ownerId: "manager-1" };

  test("ten working days to put it right, once, whatever the complaint's status", () => {
    for (const start of [registered(received), closed(received)]) {
      const found = after(start, recurring, now, { by: { kind: "timer" } });
      const action = { id: "z1", ownerId: "manager-1", dueAt: dueAt(newestClock(found, "corrective")) };
      expect(local(action.dueAt)).toBe("2026-03-16 18:00");
      expect(factsSince(start, found)).toMatchObject([
        { type: "recurrenceFound", complaintIds: ["a", "b"], action },
        { type: "clockStarted", name: "corrective", key: "z1", startedAt: now },
      ]);
      expect(found.actions).toEqual([action]);
      expect(after(found, recurring, later(now, 1))).toBe(found);
    }
  });

  test("it stands beside the actions of a review", () => {
    const found = after(after(open(), review(limit), now), recurring, now);
    expect(found.actions?.map(({ id }) => id)).toEqual(["z1", "z2"]);
    expect(found.actions?.[1]?.ownerId).toBe("manager-1");
  });
});

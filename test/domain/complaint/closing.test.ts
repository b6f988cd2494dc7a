import { describe, expect, test } from "vitest";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Level, Registration, Urgency } from "../../../lib/domain/complaint/events.ts";
import { missingDuties, missingInGroup } from "../../../lib/domain/complaint/rules/duties.ts";
import { head, newestClock, projectManager, running, toldSince } from "../../support/acts.ts";
import {
  after,
  at,
  contextAt,
  given,
  later,
  personal,
  plain,
  refusal,
  registered,
  resolved,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 4);
const followUp = (more: object = {}): Command => ({
  type: "follow-up",
  outcome: "reached",
  grade: 5,
  ...more,
});
const judge = (validity: "valid" | "invalid"): Command => ({
  type: "judge",
  validity,
  reason: personal("属实"),
});

/** Solved and of this level, with nothing else on record. */
function bare(level: Level, more: Partial<Registration> = {}): Complaint {
  const recordKind = level > "C" ? "opinion" : "complaint";
  return resolved(received, { level, recordKind, ...more });
}

/** Every act that D11 and D4 may ask for, by the word that the refusal uses. */
const acts: Readonly<Record<string, (complaint: Complaint) => Complaint>> = {
  "report-up": (c) => given(c, "report-up", now),
  foresee: (c) => given(c, "foresee", now),
  investigate: (c) => after(c, { type: "investigate", text: personal("现场") }, now),
  consult: (c) => given(c, "consult", now),
  instruct: (c) => given(c, "instruct", now),
  plan: (c) => given(c, "plan", now),
  "plan-approval": (c) => after(c, { type: "plan", act: { kind: "approve" } }, now, projectManager),
  "daily-report": (c) => given(c, "daily-report", now),
  "check-effect": (c) => given(c, "check-effect", now),
  review: (c) => given(c, "review", now),
  "form-team": (c) => given(c, "form-team", now),
};
const done = (complaint: Complaint, ...names: readonly string[]) =>
  names.reduce((c, name) => acts[name]?.(c) ?? c, complaint);

/** D11's own table, and the review of D4 for A and B. */
const d11: Readonly<Record<Level, readonly string[]>> = {
  A: [
    "report-up",
    "foresee",
    "instruct|consult",
    "plan",
    "plan-approval",
    "daily-report",
    "check-effect",
    "review",
  ],
  B: ["investigate", "consult", "plan", "plan-approval", "daily-report", "check-effect", "review"],
  C: ["investigate", "instruct|consult", "plan"],
  D: ["investigate", "consult", "plan"],
  E: ["investigate", "consult"],
};
const levels = ["A", "B", "C", "D", "E"] as const;

describe("D11: the compulsory steps of a level", () => {
  test.each(levels)("%s: all are missing, then one less with each that is done", (level) => {
    let complaint = bare(level);
    const left = [...d11[level]];
    expect(missingDuties(complaint)).toEqual(left);
    for (const name of d11[level]) {
      complaint = done(complaint, name.split("|")[0] ?? "");
      left.shift();
      expect(missingDuties(complaint)).toEqual(left);
    }
  });

  test.each(["A", "C"] as const)(
    "%s: a leader's instruction or an expert's advice, either will do",
    (level) => {
      for (const either of ["instruct", "consult"]) {
        expect(missingDuties(done(bare(level), either))).not.toContain("instruct|consult");
      }
      expect(missingDuties(done(bare("B"), "instruct"))).toContain("consult");
    },
  );

  test.each(levels)("%s: a step done for one member is done for the group", (level) => {
    expect(missingInGroup(level, [])).toEqual(d11[level]);
    const [first = "", ...rest] = d11[level];
    const members = [bare(level), done(bare(level), first)];
    // D4: somebody of the department that has solved them signs for all.
    expect(missingInGroup(level, members)).toEqual([...rest, "sign-off"]);
    const signed = after(bare(level), plain["sign-off"](), now, head);
    expect(missingInGroup(level, [...members, signed])).toEqual(rest);
  });

  test("an invalid one has none", () => {
    expect(missingDuties(after(bare("A"), judge("invalid"), now))).toEqual([]);
  });
});

describe("D13: what urgency asks for", () => {
  const survey = "satisfaction-survey";
  test.each<[Urgency, readonly string[]]>([
    ["general", []],
    ["important", ["form-team", "testimonies", "consult", survey]],
    ["urgent", ["form-team", survey]],
  ])("%s: %s", (urgency, missing) => {
    expect(missingDuties(resolved(received, { urgency }))).toEqual(missing);
  });

  const important = () => done(resolved(received, { urgency: "important" }), "form-team", "consult");
  const testify = (c: Complaint, testimonies: number) =>
    after(c, { type: "investigate", text: personal("笔录"), testimonies }, now);

  test("several testimonies: two at least, in one go or one by one", () => {
    const one = testify(important(), 1);
    expect(missingDuties(one)).toContain("testimonies");
    expect(missingDuties(testify(one, 1))).toEqual([survey]);
    expect(missingDuties(testify(important(), 2))).toEqual([survey]);
  });

  test("the survey is an opinion or an attempt to ask; whom nobody can ask is not asked", () => {
    const ready = () => testify(important(), 2);
    expect(missingDuties(after(ready(), plain.opinion(), now))).toEqual([]);
    expect(missingDuties(after(ready(), followUp({ outcome: "no-answer" }), now))).toEqual([]);
    const silent = after(
      registered(received, { urgency: "urgent", anonymous: true }, {}),
      plain["form-team"](),
      now,
    );
    expect(missingDuties(silent)).toEqual([]);
  });
});

describe("closing", () => {
  const missing = (complaint: Complaint, at = now) => refusal(complaint, plain.close(), at).missing;

  test("D4: repeated dissatisfaction is checked and reviewed like a grave one, asked for once", () => {
    const again = after(after(bare("A"), plain.reopen(), now), plain.resolve(), now);
    expect(missingDuties(again)).toEqual(d11.A);
    const general = after(after(resolved(received), plain.reopen(), now), plain.resolve(), now);
    expect(missingDuties(general)).toEqual(["check-effect", "review"]);
  });

  test("D4, D11: a judgement, a level, the head's signature and the follow-up", () => {
    expect(missing(resolved(received))).toEqual(["judge", "level", "sign-off", "follow-up"]);
    const help = resolved(received, { recordKind: "help" });
    expect(missing(help)).toEqual(["judge", "sign-off", "follow-up"]);
    expect(missing(resolved(received, { recordKind: "opinion" }))).toContain("level");
    const explained = after(
      after(registered(received), judge("invalid"), now),
      plain["explain-invalid"](),
      now,
    );
    expect(missing(after(explained, judge("valid"), now))).toEqual(["level", "follow-up"]);
  });

  test("D11: an invalid one is closed once it was explained; nobody signs for it, nobody is asked", () => {
    const invalid = after(resolved(received), judge("invalid"), now);
    expect(missing(invalid)).toEqual(["explain-invalid"]);
    const start = after(registered(received), judge("invalid"), now);
    const explained = after(start, plain["explain-invalid"](), now);
    expect(after(explained, plain.close(), now)).toMatchObject({ status: "closed", ending: "invalid" });
  });

  test("D11: closed with its group, a member owes its own follow-up; closed by itself, all that its level demands", () => {
    const withGroup: Command = { type: "close", grouped: true };
    const member = after(after(bare("A"), judge("valid"), now), plain["join-group"](), now);
    // D13: it is a 重要, so it is asked whether it is satisfied; nobody else can be asked for it.
    expect(refusal(member, withGroup, now).missing).toEqual(["satisfaction-survey", "follow-up"]);
    const alone = after(bare("A"), judge("valid"), now);
    expect(missing(member)).toEqual(expect.arrayContaining([...(missing(alone) ?? [])]));
    expect(missing(member)).toContain("plan-approval");
    const ofGroup: Command = { type: "join-group", groupId: "series.1", level: "D" };
    const opinion = resolved(received, { recordKind: "opinion" });
    const unlevelled = after(after(opinion, judge("valid"), now), ofGroup, now);
    // A complaint is of no level that a group of opinions gives it.
    const stray = after(after(resolved(received), judge("valid"), now), ofGroup, now);
    expect(refusal(stray, withGroup, now).missing).toEqual(["level", "follow-up"]);
    const called = after(unlevelled, followUp(), now);
    expect(after(called, withGroup, now).ending).toBe("followed-up");
    const spared: Command = { ...withGroup, spared: true };
    expect(after(unlevelled, spared, now).ending).toBe("not-sampled");
    const unhappy = after(unlevelled, followUp({ grade: 1, reason: personal("慢") }), now);
    expect(refusal(unhappy, spared, now).missing).toEqual(["reason"]);
    expect(after(called, spared, now).ending).toBe("followed-up");
  });

  /** A help request, judged and signed for: only the follow-up is left. */
  function signed(complaint: Complaint): Complaint {
    return after(after(complaint, judge("valid"), now), plain["sign-off"](), now, head);
  }
  const help = () => signed(resolved(received, { recordKind: "help" }));
  const unhappy = (complaint: Complaint) =>
    after(complaint, followUp({ grade: 2, reason: personal("太慢") }), now);
  const explain: Command = { type: "close", reason: personal("已说明") };

  test("D4: 解释关闭 the second time is the project manager's decision; the first time the manager's", () => {
    const once = unhappy(help());
    const manager = { posts: ["manager"] } as const;
    const closed = after(once, explain, now, manager);
    expect(closed).toMatchObject({ ending: "explained", closedAt: now });
    expect(toldSince(once, closed)).toEqual({ reason: "已说明" });
    const reopened = after(after(help(), plain.reopen(), now), plain.resolve(), now);
    const checked = done(after(reopened, plain["check-effect"](), now, head), "review");
    const twice = unhappy(after(checked, plain["sign-off"](), now, head));
    expect(refusal(twice, explain, now, manager)).toEqual({ refused: "project-manager-decides" });
    expect(after(twice, explain, now, { posts: ["project-manager"] }).ending).toBe("explained");
    expect(after(twice, explain, now).ending).toBe("explained");
    const happy = after(after(checked, plain["sign-off"](), now, head), followUp(), now);
    expect(after(happy, plain.close(), now, manager).ending).toBe("followed-up");
  });

  test("D4: dissatisfied stays dissatisfied: no later call washes it away, only 返单 or 解释关闭 leads on", () => {
    const once = unhappy(help());
    expect(refusal(once, followUp({ grade: 5 }), now)).toEqual({ refused: "manager-decides" });
    expect(refusal(once, plain.close(), now).missing).toEqual(["reason"]);
    expect(refusal(once, explain, now, { posts: ["supervisor"] })).toEqual({ refused: "manager-decides" });
    const reopened = after(after(once, plain.reopen(), now), plain.resolve(), now);
    const again = after(reopened, followUp({ grade: 1, reason: personal("慢") }), now);
    expect(refusal(again, followUp({ grade: 5 }), now)).toEqual({ refused: "project-manager-decides" });
    expect(again).toMatchObject({ firstGrade: 2 });
  });

  test("D4: a call after a good answer may still turn bad; a bad opinion of the customer weighs as much as a bad answer", () => {
    const turned = unhappy(after(help(), followUp({ grade: 4 }), now));
    expect(refusal(turned, plain.close(), now).missing).toEqual(["reason"]);
    const rated = after(help(), { type: "opinion", grade: 1, text: personal("慢") }, now);
    expect(refusal(rated, plain.close(), now).missing).toEqual(["follow-up"]);
    const called = after(rated, followUp({ grade: 5 }), now);
    expect(refusal(called, plain.close(), now).missing).toEqual(["reason"]);
    expect(after(called, explain, now).ending).toBe("explained");
  });

  test("a happy customer's case is closed without a reason, and keeps none", () => {
    const happy = after(help(), followUp({ grade: 4 }), now);
    expect(toldSince(happy, after(happy, plain.close(), now))).toEqual({});
  });

  test("无法回访 counts days where the customer lives, and any number of attempts above three", () => {
    const miss = (complaint: Complaint, when: string) =>
      after(complaint, followUp({ outcome: "no-answer" }), at(when));
    const days = ["2026-03-03 09:00", "2026-03-04 09:00", "2026-03-05 09:00", "2026-03-06 09:00"];
    const often = days.reduce(miss, help());
    expect(after(often, plain.close(), at("2026-03-06 10:00")).ending).toBe("unreachable");
    const two = days.slice(0, 2).reduce(miss, help());
    expect(missing(two, at("2026-03-06 10:00"))).toEqual(["follow-up"]);
  });
});

describe("the follow-up call (D4, D8)", () => {
  const open = () => resolved(received);

  test.each([
    ["2026-03-03 08:59", false],
    ["2026-03-03 09:00", true],
    ["2026-03-03 19:59", true],
    ["2026-03-03 20:00", false],
  ])("customers are called from 09:00 to before 20:00: %s %s", (when, allowed) => {
    const isTaken = (via: object) => !("refused" in decide(open(), followUp(via), contextAt(at(when))));
    expect([isTaken({}), isTaken({ via: "phone" }), isTaken({ via: "message" })]).toEqual([
      allowed,
      allowed,
      true,
    ]);
  });

  test("a call outside the hours says so", () => {
    expect(refusal(open(), followUp(), at("2026-03-03 20:00"))).toEqual({ refused: "outside-call-hours" });
  });

  test("reaching the customer ends the wait at that moment; an attempt does not", () => {
    const asked = later(received, 3);
    const reached = after(open(), followUp({ via: "phone", occurredAt: asked }), now);
    expect(newestClock(reached, "followUp").stoppedAt).toBe(asked);
    expect(reached.events.find(({ fact }) => fact.type === "followUpAttempted")).toMatchObject({
      fact: { outcome: "reached", via: "phone", grade: 5 },
      occurredAt: asked,
    });
    const missed = after(open(), followUp({ outcome: "wrong-number" }), now);
    expect(running(missed)).toContain("followUp");
    expect(missed.attempts).toEqual([{ at: now, outcome: "wrong-number" }]);
  });

  test("it was made between the result and now, both included", () => {
    expect(after(open(), followUp({ occurredAt: later(received, 2) }), now).attempts).toHaveLength(1);
    expect(after(open(), followUp({ occurredAt: now }), now).attempts).toHaveLength(1);
  });

  test("its reason is kept beside it", () => {
    const before = open();
    const reached = after(before, followUp({ grade: 2, reason: personal("太慢") }), now);
    expect(toldSince(before, reached)).toEqual({ reason: "太慢" });
    expect(toldSince(before, after(before, followUp(), now))).toEqual({});
  });
});

import { describe, expect, test } from "vitest";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Rules } from "../../../lib/domain/clocks/start.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { isOutdated } from "../../../lib/domain/complaint/rules/retime.ts";
import { judgedUnder, movesUnder } from "../../../lib/domain/complaint/what-if.ts";
import { clauseOf } from "../../../lib/domain/regulations/clause.ts";
import { factsSince, newestClock } from "../../support/acts.ts";
import {
  after,
  at,
  closed,
  later,
  local,
  plain,
  registered,
  resolved,
  timer,
  ZONE,
} from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";

const received = at("2026-03-02 10:00");
const inForce = rulesFor(ZONE);

/** The result after so many working days only, as an edition of its own. */
function resultIn(days: number): Rules {
  const { policy } = inForce;
  const limits = [{ limit: { kind: "working-days", days } as const, clause: clauseOf("本公司") }];
  const clocks = { ...policy.clocks, result: { ...policy.clocks.result, limits } };
  return { ...inForce, policy: { ...policy, version: `result-${days}`, clocks } };
}

const handling = () => after(registered(received), plain.assign(), later(received, 1));
const retime = (complaint: Complaint, rules: Rules, now = later(received, 2)) =>
  after(complaint, { type: "retime" }, now, { ...rules, by: timer });

describe("dry run of a policy: what it would move", () => {
  test("the running clocks with their old and new instants; nothing under the rules in force", () => {
    expect(movesUnder(handling(), inForce, later(received, 2))).toEqual([]);
    expect(movesUnder(handling(), resultIn(4), later(received, 2))).toEqual([
      {
        id: "c".repeat(26),
        number: "466",
        clock: "result#1",
        from: at("2026-03-05 18:00"),
        to: at("2026-03-06 18:00"),
        atOnce: [],
      },
    ]);
  });

  test("a limit that would lie in the past fires at once what had not come yet", () => {
    const now = at("2026-03-04 12:00");
    const [move, ...others] = movesUnder(handling(), resultIn(1), now);
    expect(others).toEqual([]);
    expect(move?.to).toBe(at("2026-03-03 18:00"));
    // 50 % was due before under the old rules too; only waiting for its timer.
    expect(move?.atOnce).toEqual(["four-fifths", "limit"]);
  });

  test("what is missed already and what has ended moves nothing", () => {
    expect(movesUnder(closed(received), resultIn(4), later(received, 4))).toEqual([]);
    expect(movesUnder(resolved(received), resultIn(4), later(received, 4))).toEqual([]);
  });
});

describe("replay of a month: how other rules would have judged", () => {
  test("every clock of a complaint, as if they had held from its start", () => {
    const now = at("2026-03-04 12:00");
    const judged = judgedUnder(handling(), resultIn(1), now);
    expect(judged.map(({ clock }) => clock)).toEqual(["firstReply#1", "result#1", "record#1", "accept#1#1"]);
    expect(judged[1]).toEqual({
      id: "c".repeat(26),
      number: "466",
      clock: "result#1",
      before: at("2026-03-05 18:00"),
      after: at("2026-03-03 18:00"),
      lateBefore: false,
      lateAfter: true,
    });
    expect(judged[0]).toMatchObject({ lateBefore: true, lateAfter: true });
  });

  test("what was withdrawn in time is late under neither", () => {
    const withdrawn = after(registered(received), plain.withdraw(), later(received, 1));
    const judged = judgedUnder(withdrawn, resultIn(4), at("2026-04-01 10:00"));
    expect(judged.every(({ lateBefore, lateAfter }) => !lateBefore && !lateAfter)).toBe(true);
  });
});

describe("other rules come into force", () => {
  test("running clocks get their new instants and stamps, once; the task's due instant follows", () => {
    const before = handling();
    expect(isOutdated(before, inForce)).toBe(false);
    expect(isOutdated(before, resultIn(4))).toBe(true);
    expect(isOutdated(before, { ...inForce, calendarVersion: "2027" })).toBe(true);
    const moved = retime(before, resultIn(4));
    expect(local(dueAt(newestClock(moved, "result")))).toBe("2026-03-06 18:00");
    expect(moved.taskDueAt).toBe(at("2026-03-06 18:00"));
    expect(moved.version).toBe(before.version);
    const facts = factsSince(before, moved);
    expect(facts.every((fact) => fact.type === "clockRetimed" && fact.cause === "rules")).toBe(true);
    expect(facts.map((fact) => (fact.type === "clockRetimed" ? fact.name : ""))).toEqual([
      "firstReply",
      "result",
      "accept",
    ]);
    expect(isOutdated(moved, resultIn(4))).toBe(false);
    expect(retime(moved, resultIn(4))).toBe(moved);
  });

  test("a person who moves a clock gives the document no new version either", () => {
    const before = handling();
    const moved = after(before, { type: "retime" }, later(received, 2), resultIn(4));
    expect(moved.version).toBe(before.version);
  });

  test("the timer computes anew first; its rungs wait for the new timer", () => {
    const before = handling();
    const now = at("2026-03-04 12:00");
    const fired = after(before, { type: "fire-rungs" }, now, { ...resultIn(4), by: timer });
    expect(factsSince(before, fired).map(({ type }) => type)).toEqual(Array(3).fill("clockRetimed"));
    const again = after(fired, { type: "fire-rungs" }, now, { ...resultIn(4), by: timer });
    expect(factsSince(fired, again).map(({ type }) => type)).toContain("rungDecided");
  });

  test("what has ended is not touched; a reopened task keeps its first due instant", () => {
    const withdrawn = after(registered(received), plain.withdraw(), later(received, 1));
    for (const ended of [closed(received), withdrawn]) {
      expect(isOutdated(ended, resultIn(4))).toBe(false);
      expect(retime(ended, resultIn(4), later(received, 9))).toBe(ended);
    }
    const again = after(resolved(received), plain.reopen(), later(received, 5));
    expect(retime(again, resultIn(4), later(received, 6)).taskDueAt).toBe(again.taskDueAt);
  });

  test("D15: after closing a corrective action is still computed anew", () => {
    const reviewed = after(closed(received), plain.review(), later(received, 5));
    expect(isOutdated(reviewed, resultIn(4))).toBe(true);
    const moved = retime(reviewed, resultIn(4), later(received, 6));
    expect(factsSince(reviewed, moved)).toMatchObject([
      { type: "clockRetimed", name: "corrective", key: "z1" },
    ]);
  });
});

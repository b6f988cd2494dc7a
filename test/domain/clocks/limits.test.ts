import { describe, expect, test } from "vitest";
import { clockOutcome, dueAt, nextDueAt } from "../../../lib/domain/clocks/clock.ts";
import { startClock, type Timing } from "../../../lib/domain/clocks/start.ts";
import type { ClockName } from "../../../lib/domain/policy/policy.ts";
import { at, local, ZONE } from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";

const ordinary: Timing = { urgent: false, quietExempt: false, notAfter: [] };

function started(name: ClockName, receivedAt: string, timing: Partial<Timing> = {}, zone = ZONE) {
  return startClock(name, 1, at(receivedAt, zone), { ...ordinary, ...timing }, rulesFor(zone));
}

function limits(name: ClockName, receivedAt: string, timing: Partial<Timing> = {}) {
  return started(name, receivedAt, timing).limits.map(({ dueAt, clause }) => [local(dueAt), clause]);
}

describe("limits of the clocks", () => {
  test("D6: the centre replies within 24 natural hours with the next steps", () => {
    expect(limits("firstReply", "2026-02-13 10:00")).toEqual([["2026-02-14 10:00", "D6"]]);
  });

  test.each([
    ["2026-02-13 10:00", "2026-02-25 18:00", "2026-02-27 18:00"],
    ["2026-09-30 10:00", "2026-10-10 18:00", "2026-10-13 18:00"],
    ["2026-05-08 10:00", "2026-05-12 18:00", "2026-05-14 18:00"],
    // Received on a holiday or after closing: the start day is not counted either way.
    ["2026-02-16 10:00", "2026-02-26 18:00", "2026-02-28 18:00"],
    ["2026-03-02 23:59", "2026-03-05 18:00", "2026-03-09 18:00"],
  ])(
    "D6, D12: received %s, the result is due in 3 working days, %s, at most in 5, %s",
    (received, three, five) => {
      expect(limits("result", received)).toEqual([
        [three, "D6"],
        [five, "D12"],
      ]);
    },
  );

  test("D6: where safety is touched the centre acts at once: reply in 30 minutes, result in 24 hours (default)", () => {
    expect(limits("firstReply", "2026-02-13 23:50", { urgent: true })).toEqual([
      ["2026-02-14 00:20", "D6 default"],
    ]);
    expect(limits("result", "2026-02-13 23:50", { urgent: true })).toEqual([["2026-02-14 23:50", "default"]]);
  });

  test("D11: the time the customer asks for shortens the first reply and never lengthens it", () => {
    const asked = (time: string) => ({ notAfter: [{ at: at(time), clause: "D11" as const }] });
    expect(limits("firstReply", "2026-03-02 10:00", asked("2026-03-02 15:00"))).toEqual([
      ["2026-03-02 15:00", "D11"],
    ]);
    expect(limits("firstReply", "2026-03-02 10:00", asked("2026-03-03 15:00"))).toEqual([
      ["2026-03-03 10:00", "D6"],
    ]);
    expect(limits("firstReply", "2026-03-02 10:00", asked("2026-03-02 10:00"))).toEqual([
      ["2026-03-03 10:00", "D6"],
    ]);
  });

  test("转办: an external ticket shortens both limits of the result; the earliest promise counts", () => {
    const notAfter = [
      { at: at("2026-03-06 12:00"), clause: "external" as const },
      { at: at("2026-03-04 12:00"), clause: "D11" as const },
    ];
    expect(limits("result", "2026-03-02 10:00", { notAfter: notAfter.slice(0, 1) })).toEqual([
      ["2026-03-05 18:00", "D6"],
      ["2026-03-06 12:00", "external"],
    ]);
    expect(limits("result", "2026-03-02 10:00", { notAfter })).toEqual([
      ["2026-03-04 12:00", "D11"],
      ["2026-03-04 12:00", "D11"],
    ]);
  });

  test("a working-day limit beyond the published notices is provisional, natural hours never are", () => {
    const provisional = (name: ClockName) =>
      started(name, "2026-12-31 10:00").limits.map((l) => l.provisional);
    expect(provisional("result")).toEqual([true, true]);
    expect(provisional("firstReply")).toEqual([false]);
    expect(started("result", "2026-12-24 10:00").limits.map((l) => l.provisional)).toEqual([false, false]);
  });

  test("a shortened limit is known exactly, also when the calendar for it is not published", () => {
    const notAfter = [{ at: at("2027-01-02 10:00"), clause: "external" as const }];
    const clock = started("result", "2026-12-31 10:00", { notAfter });
    expect(clock.limits.map(({ provisional, clause }) => [provisional, clause])).toEqual([
      [false, "external"],
      [false, "external"],
    ]);
  });

  test("close of business is that of the project's own time zone", () => {
    const clock = started("result", "2026-03-02 10:00", {}, "Asia/Urumqi");
    expect(local(dueAt(clock), "Asia/Urumqi")).toBe("2026-03-05 18:00");
    expect(local(dueAt(clock), ZONE)).toBe("2026-03-05 20:00");
  });

  test("every clock is stamped with the versions it was computed with", () => {
    const { policy, calendarVersion } = rulesFor(ZONE);
    expect(started("result", "2026-03-02 10:00")).toMatchObject({
      policyVersion: policy.version,
      calendarVersion,
    });
  });

  test("a policy without a limit is an error that names the clock", () => {
    const rules = rulesFor(ZONE);
    const result = { limits: [], urgentLimits: [], ladder: "result" };
    const broken = { ...rules, policy: { ...rules.policy, clocks: { ...rules.policy.clocks, result } } };
    expect(() => startClock("result", 1, at("2026-03-02 10:00"), ordinary, broken)).toThrow(/clock result/);
  });
});

describe("every clock of the regulations", () => {
  const due = (
    name: ClockName,
    receivedAt: string,
    timing: Partial<Timing> = {},
    given: { dueAt?: string; key?: string } = {},
  ) => {
    const rules = rulesFor(ZONE);
    const clock = startClock(name, 1, at(receivedAt), { ...ordinary, ...timing }, rules, given);
    return [local(dueAt(clock)), clock.limits[0]?.clause];
  };

  test.each<[string, ClockName, string, Partial<Timing>, string, string]>([
    [
      "D9, D12: registration complete within 24 h",
      "record",
      "2026-03-06 17:00",
      {},
      "2026-03-07 17:00",
      "D9, D12",
    ],
    [
      "D6: accepted within 2 working hours, over a weekend",
      "accept",
      "2026-03-06 17:00",
      {},
      "2026-03-09 10:00",
      "D6",
    ],
    [
      "D6: safety is accepted within 10 minutes, at night too",
      "accept",
      "2026-03-06 23:00",
      { urgent: true },
      "2026-03-06 23:10",
      "D6 default",
    ],
    [
      "D9, D11: a written plan in 3 working days",
      "plan",
      "2026-03-02 10:00",
      {},
      "2026-03-05 18:00",
      "D9, D11 default",
    ],
    [
      "D11: invalid is explained within 24 h",
      "invalidExplain",
      "2026-03-06 10:00",
      {},
      "2026-03-07 10:00",
      "D11",
    ],
    [
      "D11: a daily report the same day at 18:00",
      "dailyReport",
      "2026-03-02 15:00",
      {},
      "2026-03-02 18:00",
      "D11",
    ],
    [
      "D11: set after 15:00, from the next day, a Sunday too",
      "dailyReport",
      "2026-03-07 15:01",
      {},
      "2026-03-08 18:00",
      "D11",
    ],
    [
      "D4, D8: follow-up within 3 working days",
      "followUp",
      "2026-03-02 10:00",
      {},
      "2026-03-05 18:00",
      "D4, D8",
    ],
    [
      "D4, D8: A and B are followed up within 24 h",
      "followUp",
      "2026-03-02 10:00",
      { grave: true },
      "2026-03-03 10:00",
      "D4, D8 default",
    ],
  ])("%s", (_, name, start, timing, expected, clause) => {
    expect(due(name, start, timing)).toEqual([expected, clause]);
  });

  test.each<[ClockName, string]>([
    ["department", "D4"],
    ["node", "D2"],
    ["external", "external"],
    ["corrective", "D15"],
  ])("%s runs to the instant that was set", (name, clause) => {
    const given = { dueAt: at("2026-03-21 20:00"), key: "k1" };
    expect(due(name, "2026-03-02 10:00", {}, given)).toEqual(["2026-03-21 20:00", clause]);
    expect(() => due(name, "2026-03-02 10:00")).toThrow(/needs its instant/);
  });

  test("a set instant is never provisional, one counted in working time beyond the notices is", () => {
    const given = { dueAt: at("2027-03-01 12:00") };
    const rules = rulesFor(ZONE);
    const node = startClock("node", 1, at("2026-12-31 16:30"), ordinary, rules, given);
    const accept = startClock("accept", 1, at("2026-12-31 16:30"), ordinary, rules);
    expect([node.limits[0]?.provisional, accept.limits[0]?.provisional]).toEqual([false, true]);
  });
});

describe("outcome of a clock", () => {
  const clock = started("firstReply", "2026-03-02 10:00");

  test.each([
    ["2026-03-03 10:00", "kept"],
    ["2026-03-03 10:01", "missed"],
  ] as const)("a reply at %s is %s: the due instant itself is in time", (stopped, outcome) => {
    const now = at("2026-03-09 10:00");
    expect(clockOutcome({ ...clock, stoppedAt: at(stopped) }, now)).toBe(outcome);
  });

  test("a running clock is missed as soon as its due instant has passed", () => {
    expect(clockOutcome(clock, dueAt(clock))).toBe("running");
    expect(clockOutcome(clock, at("2026-03-03 10:01"))).toBe("missed");
    expect(clockOutcome(clock, at("2026-03-09 10:00"), at("2026-03-02 11:00"))).toBe("lapsed");
    expect(clockOutcome(clock, at("2026-03-09 10:00"), at("2026-03-04 11:00"))).toBe("missed");
  });

  test("work lists go by the earliest clock still running", () => {
    const result = started("result", "2026-03-02 10:00");
    expect(nextDueAt([result, clock])).toBe(dueAt(clock));
    expect(nextDueAt([result, { ...clock, stoppedAt: clock.startedAt }])).toBe(dueAt(result));
    expect(nextDueAt([])).toBeUndefined();
  });

  test("a clock without a limit has no due instant and says so", () => {
    expect(() => dueAt({ ...clock, limits: [] })).toThrow(/without a limit/);
  });
});

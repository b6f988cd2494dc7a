import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Clock } from "../../../lib/domain/clocks/clock.ts";
import { explainClock } from "../../../lib/domain/clocks/explain.ts";
import { recount } from "../../../lib/domain/clocks/recount.ts";
import { replan } from "../../../lib/domain/clocks/replan.ts";
import { startClock, type Timing } from "../../../lib/domain/clocks/start.ts";
import { type ClockName, clockNames } from "../../../lib/domain/policy/policy.ts";
import { at, later, ZONE } from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";

const rules = rulesFor(ZONE);
const ordinary: Timing = { urgent: false, quietExempt: false, notAfter: [] };
const started = (name: ClockName, from: string, timing: Partial<Timing> = {}, given = {}): Clock =>
  startClock(name, 1, at(from), { ...ordinary, ...timing }, rules, given);

describe("a clock explains itself", () => {
  test.each<[ClockName, string, Partial<Timing>, string, string]>([
    [
      "result",
      "2026-02-13 10:00",
      {},
      "3 个工作日：2月14日(补班)、24日、25日 18:00 截止",
      "3 working days: 14 Feb (make-up day), 24 Feb, 25 Feb; due 18:00",
    ],
    [
      "result",
      "2026-09-30 10:00",
      {},
      "3 个工作日：10月8日、9日、10日(补班) 18:00 截止",
      "3 working days: 8 Oct, 9 Oct, 10 Oct (make-up day); due 18:00",
    ],
    [
      "firstReply",
      "2026-02-13 10:00",
      {},
      "24 小时：2月13日 10:00 起，2月14日 10:00 截止",
      "24 h from 13 Feb 10:00: due 14 Feb 10:00",
    ],
    [
      "firstReply",
      "2026-02-13 10:00",
      { urgent: true },
      "30 分钟：2月13日 10:00 起，2月13日 10:30 截止",
      "30 min from 13 Feb 10:00: due 13 Feb 10:30",
    ],
    [
      "firstReply",
      "2026-02-13 10:00",
      { notAfter: [{ at: at("2026-02-13 16:00"), clause: "D11" as const }] },
      "客户要求时间：2月13日 16:00 截止",
      "asked for by the customer: due 13 Feb 16:00",
    ],
    [
      "accept",
      "2026-03-06 17:00",
      {},
      "工作时间2 小时：3月6日 17:00 起，3月9日 10:00 截止",
      "2 h of working time from 6 Mar 17:00: due 9 Mar 10:00",
    ],
    ["dailyReport", "2026-03-02 10:00", {}, "日报：3月2日 18:00 截止", "daily report: due 2 Mar 18:00"],
  ])("%s of %s", (name, from, timing, zh, en) => {
    const { zh: chinese, en: english } = explainClock(started(name, from, timing), rules);
    expect([chinese, english]).toEqual([zh, en]);
  });

  test("beyond the published notices it says that it is provisional", () => {
    expect(explainClock(started("result", "2026-12-30 10:00"), rules).zh).toMatch(
      /；暂定：该年放假通知尚未发布$/,
    );
  });

  test("the counted segments, day by day: only working time, the start's day not, make-up days marked", () => {
    const { segments } = explainClock(started("result", "2026-02-13 10:00"), rules);
    expect(segments.map(({ date, seconds, makeUpWorkday }) => [date, seconds / 3600, makeUpWorkday])).toEqual(
      [
        ["2026-02-14", 9, true],
        ["2026-02-24", 9, false],
        ["2026-02-25", 9, false],
      ],
    );
  });

  test("natural hours add up to the limit, whatever was paused", () => {
    const clock = started("record", "2026-03-02 10:00");
    const total = (one: Clock) =>
      explainClock(one, rules).segments.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(total(clock)).toBe(86_400);
    const paused: Clock = {
      ...clock,
      pauses: [
        { from: at("2026-03-02 12:00"), to: at("2026-03-04 12:00"), reason: "third-party", approvedBy: "p" },
      ],
    };
    const waited: Clock = { ...paused, ...replan(paused, ordinary, rules, at("2026-03-04 12:00")) };
    expect(total(waited)).toBe(86_400);
  });
});

describe("the audit's own recount, day by day", () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 400 });
  const life = fc.record({
    name: fc.constantFrom(...clockNames),
    start: minute,
    urgent: fc.boolean(),
    grave: fc.boolean(),
    promise: fc.option(fc.integer({ min: 1, max: 60 * 24 * 6 }), { nil: undefined }),
    wait: fc.option(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 20_000 })), {
      nil: undefined,
    }),
    extend: fc.option(fc.integer({ min: 1, max: 60 * 24 * 20 }), { nil: undefined }),
    known: fc.boolean(),
  });

  test("confirms every due instant of any clock: variants, promises, pauses, extensions, what becomes known later", () => {
    fc.assert(
      fc.property(life, ({ name, start, urgent, grave, promise, wait, extend, known }) => {
        const from = later(at("2025-12-20 00:00"), start / 60);
        const notAfter =
          promise === undefined ? [] : [{ at: later(from, promise / 60), clause: "external" as const }];
        const timing: Timing = { urgent, grave, quietExempt: false, notAfter };
        const early = known ? { ...timing, urgent: false, grave: false } : timing;
        const given = { dueAt: later(from, 30) };
        let clock: Clock = startClock(name, 1, from, early, rules, given);
        let now = from;
        if (wait !== undefined) {
          const pausedAt = later(from, wait[0] / 60);
          now = later(pausedAt, wait[1] / 60);
          clock = { ...clock, pauses: [{ from: pausedAt, to: now, reason: "third-party", approvedBy: "p" }] };
        }
        if (extend !== undefined) {
          now = later(now, 1);
          clock = { ...clock, extensions: [{ at: now, dueAt: later(now, extend / 60), approvedBy: "p" }] };
        }
        clock = { ...clock, ...replan(clock, timing, rules, later(now, 1)) };
        expect(recount(clock, timing, rules)).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  test("finds a due instant that was written by hand", () => {
    const clock = started("result", "2026-02-13 10:00");
    const [first, second] = clock.limits;
    const forged: Clock = { ...clock, limits: [{ ...first!, dueAt: at("2026-02-26 18:00") }, second!] };
    expect(recount(forged, ordinary, rules)).toEqual({
      clock: "result#1",
      stored: [at("2026-02-26 18:00"), at("2026-02-27 18:00")],
      recounted: [at("2026-02-25 18:00"), at("2026-02-27 18:00")],
    });
  });
});

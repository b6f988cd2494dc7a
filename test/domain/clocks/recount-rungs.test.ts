import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Clock } from "../../../lib/domain/clocks/clock.ts";
import { recountRungs } from "../../../lib/domain/clocks/recount-rungs.ts";
import { replan } from "../../../lib/domain/clocks/replan.ts";
import { startClock, type Timing } from "../../../lib/domain/clocks/start.ts";
import { clockNames } from "../../../lib/domain/policy/policy.ts";
import { at, later, ZONE } from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";

const rules = rulesFor(ZONE);
const ordinary: Timing = { urgent: false, grave: false, quietExempt: false, notAfter: [] };

describe("the audit's own count of when a rung has to ring", () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 400 });
  const life = fc.record({
    name: fc.constantFrom(...clockNames),
    start: minute,
    urgent: fc.boolean(),
    grave: fc.boolean(),
    quietExempt: fc.boolean(),
    promise: fc.option(fc.integer({ min: 1, max: 60 * 24 * 6 }), { nil: undefined }),
    wait: fc.option(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 20_000 })), {
      nil: undefined,
    }),
    extend: fc.option(fc.integer({ min: 1, max: 60 * 24 * 20 }), { nil: undefined }),
    known: fc.boolean(),
    decided: fc.array(fc.nat({ max: 12 }), { maxLength: 4 }),
  });

  test("confirms every rung of any clock that starts, and of any that is planned anew", () => {
    fc.assert(
      fc.property(life, (drawn) => {
        const { name, start, urgent, grave, quietExempt, promise, wait, extend, known, decided } = drawn;
        const from = later(at("2025-12-20 00:00"), start / 60);
        const notAfter =
          promise === undefined ? [] : [{ at: later(from, promise / 60), clause: "external" as const }];
        const timing: Timing = { urgent, grave, quietExempt, notAfter };
        const early = known ? { ...timing, urgent: false, grave: false } : timing;
        let clock: Clock = startClock(name, 1, from, early, rules, { dueAt: later(from, 30) });
        expect(recountRungs(clock, early, rules)).toEqual([]);
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
        now = later(now, 1);
        const rungs = clock.rungs.map((rung, index) =>
          decided.includes(index) && rung.at <= now ? { ...rung, decidedAt: now } : rung,
        );
        clock = { ...clock, rungs };
        clock = { ...clock, ...replan(clock, timing, rules, now) };
        expect(recountRungs(clock, timing, rules, now)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("finds a rung that was moved by a minute, and one that was taken away", () => {
    const clock = startClock("result", 1, at("2026-02-13 10:00"), ordinary, rules);
    fc.assert(
      fc.property(fc.nat({ max: clock.rungs.length - 1 }), fc.constantFrom(-60, 60, 86_400), (which, by) => {
        const moved = clock.rungs.map((rung, index) =>
          index === which ? { ...rung, at: later(rung.at, by / 3600) } : rung,
        );
        const [found] = recountRungs({ ...clock, rungs: moved }, ordinary, rules);
        expect(found).toMatchObject({
          clock: "result#1",
          rung: clock.rungs[which]?.id,
          stored: moved[which]?.at,
        });
        expect(found?.recounted).toContain(clock.rungs[which]?.at);
      }),
    );
    const without = clock.rungs.filter(({ id }) => id !== "plus-4h");
    expect(recountRungs({ ...clock, rungs: without }, ordinary, rules)).toEqual([
      { clock: "result#1", rung: "plus-4h", recounted: [at("2026-02-26 13:00")] },
    ]);
  });
});

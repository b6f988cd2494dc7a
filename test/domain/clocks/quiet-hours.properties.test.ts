import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { rulesFor } from "../../../lib/app/rules.ts";
import { audienceOf } from "../../../lib/domain/clocks/audience.ts";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import { startClock } from "../../../lib/domain/clocks/start.ts";
import { rungRule } from "../../../lib/domain/policy/policy.ts";
import { dutyHalfOf } from "../../../lib/domain/policy/rung-id.ts";
import { fromInstant, type Instant, toInstant } from "../../../lib/domain/time/instant.ts";

/** Summer time by an hour, by half of one, at midnight, and none. */
const zones = [
  "Asia/Shanghai",
  "Europe/London",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "America/St_Johns",
];
const received = fc
  .integer({ min: Date.parse("2017-01-01T00:00:00Z"), max: Date.parse("2026-11-01T00:00:00Z") })
  .map((epoch) => new Date(Math.floor(epoch / 1000) * 1000).toISOString());

/** The night's ends around an instant, found by stepping to the next wall clock that shows them. */
function nightOf(
  at: Instant,
  timeZone: string,
): { readonly start: Instant; readonly end: Instant } | undefined {
  const local = fromInstant(at).toZonedDateTimeISO(timeZone);
  if (local.hour >= 8 && local.hour < 21) return undefined;
  const evening = local.hour >= 21 ? local.toPlainDate() : local.toPlainDate().subtract({ days: 1 });
  const wall = (date: Temporal.PlainDate, hour: number) =>
    toInstant(date.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) }).toInstant());
  return { start: wall(evening, 21), end: wall(evening.add({ days: 1 }), 8) };
}

test("a rung is split if and only if it falls into the quiet hours, and the others hear at their end or, the limit near, their start", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), received, (timeZone, startedAt) => {
      const rules = rulesFor(timeZone);
      const timing = { urgent: false, quietExempt: false, notAfter: [] };
      const clock = startClock("firstReply", 1, startedAt, timing, rules);
      for (const rung of clock.rungs) {
        switch (audienceOf(rung, clock.rungs)) {
          case undefined:
            // In the night only when both halves come at once: at its start, or when the complaint itself came.
            expect([undefined, rung.at, startedAt]).toContain(
              rung.at === startedAt ? startedAt : nightOf(rung.at, timeZone)?.start,
            );
            break;
          case "on-duty":
            expect(nightOf(rung.at, timeZone)).toBeDefined();
            break;
          case "off-duty": {
            const own = clock.rungs.find(({ id }) => id === dutyHalfOf(rung.id));
            const night = nightOf(own?.at ?? "", timeZone);
            if (night === undefined) throw new Error(`${rung.id} was split by day`);
            const near = Date.parse(dueAt(clock)) - Date.parse(night.end) <= 4 * 3_600_000;
            const early = near && rungRule(rules.policy, rung.id).kind === "reminder";
            const start = night.start < startedAt ? startedAt : night.start;
            expect(rung.at).toBe(early ? start : night.end);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

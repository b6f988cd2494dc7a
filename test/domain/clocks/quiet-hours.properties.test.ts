import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import { startClock } from "../../../lib/domain/clocks/start.ts";
import { rungRule } from "../../../lib/domain/policy/policy.ts";
import { dutyHalfOf, isDutyHalf } from "../../../lib/domain/policy/rung-id.ts";
import { fromInstant, type Instant, toInstant } from "../../../lib/domain/time/instant.ts";
import { later } from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";

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
      const shifted = (id: string, own: Instant): Instant => {
        const night = nightOf(own, timeZone);
        if (night === undefined) return own;
        const near = Date.parse(dueAt(clock)) - Date.parse(night.end) <= 4 * 3_600_000;
        if (!near || rungRule(rules.policy, id).kind === "escalation") return night.end;
        return night.start < startedAt ? startedAt : night.start;
      };
      const found = clock.rungs
        .filter(({ id }) => !isDutyHalf(id))
        .map(({ id, at }) => ({ id, at, own: clock.rungs.find((rung) => rung.id === dutyHalfOf(id))?.at }));
      // D6: 24 natural hours, reminders at 50 and 80 % of them.
      const hours = new Map([
        ["half", 12],
        ["four-fifths", 19.2],
        ["limit", 24],
      ]);
      expect(found).toEqual(
        found.map(({ id, at, own: told = at }) => {
          const after = hours.get(id);
          const own = after === undefined ? told : later(startedAt, after);
          const others = shifted(id, own);
          return { id, at: others, own: others === own ? undefined : own };
        }),
      );
    }),
    { numRuns: 300 },
  );
});

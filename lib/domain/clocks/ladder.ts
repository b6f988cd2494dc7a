import { Temporal } from "temporal-polyfill";
import {
  addWorkingDays,
  addWorkingTime,
  type Pause,
  type WorkingCalendar,
  workingTimeBetween,
} from "../calendar/index.ts";
import type { Policy, RungRule } from "../policy/policy.ts";
import { dutyHalfOf } from "../policy/rung-id.ts";
import { fromInstant, type Instant, instantAt, toInstant } from "../time/instant.ts";
import type { DueLimit, Rung } from "./clock.ts";
import { afterPauses, runningMilliseconds } from "./pauses.ts";
import { outsideQuietHours } from "./quiet-hours.ts";

/** The instants and facts that place the rungs of a clock. */
export interface LadderFrame {
  readonly startedAt: Instant;
  readonly limits: readonly DueLimit[];
  /** 50 % of three working days is counted in working time, 50 % of 24 natural hours in natural time. */
  readonly countsWorkingTime: boolean;
  readonly quietExempt: boolean;
  readonly grave: boolean;
  readonly pauses: readonly Pause[];
}

interface Frame extends LadderFrame {
  readonly start: Temporal.Instant;
  readonly limit: Temporal.Instant;
  readonly secondLimit: Temporal.Instant | undefined;
}

/**
 * The instants of a ladder's rungs on one clock, repeats included. One that falls into the quiet hours stands twice, for
 * whoever is on duty then and for the others, unless the complaint is exempt.
 */
export function rungsOf(
  ladder: readonly RungRule[],
  given: LadderFrame,
  policy: Policy,
  calendar: WorkingCalendar,
): Rung[] {
  const [first, second] = given.limits;
  if (first === undefined) throw new RangeError("a ladder needs a limit");
  const frame: Frame = {
    ...given,
    start: fromInstant(given.startedAt),
    limit: fromInstant(first.dueAt),
    secondLimit: second === undefined ? undefined : fromInstant(second.dueAt),
  };
  return ladder
    .filter((rule) => rule.onlyIf !== "grave" || frame.grave)
    .flatMap((rule) => {
      const planned = plannedInstant(rule, frame, calendar);
      return [planned, ...repeats(rule, planned)].flatMap((at, index) => {
        const id = index === 0 ? rule.id : `${rule.id}.${index + 1}`;
        return fired(id, at, rule, frame, policy, calendar);
      });
    });
}

function repeats({ repeat }: RungRule, first: Temporal.Instant): Temporal.Instant[] {
  return Array.from({ length: repeat?.times ?? 0 }, (_, index) =>
    first.add({ minutes: (repeat?.everyMinutes ?? 0) * (index + 1) }),
  );
}

function fired(
  id: string,
  planned: Temporal.Instant,
  rule: RungRule,
  frame: Frame,
  policy: Policy,
  calendar: WorkingCalendar,
): Rung[] {
  const own = rungInstant(planned, frame);
  if (frame.quietExempt) return [{ id, at: own }];
  const shifted = rungInstant(
    outsideQuietHours(planned, { kind: rule.kind, limit: frame.limit }, policy.quietHours, calendar),
    frame,
  );
  return shifted === own
    ? [{ id, at: own }]
    : [
        { id: dutyHalfOf(id), at: own },
        { id, at: shifted },
      ];
}

/**
 * A reminder brought forward to the start of the night must not lie before the complaint: it would count as late. What is due
 * at once is due with the start itself, however its milliseconds: it is decided with it and waits for no timer.
 */
function rungInstant(at: Temporal.Instant, { start }: Frame): Instant {
  return Temporal.Instant.compare(at, start) <= 0 ? toInstant(start) : ceilToSecond(at);
}

function plannedInstant(rung: RungRule, frame: Frame, calendar: WorkingCalendar): Temporal.Instant {
  const { start, limit, secondLimit } = frame;
  switch (rung.time.kind) {
    case "share-of-time":
      return shareOfTime(rung.time.percent / 100, frame, calendar);
    case "after-start":
      return start.add({ minutes: rung.time.minutes });
    case "after-limit":
      return rung.time.workingMinutes === 0
        ? limit
        : addWorkingTime(calendar, limit, rung.time.workingMinutes * 60);
    case "working-days-after-limit": {
      const days = addWorkingDays(calendar, limit, rung.time.days, "close-of-business");
      const second = rung.time.orSecondLimit ? secondLimit : undefined;
      return second !== undefined && isBetween(limit, second, days) ? second : days;
    }
  }
}

function isBetween(from: Temporal.Instant, at: Temporal.Instant, to: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, at) < 0 && Temporal.Instant.compare(at, to) < 0;
}

function shareOfTime(share: number, frame: Frame, calendar: WorkingCalendar): Temporal.Instant {
  const { start, limit, countsWorkingTime, pauses } = frame;
  const worked = countsWorkingTime ? workingTimeBetween(calendar, start, limit, pauses) : 0;
  if (worked > 0) return addWorkingTime(calendar, start, Math.floor(worked * share), pauses);
  const span = runningMilliseconds(start, limit, pauses);
  return afterPauses(start, start.add({ milliseconds: Math.floor(span * share) }), pauses);
}

/** Timers have whole seconds; rounding up means that a rung never fires before its instant. */
function ceilToSecond({ epochMilliseconds }: Temporal.Instant): Instant {
  return instantAt(Math.ceil(epochMilliseconds / 1000) * 1000);
}

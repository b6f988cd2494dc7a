import { Temporal } from "temporal-polyfill";
import {
  addWorkingDays,
  addWorkingTime,
  isProvisional,
  type WorkingCalendar,
  workingTimeBetween,
} from "../calendar/index.ts";
import type { ClockName, Limit, LimitRule, Policy, RungRule } from "../policy/policy.ts";
import { fromInstant, type Instant, toInstant } from "../time/instant.ts";
import type { ClockStart, DueLimit, Rung } from "./clock.ts";
import { outsideQuietHours } from "./quiet-hours.ts";

/** Policy and calendar with their stamps, as every decision gets them. */
export interface Rules {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly calendarVersion: string;
}

/** What about the complaint moves a deadline. */
export interface Timing {
  /** Safety of persons or property, or 紧急: the short limits and the urgent ladder (D6). */
  readonly urgent: boolean;
  /** Safety, 紧急, A/B, press and external tickets are not held back at night. */
  readonly quietExempt: boolean;
  /** The customer's requested time (D11) and an external ticket's time: they can only shorten. */
  readonly notAfter: readonly { readonly at: Instant; readonly clause: string }[];
}

/** Starts a clock: computes its due instants and the instants of its rungs as facts for the event. */
export function startClock(
  name: ClockName,
  cycle: number,
  startedAt: Instant,
  timing: Timing,
  rules: Rules,
): ClockStart {
  const start = fromInstant(startedAt);
  const rule = rules.policy.clocks[name];
  const chosen = timing.urgent ? rule.urgentLimits : rule.limits;
  const limits = chosen
    .map((limit) => dueLimit(limit, start, rules.calendar))
    .map((limit) => shortened(limit, startedAt, timing));
  const [first, second] = limits;
  if (first === undefined) throw new RangeError(`policy ${rules.policy.version}: clock ${name} has no limit`);
  const frame: Frame = {
    start,
    limit: fromInstant(first.dueAt),
    secondLimit: second === undefined ? undefined : fromInstant(second.dueAt),
    countsWorkingTime: chosen[0]?.limit.kind === "working-days",
    quietExempt: timing.quietExempt,
  };
  const ladder = timing.urgent && name === "firstReply" ? rules.policy.urgentLadder : rules.policy.ladder;
  const rungs = ladder.map((rung) => rungOf(rung, frame, rules));
  return {
    name,
    cycle,
    startedAt,
    limits,
    rungs,
    policyVersion: rules.policy.version,
    calendarVersion: rules.calendarVersion,
  };
}

function dueLimit(rule: LimitRule, start: Temporal.Instant, calendar: WorkingCalendar): DueLimit {
  const due = applyLimit(rule.limit, start, calendar);
  return {
    dueAt: toInstant(due),
    provisional: rule.limit.kind === "working-days" && isProvisional(calendar, due),
    clause: rule.clause,
  };
}

/** The instant a limit ends (D6: 24 natural hours; working-day limits end at close of business). */
export function applyLimit(
  limit: Limit,
  start: Temporal.Instant,
  calendar: WorkingCalendar,
): Temporal.Instant {
  switch (limit.kind) {
    case "natural":
      return start.add({ minutes: limit.minutes });
    case "working-days":
      return addWorkingDays(calendar, start, limit.days, "close-of-business");
  }
}

function shortened(limit: DueLimit, startedAt: Instant, timing: Timing): DueLimit {
  let result = limit;
  for (const promise of timing.notAfter) {
    // A time already past when the complaint arrives cannot be kept and therefore promises nothing.
    if (promise.at > startedAt && promise.at < result.dueAt) {
      result = { dueAt: promise.at, provisional: false, clause: promise.clause };
    }
  }
  return result;
}

/** The instants and facts that place a rung. */
interface Frame {
  readonly start: Temporal.Instant;
  readonly limit: Temporal.Instant;
  readonly secondLimit: Temporal.Instant | undefined;
  /** 50 % of three working days is counted in working time, 50 % of 24 natural hours in natural time. */
  readonly countsWorkingTime: boolean;
  readonly quietExempt: boolean;
}

function rungOf(rung: RungRule, frame: Frame, { policy, calendar }: Rules): Rung {
  const planned = plannedInstant(rung, frame, calendar);
  const at = frame.quietExempt
    ? planned
    : outsideQuietHours(
        planned,
        { kind: rung.kind, limit: frame.limit },
        policy.quietHours,
        calendar.timeZone,
      );
  // A reminder brought forward to the start of the night must not lie before the complaint: it would count as late.
  const notBeforeStart = Temporal.Instant.compare(at, frame.start) < 0 ? frame.start : at;
  return { id: rung.id, at: toInstant(ceilToSecond(notBeforeStart)) };
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

function shareOfTime(share: number, { start, limit, countsWorkingTime }: Frame, calendar: WorkingCalendar) {
  const worked = countsWorkingTime ? workingTimeBetween(calendar, start, limit) : 0;
  if (worked > 0) return addWorkingTime(calendar, start, Math.floor(worked * share));
  const span = limit.epochMilliseconds - start.epochMilliseconds;
  return start.add({ milliseconds: Math.floor(span * share) });
}

/** Timers have whole seconds; rounding up means that a rung never fires before its instant. */
function ceilToSecond(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: "second", roundingMode: "ceil" });
}

import { Temporal } from "temporal-polyfill";
import {
  addWorkingDays,
  addWorkingTime,
  isProvisional,
  type Pause,
  type WorkingCalendar,
} from "../calendar/index.ts";
import type { ClockRule, ClockVariant, Limit, LimitRule } from "../policy/policy.ts";
import type { Clause } from "../regulations/clause.ts";
import { fromInstant, type Instant, toInstant } from "../time/instant.ts";
import type { ClockExtension, DueLimit } from "./clock.ts";
import { afterPauses, closingAfterPauses } from "./pauses.ts";

/** What a due instant is computed from, besides the limit. */
export interface Basis {
  readonly startedAt: Instant;
  /** The instant somebody set, for limits of kind `given`. */
  readonly givenDueAt?: Instant | undefined;
  readonly pauses: readonly Pause[];
  /** The latest extension; earlier ones are contained in it. */
  readonly extension?: ClockExtension | undefined;
  /** The customer's requested time (D11) and an external ticket's time: they can only shorten. */
  readonly notAfter: readonly OutsidePromise[];
}

/** An instant promised to somebody outside, with its clause. */
export interface OutsidePromise {
  readonly at: Instant;
  readonly clause: Clause;
}

export interface ChosenLimits {
  readonly variant: ClockVariant;
  readonly limits: readonly LimitRule[];
}

/** The limits of a clock for a variant: safety and 紧急 first, then A/B, else the ordinary ones. */
export function limitsFor(
  rule: ClockRule,
  { urgent, grave }: { readonly urgent: boolean; readonly grave: boolean },
): ChosenLimits {
  if (urgent && rule.urgentLimits !== undefined) return { variant: "urgent", limits: rule.urgentLimits };
  if (grave && rule.graveLimits !== undefined) return { variant: "grave", limits: rule.graveLimits };
  return { variant: "ordinary", limits: rule.limits };
}

/**
 * The due instants of a clock's limits: as the policy says, the first as extended with approval, each shortened by what
 * was promised outside. A later limit that an extension has overtaken no longer counts.
 */
export function dueLimits(rules: readonly LimitRule[], basis: Basis, calendar: WorkingCalendar): DueLimit[] {
  const limits = rules.map((rule, index) => {
    const due = applyLimit(rule.limit, basis, calendar);
    const limit = {
      dueAt: toInstant(due),
      provisional: dependsOnCalendar(rule.limit) && isProvisional(calendar, due),
      clause: rule.clause,
    };
    return shortened(index === 0 ? extended(limit, basis) : limit, basis);
  });
  if (basis.extension === undefined) return limits;
  const [first, ...later] = limits;
  return first === undefined ? [] : [first, ...later.filter((limit) => limit.dueAt > first.dueAt)];
}

function extended(limit: DueLimit, { extension, pauses }: Basis): DueLimit {
  if (extension === undefined) return limit;
  const approvedAt = fromInstant(extension.at);
  const since = pauses.filter(({ from }) => Temporal.Instant.compare(from, approvedAt) >= 0);
  const due = toInstant(afterPauses(approvedAt, fromInstant(extension.dueAt), since));
  return due > limit.dueAt ? { dueAt: due, provisional: false, clause: "extension" } : limit;
}

function dependsOnCalendar({ kind }: Limit): boolean {
  return kind === "working-days" || kind === "working-time";
}

/**
 * The instant a limit ends (D6: 24 natural hours; working-day limits end at close of business). Pauses push it on by
 * as much of its own kind of time as they took; a working-day limit goes by closingAfterPauses.
 */
export function applyLimit(limit: Limit, basis: Basis, calendar: WorkingCalendar): Temporal.Instant {
  const start = fromInstant(basis.startedAt);
  switch (limit.kind) {
    case "natural":
      return afterPauses(start, start.add({ minutes: limit.minutes }), basis.pauses);
    case "working-time":
      return addWorkingTime(calendar, start, limit.minutes * 60, basis.pauses);
    case "working-days": {
      const due = addWorkingDays(calendar, start, limit.days, "close-of-business");
      if (basis.pauses.length === 0) return due;
      return closingAfterPauses(calendar, start, due, basis.pauses);
    }
    case "daily":
      return nextDaily(start, limit, calendar.timeZone);
    case "given": {
      if (basis.givenDueAt === undefined) throw new RangeError("a given limit needs its instant");
      return afterPauses(start, fromInstant(basis.givenDueAt), basis.pauses);
    }
  }
}

/** D11: each day at the same wall time; a clock that starts after `lastStart` has until tomorrow. */
function nextDaily(
  start: Temporal.Instant,
  { at, lastStart }: { readonly at: string; readonly lastStart: string },
  timeZone: string,
): Temporal.Instant {
  const local = start.toZonedDateTimeISO(timeZone);
  const late = Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(lastStart)) > 0;
  const day = local.toPlainDate().add({ days: late ? 1 : 0 });
  return day.toZonedDateTime({ timeZone, plainTime: at }).toInstant();
}

function shortened(limit: DueLimit, { startedAt, notAfter }: Basis): DueLimit {
  let result = limit;
  for (const promise of notAfter) {
    // A time already past when the complaint arrives cannot be kept and therefore promises nothing.
    if (promise.at > startedAt && promise.at < result.dueAt) {
      result = { dueAt: promise.at, provisional: false, clause: promise.clause };
    }
  }
  return result;
}

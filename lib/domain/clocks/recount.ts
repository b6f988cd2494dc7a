import type { WorkingCalendar } from "../calendar/index.ts";
import type { Limit, LimitRule } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import { type Clock, clockId } from "./clock.ts";
import {
  closing,
  hoursOn,
  instantAt,
  localDate,
  type Stretch,
  spent,
  stretched,
  worked,
} from "./recount-days.ts";
import type { Rules, Timing } from "./start.ts";

/** A stored due instant that the recount does not confirm. */
export interface DueDifference {
  readonly clock: string;
  readonly stored: readonly Instant[];
  readonly recounted: readonly Instant[];
}

/**
 * Derives a clock's due instants once more, day by day, for the audit. It shares no code with the calendar on purpose:
 * it walks local dates one by one (`recount-days.ts`), so that an error on either side shows.
 */
export function recount(clock: Clock, timing: Timing, rules: Rules): DueDifference | undefined {
  const stored = clock.limits.map(({ dueAt }) => dueAt);
  const recounted = dues(clock, timing, rules);
  const isSame = (found: readonly Instant[]) =>
    stored.length === found.length && stored.every((due, index) => due === found[index]);
  // Before pauses were rounded by half days every one of them moved a working-day limit to the next close.
  const before = clock.pauses === undefined ? recounted : dues(clock, timing, rules, "next-close");
  return isSame(recounted) || isSame(before) ? undefined : { clock: clockId(clock), stored, recounted };
}

type Rounding = "half-day" | "next-close";

function dues(clock: Clock, timing: Timing, rules: Rules, rounding: Rounding = "half-day"): Instant[] {
  return inForce(clock, timing, rules, rounding).dues;
}

/** The limits of the policy that the clock runs by, and when they end: what became known late can only shorten. */
export function inForce(
  clock: Pick<
    Clock,
    "name" | "variant" | "variantFrom" | "startedAt" | "pauses" | "extensions" | "givenDueAt"
  >,
  timing: Timing,
  rules: Rules,
  rounding: Rounding = "half-day",
): { readonly limits: readonly LimitRule[]; readonly dues: Instant[] } {
  const rule = rules.policy.clocks[clock.name];
  const own = clock.variant === undefined ? undefined : rule[`${clock.variant}Limits`];
  const from = clock.variantFrom ?? clock.startedAt;
  const limits = own ?? rule.limits;
  const short = all(limits, own === undefined ? clock.startedAt : from, clock, timing, rules, rounding);
  if (own === undefined || clock.variantFrom === undefined) return { limits, dues: short };
  const long = all(rule.limits, clock.startedAt, clock, timing, rules, rounding);
  return (long[0] ?? "") < (short[0] ?? "") ? { limits: rule.limits, dues: long } : { limits, dues: short };
}

function all(
  limits: readonly LimitRule[],
  startedAt: Instant,
  clock: Pick<Clock, "pauses" | "extensions" | "givenDueAt">,
  { notAfter }: Timing,
  { calendar }: Rules,
  rounding: Rounding,
): Instant[] {
  const pauses = (clock.pauses ?? []).flatMap(({ from, to }): Stretch[] =>
    to === undefined ? [] : [[Date.parse(from), Date.parse(to)]],
  );
  const start = Date.parse(startedAt);
  const extension = clock.extensions?.at(-1);
  const found = limits.map(({ limit }, index) => {
    let due = end(limit, start, pauses, clock.givenDueAt, calendar, rounding);
    if (index === 0 && extension !== undefined) {
      const approved = Date.parse(extension.at);
      const later = pauses.filter(([pausedAt]) => pausedAt >= approved);
      due = Math.max(due, stretched(approved, Date.parse(extension.dueAt), later));
    }
    for (const { at } of notAfter) if (at > startedAt) due = Math.min(due, Date.parse(at));
    return new Date(due).toISOString();
  });
  return extension === undefined
    ? found
    : found.filter((due, index) => index === 0 || due > (found[0] ?? ""));
}

function end(
  limit: Limit,
  start: number,
  pauses: readonly Stretch[],
  given: Instant | undefined,
  calendar: WorkingCalendar,
  rounding: Rounding,
): number {
  switch (limit.kind) {
    case "natural":
      return stretched(start, start + limit.minutes * 60_000, pauses);
    case "given":
      return stretched(start, Date.parse(given ?? ""), pauses);
    case "working-time":
      return spent(start, limit.minutes * 60_000, pauses, calendar);
    case "daily":
      return daily(start, limit.at, limit.lastStart, calendar.timeZone);
    case "working-days": {
      const due = closing(start, limit.days, calendar);
      if (pauses.length === 0) return due;
      const moved = spent(start, worked(start, due, calendar), pauses, calendar);
      return rounding === "next-close" ? closing(moved, 0, calendar) : halved(moved, due, pauses, calendar);
    }
  }
}

/** The close of the day on which the time ends if half of it was used, else of the working day before it. */
function halved(moved: number, due: number, pauses: readonly Stretch[], calendar: WorkingCalendar): number {
  if (moved <= due) return due;
  let date = localDate(moved, calendar.timeZone);
  const hours = hoursOn(date, calendar);
  const whole = hours.reduce((sum, [from, to]) => sum + to - from, 0);
  const used = hours.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, moved) - from), 0);
  if (used * 2 >= whole) return hours.at(-1)?.[1] ?? moved;
  let last: Stretch | undefined;
  while (last === undefined) {
    date = date.subtract({ days: 1 });
    last = hoursOn(date, calendar).at(-1);
  }
  const [, close] = last;
  return pauses.some(([from, to]) => from < moved && to >= close) ? moved : close;
}

function daily(start: number, at: string, lastStart: string, timeZone: string): number {
  const wall = localDate(start, timeZone);
  const limit = instantAt(wall, lastStart, timeZone);
  return instantAt(start > limit ? wall.add({ days: 1 }) : wall, at, timeZone);
}

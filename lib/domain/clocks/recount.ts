import { Temporal } from "temporal-polyfill";
import type { WorkingCalendar } from "../calendar/index.ts";
import type { Limit, LimitRule } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import { type Clock, clockId } from "./clock.ts";
import type { Rules, Timing } from "./start.ts";

/** A stored due instant that the recount does not confirm. */
export interface DueDifference {
  readonly clock: string;
  readonly stored: readonly Instant[];
  readonly recounted: readonly Instant[];
}

/**
 * Derives a clock's due instants once more, day by day, for the audit. It shares no code with the calendar on purpose:
 * it walks local dates one by one and looks into the calendar's lists, so that an error on either side shows.
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

type Span = readonly [from: number, to: number];

type Rounding = "half-day" | "next-close";

function dues(clock: Clock, timing: Timing, rules: Rules, rounding: Rounding = "half-day"): Instant[] {
  const rule = rules.policy.clocks[clock.name];
  const own = clock.variant === undefined ? undefined : rule[`${clock.variant}Limits`];
  const from = clock.variantFrom ?? clock.startedAt;
  const short = all(
    own ?? rule.limits,
    own === undefined ? clock.startedAt : from,
    clock,
    timing,
    rules,
    rounding,
  );
  if (own === undefined || clock.variantFrom === undefined) return short;
  const long = all(rule.limits, clock.startedAt, clock, timing, rules, rounding);
  return (long[0] ?? "") < (short[0] ?? "") ? long : short;
}

function all(
  limits: readonly LimitRule[],
  startedAt: Instant,
  clock: Clock,
  { notAfter }: Timing,
  { calendar }: Rules,
  rounding: Rounding,
): Instant[] {
  const pauses = (clock.pauses ?? []).flatMap(({ from, to }): Span[] =>
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
  pauses: readonly Span[],
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
function halved(moved: number, due: number, pauses: readonly Span[], calendar: WorkingCalendar): number {
  if (moved <= due) return due;
  let date = localDate(moved, calendar.timeZone);
  const hours = hoursOn(date, calendar);
  const whole = hours.reduce((sum, [from, to]) => sum + to - from, 0);
  const used = hours.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, moved) - from), 0);
  if (used * 2 >= whole) return hours.at(-1)?.[1] ?? moved;
  let last: Span | undefined;
  while (last === undefined) {
    date = date.subtract({ days: 1 });
    last = hoursOn(date, calendar).at(-1);
  }
  const [, close] = last;
  return pauses.some(([from, to]) => from < moved && to >= close) ? moved : close;
}

function stretched(start: number, due: number, pauses: readonly Span[]): number {
  let result = due;
  for (const [from, to] of pauses) if (from < result) result += Math.max(0, to - Math.max(from, start));
  return result;
}

function daily(start: number, at: string, lastStart: string, timeZone: string): number {
  const wall = localDate(start, timeZone);
  const limit = instantAt(wall, lastStart, timeZone);
  return instantAt(start > limit ? wall.add({ days: 1 }) : wall, at, timeZone);
}

/** The last closing of the nth working date after the start's; with 0 the first closing not before it. */
function closing(start: number, days: number, calendar: WorkingCalendar): number {
  let left = days;
  let date = localDate(start, calendar.timeZone);
  for (;;) {
    const last = hoursOn(date, calendar).at(-1);
    if (days === 0 && last !== undefined && last[1] >= start) return last[1];
    date = date.add({ days: 1 });
    const open = hoursOn(date, calendar).at(-1);
    if (open === undefined) continue;
    left -= 1;
    if (days > 0 && left === 0) return open[1];
  }
}

/** The moment at which so many open, unpaused milliseconds have passed. */
function spent(start: number, budget: number, pauses: readonly Span[], calendar: WorkingCalendar): number {
  let left = budget;
  let date = localDate(start, calendar.timeZone);
  for (;;) {
    for (const [from, to] of openFrom(start, hoursOn(date, calendar), pauses)) {
      if (to - from >= left) return from + left;
      left -= to - from;
    }
    date = date.add({ days: 1 });
  }
}

function worked(start: number, until: number, calendar: WorkingCalendar): number {
  let sum = 0;
  let date = localDate(start, calendar.timeZone);
  while (instantAt(date, "00:00", calendar.timeZone) < until) {
    for (const [from, to] of hoursOn(date, calendar)) {
      sum += Math.max(0, Math.min(to, until) - Math.max(from, start));
    }
    date = date.add({ days: 1 });
  }
  return sum;
}

/** Opening hours from a moment on, with the pauses cut out. */
function openFrom(start: number, hours: readonly Span[], pauses: readonly Span[]): Span[] {
  let open = hours.flatMap(([from, to]): Span[] => (to <= start ? [] : [[Math.max(from, start), to]]));
  for (const [pausedAt, resumedAt] of pauses) {
    open = open.flatMap(([from, to]): Span[] =>
      (
        [
          [from, Math.min(to, pausedAt)],
          [Math.max(from, resumedAt), to],
        ] as const
      ).filter(([a, b]) => a < b),
    );
  }
  return open;
}

const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

function hoursOn(date: Temporal.PlainDate, calendar: WorkingCalendar): Span[] {
  const name = dayNames[date.dayOfWeek - 1] ?? "mon";
  const text = date.toString();
  const week = calendar.holidays.includes(text) ? [] : (calendar.week[name] ?? []);
  const hours = calendar.extraWorkdays.includes(text)
    ? (calendar.extraWorkdayHours ?? calendar.week.mon ?? [])
    : week;
  return hours.map(
    ([from, to]): Span => [
      instantAt(date, from, calendar.timeZone),
      to === "24:00"
        ? instantAt(date.add({ days: 1 }), "00:00", calendar.timeZone)
        : instantAt(date, to, calendar.timeZone),
    ],
  );
}

function localDate(at: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

function instantAt(date: Temporal.PlainDate, plainTime: string, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

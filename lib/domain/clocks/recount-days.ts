import { Temporal } from "temporal-polyfill";
import type { WorkingCalendar } from "../calendar/index.ts";

/*
 * The audit's own way of counting, day by day: it shares no code with the calendar on purpose. Instants are epoch
 * milliseconds, pauses in order.
 */

/** From, to. */
export type Stretch = readonly [from: number, to: number];

/** A limit that every pause begun before it has pushed on, from the start. */
export function stretched(start: number, due: number, pauses: readonly Stretch[]): number {
  let result = due;
  for (const [from, to] of pauses) if (from < result) result += Math.max(0, to - Math.max(from, start));
  return result;
}

/** The last closing of the nth working date after the start's; with 0 the first closing not before it. */
export function closing(start: number, days: number, calendar: WorkingCalendar): number {
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
export function spent(
  start: number,
  budget: number,
  pauses: readonly Stretch[],
  calendar: WorkingCalendar,
): number {
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

/** Open milliseconds between two instants, pauses or not. */
export function worked(start: number, until: number, calendar: WorkingCalendar): number {
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

/** Open milliseconds between two instants without the pauses. */
export function unpaused(
  start: number,
  until: number,
  pauses: readonly Stretch[],
  calendar: WorkingCalendar,
): number {
  let sum = 0;
  let date = localDate(start, calendar.timeZone);
  while (instantAt(date, "00:00", calendar.timeZone) < until) {
    for (const [from, to] of openFrom(start, hoursOn(date, calendar), pauses))
      sum += Math.max(0, Math.min(to, until) - from);
    date = date.add({ days: 1 });
  }
  return sum;
}

/** Opening hours from a moment on, with the pauses cut out. */
function openFrom(start: number, hours: readonly Stretch[], pauses: readonly Stretch[]): Stretch[] {
  let open = hours.flatMap(([from, to]): Stretch[] => (to <= start ? [] : [[Math.max(from, start), to]]));
  for (const [pausedAt, resumedAt] of pauses) {
    open = open.flatMap(([from, to]): Stretch[] =>
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

/** When it is open on a date, first to last. */
export function hoursOn(date: Temporal.PlainDate, calendar: WorkingCalendar): Stretch[] {
  const name = dayNames[date.dayOfWeek - 1] ?? "mon";
  const text = date.toString();
  const week = calendar.holidays.includes(text) ? [] : (calendar.week[name] ?? []);
  const hours = calendar.extraWorkdays.includes(text)
    ? (calendar.extraWorkdayHours ?? calendar.week.mon ?? [])
    : week;
  return hours.map(
    ([from, to]): Stretch => [
      instantAt(date, from, calendar.timeZone),
      to === "24:00"
        ? instantAt(date.add({ days: 1 }), "00:00", calendar.timeZone)
        : instantAt(date, to, calendar.timeZone),
    ],
  );
}

/** The local date of an instant. */
export function localDate(at: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The instant of a wall time on a date. */
export function instantAt(date: Temporal.PlainDate, plainTime: string, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

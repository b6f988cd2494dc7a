import { Temporal } from "temporal-polyfill";

import type { Weekday, WorkingCalendar } from "../../../lib/domain/calendar/index.ts";

/**
 * A second, slow way to know the answers: a few days of one zone, cut into minutes, each with the wall clock
 * that Temporal shows for it. Nothing is shared with the code under test.
 */
export type MinuteWindow = {
  readonly zone: string;
  /** Epoch milliseconds of minute 0. */
  readonly origin: number;
  readonly minutes: readonly { readonly date: string; readonly minute: number; readonly weekday: number }[];
};

export type MinutePause = { readonly from: number; readonly to: number };

const weekdayNames: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export function minuteWindow(zone: string, from: string, days: number): MinuteWindow {
  const origin = Temporal.Instant.from(from).epochMilliseconds;
  const minutes = Array.from({ length: days * 1440 }, (_, index) => {
    const local = Temporal.Instant.fromEpochMilliseconds(origin + index * 60_000).toZonedDateTimeISO(zone);
    return {
      date: local.toPlainDate().toString(),
      minute: local.hour * 60 + local.minute,
      weekday: local.dayOfWeek,
    };
  });
  return { zone, origin, minutes };
}

export function instantOf(window: MinuteWindow, index: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(window.origin + index * 60_000);
}

export function indexOf(window: MinuteWindow, instant: Temporal.Instant): number {
  return (instant.epochMilliseconds - window.origin) / 60_000;
}

/** One boolean per minute of the window. */
export function openMinutes(calendar: WorkingCalendar, window: MinuteWindow): boolean[] {
  const hoursOf = new Map<string, readonly (readonly [number, number])[]>();
  return window.minutes.map(({ date, minute, weekday }) => {
    const hours = hoursOf.get(date) ?? hoursOn(calendar, date, weekday);
    hoursOf.set(date, hours);
    return hours.some(([from, to]) => from <= minute && minute < to);
  });
}

function hoursOn(calendar: WorkingCalendar, date: string, weekday: number) {
  let hours = calendar.week[weekdayNames[weekday - 1]!] ?? [];
  if (calendar.holidays.includes(date)) hours = [];
  if (calendar.extraWorkdays.includes(date)) hours = calendar.extraWorkdayHours ?? calendar.week.mon ?? [];
  return hours.map(([from, to]) => [wall(from), wall(to)] as const);
}

function wall(text: string): number {
  const [hours, minutes] = text.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function running(open: readonly boolean[], index: number, pauses: readonly MinutePause[]): boolean {
  return open[index] === true && !pauses.some((pause) => pause.from <= index && index < pause.to);
}

/** Minute at which `budget` minutes are worked; null when that is beyond the window. */
export function slowAdd(
  open: readonly boolean[],
  start: number,
  budget: number,
  pauses: readonly MinutePause[],
): number | null {
  let worked = 0;
  for (let index = start; index < open.length; index++) {
    if (!running(open, index, pauses)) continue;
    if (budget === 0) return index;
    worked += 1;
    if (worked === budget) return index + 1;
  }
  return null;
}

export function slowBetween(
  open: readonly boolean[],
  start: number,
  end: number,
  pauses: readonly MinutePause[],
): number {
  let worked = 0;
  for (let index = start; index < end; index++) if (running(open, index, pauses)) worked += 1;
  return worked;
}

/** Counted date and its closing minute; null when the window ends before the Nth date is complete. */
export function slowWorkingDay(
  open: readonly boolean[],
  window: MinuteWindow,
  start: number,
  days: number,
): { readonly date: string; readonly closing: number } | null {
  const startDate = window.minutes[start]!.date;
  const lastDate = window.minutes.at(-1)!.date;
  const closings = new Map<string, number>();
  for (const [index, { date }] of window.minutes.entries()) {
    if (open[index] && date > startDate && date < lastDate) closings.set(date, index + 1);
  }
  const counted = [...closings].sort(([a], [b]) => (a < b ? -1 : 1))[days - 1];
  return counted === undefined ? null : { date: counted[0], closing: counted[1] };
}

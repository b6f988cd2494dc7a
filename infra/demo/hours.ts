import { Temporal } from "temporal-polyfill";
import {
  addWorkingTime,
  loadChineseCalendar,
  nextOpening,
  type WorkingCalendar,
} from "../../lib/domain/calendar/index.ts";

const timeZone = "Asia/Shanghai";
const minute = 60_000;
export const hour = 60 * minute;

function everyDay(from: string, to: string): WorkingCalendar {
  const day = [[from, to]] as const;
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
  return { timeZone, week, holidays: [], extraWorkdays: [] };
}

/** Desk and handlers work on holidays too, the desk until late; customers are called 09:00–20:00. */
const calendars = {
  desk: everyDay("08:00", "22:30"),
  handlers: everyDay("08:30", "18:00"),
  office: loadChineseCalendar(),
  // Nobody begins a call at the last minute.
  calls: everyDay("09:00", "19:00"),
};
export type Hours = keyof typeof calendars;

/** The instant after `minutes` of these hours, epoch milliseconds. */
export function afterHours(hours: Hours, at: number, minutes: number): number {
  const start = Temporal.Instant.fromEpochMilliseconds(at);
  return addWorkingTime(calendars[hours], start, minutes * 60).epochMilliseconds;
}

/** People go through their list by the wall clock: the next full hour, epoch milliseconds. */
export function onTheMark(at: number): number {
  return Math.ceil(at / hour) * hour;
}

/** `at`, or the next opening when closed then. */
export function atOpening(hours: Hours, at: number): number {
  return nextOpening(calendars[hours], Temporal.Instant.fromEpochMilliseconds(at)).epochMilliseconds;
}

/** A local wall time of the demo's month, epoch milliseconds. */
export function local(day: number, clock: string, month = "2026-10"): number {
  const date = Temporal.PlainYearMonth.from(month).toPlainDate({ day });
  return date.toZonedDateTime({ timeZone, plainTime: clock }).epochMilliseconds;
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

import type { Temporal } from "temporal-polyfill";

import { type CompiledCalendar, compiled } from "./compiled.ts";
import { type Moment, toInstant, toMoment } from "./moment.ts";
import type { WorkingCalendar, WorkingDayRule } from "./types.ts";
import { formatLocalDate } from "./wall.ts";
import { epochOf, localOf } from "./zone.ts";

/** 200 years, as for working time. */
const MOST_DAYS = 73_050;

/** One date that a working-day limit counts. */
export type CountedDay = {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  /** An extra workday (补班): worked although the week alone would not say so. */
  readonly extraWorkday: boolean;
  /** Beyond the published notices: the date may turn out a holiday. */
  readonly provisional: boolean;
  /** The last closing of the date. */
  readonly closesAt: Temporal.Instant;
};

/**
 * The end of a limit in working days (D6: 3, D12: 5). The local date of `start` is not counted, whatever the
 * hour. "close-of-business": the last closing of the Nth counted date. "same-clock": the wall clock of `start`
 * on that date, or the next opening when closed then (a clock reading skipped by a DST gap moves on by the
 * gap, one that happens twice means the first).
 * With 0 days: the closing of the start's own date if still to come, else the next date's; by "same-clock" the
 * next opening. RangeError: days negative or not whole, unusable calendar, more than 200 years away.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  start: Temporal.Instant,
  days: number,
  rule: WorkingDayRule = "close-of-business",
): Temporal.Instant {
  requireDays(days);
  const tables = compiled(calendar);
  const moment = toMoment(start);
  switch (rule) {
    case "close-of-business":
      return closingInstant(tables, lastCountedDay(tables, moment, days));
    case "same-clock":
      return toInstant(tables.timeline.nextOpen(days === 0 ? moment : sameClock(tables, moment, days)));
    default:
      return unknownRule(rule);
  }
}

/**
 * The dates a limit of `days` working days counts, in order, so that a person can check the deadline:
 * "3 个工作日：2月14日(补班)、24日、25日 18:00 截止". The last one's `closesAt` is the deadline by
 * close of business. With 0 days: the one date on whose closing it ends. Errors as `addWorkingDays`.
 */
export function explainWorkingDays(
  calendar: WorkingCalendar,
  start: Temporal.Instant,
  days: number,
): readonly CountedDay[] {
  requireDays(days);
  const tables = compiled(calendar);
  const counted: number[] = [];
  const last = lastCountedDay(tables, toMoment(start), days, (day) => counted.push(day));
  if (days === 0) counted.splice(0, counted.length, last);
  return counted.map((day) => ({
    date: formatLocalDate(day),
    extraWorkday: tables.isExtraWorkday(day),
    provisional: day > tables.publishedUntil,
    closesAt: closingInstant(tables, day),
  }));
}

function requireDays(days: number): void {
  if (!Number.isInteger(days) || days < 0) {
    throw new RangeError(`a working day limit is a whole number of days ≥ 0, not ${days}`);
  }
}

/** The Nth working date after the start's; for 0 the start's own while its closing is still to come. */
function lastCountedDay(
  { zone, timeline }: CompiledCalendar,
  start: Moment,
  days: number,
  onCounted?: (day: number) => void,
): number {
  const startDay = localOf(zone, start.sec).day;
  if (days === 0) {
    const closing = timeline.closingOf(startDay);
    if (closing !== null && isNotBefore(closing, start)) return startDay;
  }
  let left = Math.max(days, 1);
  for (let day = startDay + 1; day <= startDay + MOST_DAYS; day++) {
    // A date of which nothing is open, even one that a zone skipped, is not a working date.
    if (timeline.closingOf(day) === null) continue;
    onCounted?.(day);
    left -= 1;
    if (left === 0) return day;
  }
  throw new RangeError("the working calendar is searched 200 years at most");
}

function isNotBefore(sec: number, moment: Moment): boolean {
  return sec > moment.sec || (sec === moment.sec && moment.nano === 0);
}

function sameClock(tables: CompiledCalendar, start: Moment, days: number): Moment {
  const { second } = localOf(tables.zone, start.sec);
  const day = lastCountedDay(tables, start, days);
  return { sec: epochOf(tables.zone, day, second), nano: start.nano };
}

function closingInstant({ timeline }: CompiledCalendar, day: number): Temporal.Instant {
  const closing = timeline.closingOf(day);
  if (closing === null) throw new RangeError(`${formatLocalDate(day)} is not a working date`);
  return toInstant({ sec: closing, nano: 0 });
}

function unknownRule(rule: never): never {
  throw new RangeError(`unknown working day rule "${String(rule)}"`);
}

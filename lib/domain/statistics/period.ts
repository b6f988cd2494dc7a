import { Temporal } from "temporal-polyfill";

/** A half-open span `[start, end)` in epoch milliseconds. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** From the period of this month on, periods begin on another day. */
export interface StartDay {
  /** `YYYY-MM` */
  readonly from: string;
  readonly day: number;
}

export interface PeriodOptions {
  /** The name of the period, `YYYY-MM`. */
  readonly month: string;
  /** IANA zone of the project, e.g. `Asia/Shanghai`: a month begins when its first day begins there. */
  readonly timeZone: string;
  /**
   * First day of a company period, 1–28 (default 1, the calendar month). With another day the period is named
   * after the month it ends in: 26 makes "2026-03" run from 26 February to 25 March inclusive.
   */
  readonly startDay?: number | undefined;
  /**
   * The same where it changed: from each month on (`YYYY-MM`, oldest first) another first day; before the first of them
   * `startDay`. A period begins where the one before it ended, so that a change neither counts a day twice nor loses one.
   */
  readonly startDays?: readonly StartDay[] | undefined;
  /** Another period than the month's own: first and last local day, `YYYY-MM-DD`, both included. */
  readonly span?: { readonly from: string; readonly to: string } | undefined;
}

const monthName = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** The local day after the last one of the period `month`: by the rule in force for that month. */
function dayAfter(month: Temporal.PlainYearMonth, options: PeriodOptions): Temporal.PlainDate {
  const startDay = startDayOf(month.toString(), options);
  return startDay === 1
    ? month.add({ months: 1 }).toPlainDate({ day: 1 })
    : month.toPlainDate({ day: startDay });
}

/** The first local day of the period `month`: where the one before ended. */
function firstDay(month: Temporal.PlainYearMonth, options: PeriodOptions): Temporal.PlainDate {
  return dayAfter(month.subtract({ months: 1 }), options);
}

function startDayOf(month: string, { startDay = 1, startDays = [] }: PeriodOptions): number {
  return startDays.findLast(({ from }) => from <= month)?.day ?? startDay;
}

function nameOf({ month, startDay = 1, startDays = [] }: PeriodOptions): Temporal.PlainYearMonth {
  if (!monthName.test(month)) throw new RangeError(`month must be YYYY-MM: ${JSON.stringify(month)}`);
  // Later days do not exist in every month; the period would silently change its length.
  for (const day of [startDay, ...startDays.map((change) => change.day)]) {
    if (!Number.isInteger(day) || day < 1 || day > 28) {
      throw new RangeError(`startDay must be a whole number from 1 to 28: ${day}`);
    }
  }
  return Temporal.PlainYearMonth.from(month);
}

/** Start of a local day as epoch milliseconds (in a zone that skips midnight: the first instant of the day). */
function dayStart(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}

/** First and last local day (both inclusive) of a statistics period, for titles. @throws RangeError */
export function periodDays(options: PeriodOptions): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const name = nameOf(options);
  const { span } = options;
  if (span === undefined) {
    return {
      first: firstDay(name, options),
      last: dayAfter(name, options).subtract({ days: 1 }),
    };
  }
  const [first, last] = [Temporal.PlainDate.from(span.from), Temporal.PlainDate.from(span.to)];
  if (Temporal.PlainDate.compare(first, last) > 0) {
    throw new RangeError(`a period cannot end before it begins: ${span.from} to ${span.to}`);
  }
  return { first, last };
}

/** The period `month` (D1: 本月), or the span given instead. @throws RangeError on a malformed month, day or zone */
export function monthPeriod(options: PeriodOptions): Period {
  const { first, last } = periodDays(options);
  return {
    start: dayStart(first, options.timeZone),
    end: dayStart(last.add({ days: 1 }), options.timeZone),
  };
}

/**
 * The twelve periods of the year that `month` belongs to (D1: 年度); with startDay 26 from 26 December. A span does not
 * change it.
 */
export function yearPeriod(options: PeriodOptions): Period {
  const january = nameOf(options).with({ month: 1 });
  return {
    start: dayStart(firstDay(january, options), options.timeZone),
    end: dayStart(firstDay(january.add({ years: 1 }), options), options.timeZone),
  };
}

/** Whether an instant lies in the half-open period. */
export function within(period: Period, at: number): boolean {
  return period.start <= at && at < period.end;
}

/**
 * The period of equal length before this one: the month before; for a span of whole months as many months before it, for
 * any other span as many days. @throws RangeError
 */
export function periodBefore<T extends PeriodOptions>(options: T): T {
  const { span } = options;
  const month = monthBefore(options.month);
  if (span === undefined) return { ...options, month };
  const months = monthsOfSpan(options);
  const [first] = months;
  if (first === undefined) {
    const { first: from, last: to } = periodDays(options);
    const days = from.until(to, { largestUnit: "days" }).days + 1;
    return withSpan(options, from.subtract({ days }), from.subtract({ days: 1 }));
  }
  const before = Temporal.PlainYearMonth.from(first);
  const own = { ...options, span: undefined };
  const start = periodDays({ ...own, month: before.subtract({ months: months.length }).toString() }).first;
  const end = periodDays({ ...own, month: before.subtract({ months: 1 }).toString() }).last;
  return withSpan(options, start, end);
}

function withSpan<T extends PeriodOptions>(options: T, from: Temporal.PlainDate, to: Temporal.PlainDate): T {
  const month = to.toPlainYearMonth().toString();
  return { ...options, month, span: { from: from.toString(), to: to.toString() } };
}

/** The names of the months that a span consists of, oldest first; none where it cuts a month. */
export function monthsOfSpan(options: PeriodOptions): readonly string[] {
  const own = { ...options, span: undefined };
  const { first, last } = periodDays(options);
  const isOf = (name: string) => {
    const days = periodDays({ ...own, month: name });
    return { begins: days.first.equals(first), ends: days.last.equals(last) };
  };
  // A company period is named after the month it ends in: it may begin in the month before.
  let month = [0, 1]
    .map((months) => first.toPlainYearMonth().add({ months }).toString())
    .find((name) => isOf(name).begins);
  const found: string[] = [];
  for (let left = MOST_MONTHS; month !== undefined && left > 0; left -= 1) {
    found.push(month);
    if (isOf(month).ends) return found;
    month = monthAfter(month);
  }
  return [];
}

/** A span of more than ten years is told in days. */
const MOST_MONTHS = 120;

/** The month before, `YYYY-MM`. */
export function monthBefore(month: string): string {
  return Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();
}

function monthAfter(month: string): string {
  return Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();
}

import { Temporal } from "temporal-polyfill";

/** A half-open span `[start, end)` in epoch milliseconds. */
export interface Period {
  readonly start: number;
  readonly end: number;
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
  /** Another period than the month's own: first and last local day, `YYYY-MM-DD`, both included. */
  readonly span?: { readonly from: string; readonly to: string } | undefined;
}

const monthName = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** The first local day of the period `month`. */
function firstDay(month: Temporal.PlainYearMonth, startDay: number): Temporal.PlainDate {
  return startDay === 1
    ? month.toPlainDate({ day: 1 })
    : month.subtract({ months: 1 }).toPlainDate({ day: startDay });
}

function parse({ month, startDay = 1 }: PeriodOptions): { name: Temporal.PlainYearMonth; startDay: number } {
  if (!monthName.test(month)) throw new RangeError(`month must be YYYY-MM: ${JSON.stringify(month)}`);
  // Later days do not exist in every month; the period would silently change its length.
  if (!Number.isInteger(startDay) || startDay < 1 || startDay > 28) {
    throw new RangeError(`startDay must be a whole number from 1 to 28: ${startDay}`);
  }
  return { name: Temporal.PlainYearMonth.from(month), startDay };
}

/** Start of a local day as epoch milliseconds (in a zone that skips midnight: the first instant of the day). */
function dayStart(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}

/** First and last local day (both inclusive) of a statistics period, for titles. @throws RangeError */
export function periodDays(options: PeriodOptions): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const { name, startDay } = parse(options);
  const { span } = options;
  if (span === undefined) {
    return {
      first: firstDay(name, startDay),
      last: firstDay(name.add({ months: 1 }), startDay).subtract({ days: 1 }),
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
  const { name, startDay } = parse(options);
  const january = name.with({ month: 1 });
  return {
    start: dayStart(firstDay(january, startDay), options.timeZone),
    end: dayStart(firstDay(january.add({ years: 1 }), startDay), options.timeZone),
  };
}

/** Whether an instant lies in the half-open period. */
export function within(period: Period, at: number): boolean {
  return period.start <= at && at < period.end;
}

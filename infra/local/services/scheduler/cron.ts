import { Temporal } from "temporal-polyfill";

/** A cron expression that EventBridge Scheduler would refuse, or `W`, which the local cloud does not know. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

/** One `cron(minutes hours day-of-month month day-of-week year)`; wall-clock fields without a zone. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: readonly number[];
  readonly years: readonly number[];
  /** Does the date match day-of-month or day-of-week (the other one is `?`)? */
  readonly matchesDay: (date: Temporal.PlainDate) => boolean;
}

const monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
/** AWS counts from Sunday = 1. */
const dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

interface Field {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

function readNumber(token: string, { label, min, max, names }: Field): number {
  const named = names?.indexOf(token.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + 1 : Number(token);
  if (!/^\d+$/.test(named >= 0 ? "0" : token) || value < min || value > max) {
    throw new ExpressionError(`${label}: ${token} is not between ${min} and ${max}`);
  }
  return value;
}

/** Lists, ranges, steps and `*`, in ascending order. */
function readValues(source: string, field: Field): number[] {
  const values = new Set<number>();
  for (const part of source.split(",")) {
    const [range = "", step, ...rest] = part.split("/");
    const by = step === undefined ? 1 : Number(step);
    if (rest.length > 0 || !Number.isInteger(by) || by < 1) {
      throw new ExpressionError(`${field.label}: ${part} has no proper step`);
    }
    let first = field.min;
    let last = field.max;
    if (range !== "*") {
      const [from = "", to, ...more] = range.split("-");
      if (more.length > 0) throw new ExpressionError(`${field.label}: ${part} is no range`);
      first = readNumber(from, field);
      // `5/10` runs to the end of the field; a single value does not.
      if (to !== undefined) last = readNumber(to, field);
      else if (step === undefined) last = first;
    }
    if (first > last) throw new ExpressionError(`${field.label}: ${part} runs backwards`);
    for (let value = first; value <= last; value += by) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

function readDayOfMonth(source: string): Cron["matchesDay"] {
  if (source === "L") return (date) => date.day === date.daysInMonth;
  const days = new Set(readValues(source, { label: "day of month", min: 1, max: 31 }));
  return (date) => days.has(date.day);
}

function readDayOfWeek(source: string): Cron["matchesDay"] {
  const field = { label: "day of week", min: 1, max: 7, names: dayNames };
  const awsDay = (date: Temporal.PlainDate) => (date.dayOfWeek % 7) + 1;
  const nth = /^([^#]+)#([1-5])$/.exec(source);
  if (nth?.[1] !== undefined) {
    const day = readNumber(nth[1], field);
    return (date) => awsDay(date) === day && Math.ceil(date.day / 7) === Number(nth[2]);
  }
  if (source === "L") return (date) => awsDay(date) === 7;
  const lastOne = /^(.+)L$/.exec(source);
  if (lastOne?.[1] !== undefined) {
    const day = readNumber(lastOne[1], field);
    return (date) => awsDay(date) === day && date.day + 7 > date.daysInMonth;
  }
  const days = new Set(readValues(source, field));
  return (date) => days.has(awsDay(date));
}

/** Reads the six fields between the brackets of `cron(...)`. Throws ExpressionError. */
export function parseCron(source: string): Cron {
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year, ...rest] = source.trim().split(/\s+/);
  if (
    minutes === undefined ||
    hours === undefined ||
    dayOfMonth === undefined ||
    month === undefined ||
    dayOfWeek === undefined ||
    year === undefined ||
    rest.length > 0
  ) {
    throw new ExpressionError(`cron(${source}) must have six fields`);
  }
  if ((dayOfMonth === "?") === (dayOfWeek === "?")) {
    throw new ExpressionError(`cron(${source}): exactly one of day of month and day of week must be ?`);
  }
  return {
    minutes: readValues(minutes, { label: "minutes", min: 0, max: 59 }),
    hours: readValues(hours, { label: "hours", min: 0, max: 23 }),
    months: readValues(month, { label: "month", min: 1, max: 12, names: monthNames }),
    years: readValues(year, { label: "year", min: 1970, max: 2199 }),
    matchesDay: dayOfWeek === "?" ? readDayOfMonth(dayOfMonth) : readDayOfWeek(dayOfWeek),
  };
}

/**
 * The first instant after `after` (both epoch milliseconds) at which the wall clock of the zone matches. A time that
 * the zone skips in spring is skipped; one that comes twice in autumn runs once, the first time.
 */
export function nextCron(cron: Cron, timeZone: string, after: number): number | undefined {
  const from = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone);
  // One day back: after a fall back the wall clock may show again what lies before `after`.
  const start = from.toPlainDate().subtract({ days: 1 });
  for (const year of cron.years) {
    if (year < start.year) continue;
    for (const month of cron.months) {
      if (year === start.year && month < start.month) continue;
      const found = nextInMonth(cron, timeZone, after, year, month);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function nextInMonth(cron: Cron, timeZone: string, after: number, year: number, month: number) {
  const days = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  for (let day = 1; day <= days; day += 1) {
    const date = Temporal.PlainDate.from({ year, month, day });
    if (!cron.matchesDay(date)) continue;
    if (date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds <= after) continue;
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        const wall = date.toPlainDateTime({ hour, minute });
        const zoned = wall.toZonedDateTime(timeZone, { disambiguation: "compatible" });
        const skipped = !zoned.toPlainDateTime().equals(wall);
        if (!skipped && zoned.epochMilliseconds > after) return zoned.epochMilliseconds;
      }
    }
  }
  return undefined;
}

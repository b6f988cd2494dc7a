import type { WallPeriod } from "./types.ts";

/** Seconds in a nominal day; a real local day may be longer or shorter. */
export const DAY_SECONDS = 86_400;

/** A period of a local day, `[from, to)`, in wall-clock seconds since local midnight. */
export type DayPeriod = { readonly from: number; readonly to: number };

const WALL_TIME = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;
const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Parses and sorts the periods of one day. RangeError names `where` and the offending period. */
export function parsePeriods(periods: readonly WallPeriod[], where: string): readonly DayPeriod[] {
  const parsed = periods.map((period) => parsePeriod(period, where));
  parsed.sort((a, b) => a.from - b.from);
  let open = 0;
  for (const period of parsed) {
    if (period.from < open) throw new RangeError(`${where}: opening periods overlap`);
    open = period.to;
  }
  return parsed;
}

function parsePeriod([from, to]: WallPeriod, where: string): DayPeriod {
  const period = { from: parseWallTime(from, where), to: parseWallTime(to, where) };
  if (period.from >= period.to) {
    throw new RangeError(`${where}: period ${from}–${to} is empty or ends before it begins`);
  }
  return period;
}

/** Seconds since local midnight of a wall time `HH:MM[:SS]`, up to `24:00`. RangeError on anything else. */
export function parseWallTime(text: string, where: string): number {
  const match = WALL_TIME.exec(text);
  const seconds = match
    ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? "0")
    : Number.NaN;
  // The comparison is false for NaN too.
  if (!(seconds <= DAY_SECONDS)) {
    throw new RangeError(`${where}: "${text}" is not a wall time HH:MM[:SS] up to 24:00`);
  }
  return seconds;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD` date. RangeError on anything else, 2026-02-30 included. */
export function parseLocalDate(text: string, where: string): number {
  const match = LOCAL_DATE.exec(text);
  const day = match
    ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY
    : Number.NaN;
  if (Number.isNaN(day) || formatLocalDate(day) !== text) {
    throw new RangeError(`${where}: "${text}" is not a date YYYY-MM-DD`);
  }
  return day;
}

/** `YYYY-MM-DD` of a day counted from 1970-01-01. */
export function formatLocalDate(epochDay: number): string {
  return new Date(epochDay * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Index into WEEKDAYS (0 = Monday) of a day counted from 1970-01-01, which was a Thursday. */
export function weekdayIndex(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}

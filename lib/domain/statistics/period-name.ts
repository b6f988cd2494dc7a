import type { Temporal } from "temporal-polyfill";
import { monthsOfSpan, type PeriodOptions, periodDays } from "./period.ts";

/** `2026年3月`; a span of whole months `2026年1、2月`, across years `2025年12月、2026年1月`; any other by its days. */
export function periodName(options: PeriodOptions): string {
  if (options.span === undefined) return monthWords(options.month);
  const months = monthsOfSpan(options);
  const [first, last] = [months.at(0), months.at(-1)];
  if (first === undefined || last === undefined) {
    const days = periodDays(options);
    if (days.first.equals(days.last)) return dayWords(days.first);
    return `${dayWords(days.first)}至${dayWords(days.last)}`;
  }
  if (first === last) return monthWords(first);
  if (first.slice(0, 4) !== last.slice(0, 4)) {
    return months.length === 2
      ? months.map(monthWords).join("、")
      : `${monthWords(first)}至${monthWords(last)}`;
  }
  const year = `${first.slice(0, 4)}年`;
  return months.length <= LISTED
    ? `${year}${months.map(numberOf).join("、")}月`
    : `${year}${numberOf(first)}至${numberOf(last)}月`;
}

/** More months than these are told by the first and the last. */
const LISTED = 3;

/** The same in a title, where several months are called `1、2月份` (D14). */
export function periodTitle(options: PeriodOptions): string {
  return options.span !== undefined && monthsOfSpan(options).length > 1
    ? `${periodName(options)}份`
    : periodName(options);
}

/** What a text calls the period and the one before it. */
export interface PeriodWords {
  readonly name: string;
  readonly current: "本月" | "本期";
  readonly before: "上月" | "上期";
}

/** @throws RangeError when the month or a day cannot be read */
export function periodWords(options: PeriodOptions): PeriodWords {
  const name = periodName(options);
  return options.span === undefined
    ? { name, current: "本月", before: "上月" }
    : { name, current: "本期", before: "上期" };
}

function numberOf(month: string): number {
  return Number(month.slice(5));
}

function monthWords(month: string): string {
  return `${month.slice(0, 4)}年${numberOf(month)}月`;
}

function dayWords(day: Temporal.PlainDate): string {
  return `${day.year}年${day.month}月${day.day}日`;
}

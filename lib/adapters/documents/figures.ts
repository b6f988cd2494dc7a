import type { DocumentFrame } from "../../app/ports/document-input.ts";
import { fromInstant } from "../../domain/time/instant.ts";

/** `92.3%`; a rate whose denominator is 0 prints "–". */
export function percent(rate: number | null): string {
  return rate === null ? "–" : `${(rate * 100).toFixed(1)}%`;
}

/** `2026年1月`, or `2026年1、2月` for a period of whole months, else the days. */
export function periodWords({ month, span }: Pick<DocumentFrame, "month" | "span">): string {
  const [year = "", number = ""] = month.split("-");
  if (span === undefined) return `${year}年${Number(number)}月`;
  const months = wholeMonths(span);
  if (months === undefined) return `${dayWords(span.from)}至${dayWords(span.to)}`;
  const years = new Set(months.map((one) => one.year));
  const [first] = months;
  return years.size === 1 && first !== undefined
    ? `${first.year}年${months.map((one) => one.month).join("、")}月`
    : months.map((one) => `${one.year}年${one.month}月`).join("、");
}

interface Month {
  readonly year: number;
  readonly month: number;
}

/** The calendar months of a span that begins on a first and ends on a last day. */
function wholeMonths({ from, to }: { readonly from: string; readonly to: string }): Month[] | undefined {
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  const [lastYear = 0, lastMonth = 0, lastDay = 0] = to.split("-").map(Number);
  if (day !== 1 || lastDay !== new Date(Date.UTC(lastYear, lastMonth, 0)).getUTCDate()) return undefined;
  const count = (lastYear - year) * 12 + lastMonth - month + 1;
  return Array.from({ length: count }, (_, index) => ({
    year: year + Math.floor((month - 1 + index) / 12),
    month: ((month - 1 + index) % 12) + 1,
  }));
}

/** `2026年3月8日` of a local day `YYYY-MM-DD`. */
export function dayWords(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** The local day of an instant, `2026年3月8日`. */
export function localDay(instant: string, timeZone: string): string {
  return dayWords(fromInstant(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString());
}

/** The local day and time of an instant, `3月8日 9:05`. */
export function localMoment(instant: string, timeZone: string): string {
  const { month, day, hour, minute } = fromInstant(instant).toZonedDateTimeISO(timeZone);
  return `${month}月${day}日 ${hour}:${String(minute).padStart(2, "0")}`;
}

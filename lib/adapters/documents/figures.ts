import type { DocumentFrame } from "../../app/ports/document-input.ts";
import { printedPercent } from "../../domain/printed.ts";
import { fromInstant } from "../../domain/time/instant.ts";
import { noData } from "../../domain/words/no-data.ts";
import { recordedUntilWords } from "../formats/edition-words.ts";

/** `92.3%`; a rate whose denominator is 0 prints "–". */
export function percent(rate: number | null): string {
  return rate === null ? "–" : printedPercent(rate);
}

/** A figure of another period: 无数据 where nothing was recorded yet. */
export function known<T>(figures: T | null, of: (figures: T) => string): string {
  return figures === null ? noData.zh : of(figures);
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

/** The line under a title that says what counts: until when, and as of which records. */
export function frameWords(frame: DocumentFrame): string {
  const recorded = recordedUntilWords(frame);
  const { asOf, madeAt, timeZone } = frame;
  const parts = [`数据截止：${localDay(asOf, timeZone)}`, `制表：${localDay(madeAt, timeZone)}`];
  return [...parts, ...(recorded === undefined ? [] : [recorded])].join("　");
}

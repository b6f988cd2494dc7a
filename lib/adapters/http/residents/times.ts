import type { Language } from "../../../contracts/problems.ts";
import { fromInstant, type Instant } from "../../../domain/time/instant.ts";

const weekdays = {
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** `2026年2月25日（周三）18:00`; in English `2026-02-25 (Wed) 18:00`. */
export function localTime(at: Instant, timeZone: string, language: Language): string {
  const local = fromInstant(at).toZonedDateTimeISO(timeZone);
  const { year, month, day, dayOfWeek } = local;
  const weekday = weekdays[language][dayOfWeek - 1] ?? "";
  const clock = local.toPlainTime().toString({ smallestUnit: "minute" });
  return language === "zh"
    ? `${year}年${month}月${day}日（${weekday}）${clock}`
    : `${local.toPlainDate().toString()} (${weekday}) ${clock}`;
}

/** `3 月 4 日`; in English `2026-03-04`. */
export function localDay(at: Instant, timeZone: string, language: Language): string {
  const date = fromInstant(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return language === "zh" ? `${date.month} 月 ${date.day} 日` : date.toString();
}

import { fromInstant, type Instant, secondsBetween } from "../../domain/time/instant.ts";
import type { Words } from "./message.ts";

const weekdays = ["一", "二", "三", "四", "五", "六", "日"] as const;
const englishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** Writes instants for people in one time zone; another year than the reader's is named. */
export interface Dates {
  /** `2月25日（周三）18:00` */
  at(instant: Instant): string;
  /** The same for readers of English: `2026-02-25 (Wed) 18:00`. */
  en(instant: Instant): string;
  words(instant: Instant): Words;
}

export function datesIn(timeZone: string, now: Instant): Dates {
  const thisYear = fromInstant(now).toZonedDateTimeISO(timeZone).year;
  const local = (instant: Instant) => fromInstant(instant).toZonedDateTimeISO(timeZone);
  const dates: Dates = {
    at(instant) {
      const { year, month, day, dayOfWeek, hour, minute } = local(instant);
      const named = year === thisYear ? "" : `${year}年`;
      return `${named}${month}月${day}日（周${weekdays[dayOfWeek - 1] ?? ""}）${two(hour)}:${two(minute)}`;
    },
    en(instant) {
      const { year, month, day, dayOfWeek, hour, minute } = local(instant);
      return `${year}-${two(month)}-${two(day)} (${englishDays[dayOfWeek - 1] ?? ""}) ${two(hour)}:${two(minute)}`;
    },
    words: (instant) => ({ zh: dates.at(instant), en: dates.en(instant) }),
  };
  return dates;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** A length of natural time in its two largest units: `2天3小时`, `15分钟`. */
export function duration(from: Instant, to: Instant): Words {
  const minutes = Math.floor(Math.abs(secondsBetween(from, to)) / 60);
  if (minutes === 0) return { zh: "不到1分钟", en: "less than a minute" };
  const parts = [
    { n: Math.floor(minutes / 1440), zh: "天", en: "d" },
    { n: Math.floor((minutes % 1440) / 60), zh: "小时", en: "h" },
    { n: minutes % 60, zh: "分钟", en: "min" },
  ];
  const first = parts.findIndex((part) => part.n > 0);
  const shown = parts.slice(first, first + 2).filter((part) => part.n > 0);
  return {
    zh: shown.map((part) => `${part.n}${part.zh}`).join(""),
    en: shown.map((part) => `${part.n} ${part.en}`).join(" "),
  };
}

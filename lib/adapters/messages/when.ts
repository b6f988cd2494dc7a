import { fromInstant, type Instant, secondsBetween } from "../../domain/time/instant.ts";
import type { Words } from "./message.ts";

const weekdays = ["一", "二", "三", "四", "五", "六", "日"] as const;

/** Writes instants for people in one time zone; another year than the reader's is named. */
export interface Dates {
  /** `2月25日（周三）18:00` */
  at(instant: Instant): string;
}

export function datesIn(timeZone: string, now: Instant): Dates {
  const thisYear = fromInstant(now).toZonedDateTimeISO(timeZone).year;
  return {
    at(instant) {
      const local = fromInstant(instant).toZonedDateTimeISO(timeZone);
      const year = local.year === thisYear ? "" : `${local.year}年`;
      const weekday = weekdays[local.dayOfWeek - 1] ?? "";
      return `${year}${local.month}月${local.day}日（周${weekday}）${two(local.hour)}:${two(local.minute)}`;
    },
  };
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

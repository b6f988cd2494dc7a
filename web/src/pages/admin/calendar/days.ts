import type { Calendar } from "./model.ts";
import { weekdays } from "./weekdays.ts";

type Shown = Pick<Calendar, "notices" | "week" | "publishedUntil">;

/** What a day is: by the week, by a notice, or nobody knows yet. */
export type DayKind = "worked" | "closed" | "holiday" | "made-up" | "provisional";

export interface CalendarDay {
  readonly date: string;
  readonly day: number;
  readonly kind: DayKind;
  /** The holiday's name. */
  readonly name?: string;
}

const dayMs = 86_400_000;

/** The days of a month `YYYY-MM`, the first week filled up in front with undefined from Monday on. */
export function monthOf(calendar: Shown, month: string): readonly (CalendarDay | undefined)[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const days: (CalendarDay | undefined)[] = Array.from({ length: weekdayOf(first) }, () => undefined);
  for (let at = first; new Date(at).toISOString().startsWith(month); at += dayMs)
    days.push(dayOf(calendar, at));
  return days;
}

function weekdayOf(at: number): number {
  return (new Date(at).getUTCDay() + 6) % weekdays.length;
}

function dayOf({ notices, week, publishedUntil }: Shown, at: number): CalendarDay {
  const date = new Date(at).toISOString().slice(0, 10);
  const day = { date, day: Number(date.slice(8)) };
  for (const { holidays } of notices) {
    const holiday = holidays.find(({ from, to }) => from <= date && date <= to);
    if (holiday !== undefined) return { ...day, kind: "holiday", name: holiday.name };
    const worked = holidays.find(({ makeUpWorkdays }) => makeUpWorkdays.includes(date));
    if (worked !== undefined) return { ...day, kind: "made-up", name: worked.name };
  }
  if (publishedUntil !== undefined && date > publishedUntil) return { ...day, kind: "provisional" };
  const weekday = weekdays[weekdayOf(at)];
  const isWorked = weekday !== undefined && (week[weekday] ?? []).length > 0;
  return { ...day, kind: isWorked ? "worked" : "closed" };
}

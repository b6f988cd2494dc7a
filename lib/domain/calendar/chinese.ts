import { once } from "../once.ts";
import { defined } from "../present.ts";
import { noticesRelease } from "./notices/index.ts";
import type { HolidayNotice, NoticeHoliday } from "./notices/types.ts";
import type { WallPeriod, WorkingCalendar } from "./types.ts";
import { formatLocalDate, parseLocalDate } from "./wall.ts";

/** Stamp of the built-in notices in force. */
export const chineseCalendarVersion = noticesRelease.version;

const office: readonly WallPeriod[] = [["09:00", "18:00"]];

/** `default`: the sources name no office hours, only that a day's limit ends at close of business, 18:00. */
const officeWeek: WorkingCalendar["week"] = {
  mon: office,
  tue: office,
  wed: office,
  thu: office,
  fri: office,
};

/** What a notice says about one date. */
export type NoticeDay = {
  readonly kind: "holiday" | "make-up-workday";
  readonly holiday: NoticeHoliday;
  readonly notice: HolidayNotice;
};

const builtInDays = once(() => noticeDays(noticesRelease.notices));

const chineseCalendar = once(() => Object.freeze(calendarOfNotices(noticesRelease.notices, {})));

/**
 * Chinese working days by the State Council notices (statutory holidays and make-up workdays 补班) in
 * Asia/Shanghai. `week` gives other opening hours, default Monday–Friday 09:00–18:00; make-up workdays have
 * Monday's. The default calendar is one shared, frozen object.
 */
export function loadChineseCalendar(week?: WorkingCalendar["week"]): WorkingCalendar {
  return week === undefined ? chineseCalendar() : calendarOfNotices(noticesRelease.notices, { week });
}

/** What the notices say about a local date `YYYY-MM-DD`, null for an ordinary weekday or weekend. */
export function noticeDay(date: string): NoticeDay | null {
  return builtInDays().get(date) ?? null;
}

/** What several notices say, by local date. */
function noticeDays(notices: readonly HolidayNotice[]): ReadonlyMap<string, NoticeDay> {
  return new Map(notices.flatMap((notice) => notice.holidays.flatMap((holiday) => daysOf(notice, holiday))));
}

/** How a calendar differs from the office hours in Asia/Shanghai. */
export interface CalendarHours {
  readonly timeZone?: string | undefined;
  readonly week?: WorkingCalendar["week"] | undefined;
  readonly extraWorkdayHours?: readonly WallPeriod[] | undefined;
}

/** The calendar that these notices give; published as far as they follow each other year by year. */
export function calendarOfNotices(
  notices: readonly HolidayNotice[],
  { timeZone = "Asia/Shanghai", week = officeWeek, extraWorkdayHours }: CalendarHours,
): WorkingCalendar {
  const days = noticeDays(notices);
  const datesOf = (kind: NoticeDay["kind"]) =>
    [...days].filter(([, day]) => day.kind === kind).map(([date]) => date);
  return {
    timeZone,
    week,
    holidays: datesOf("holiday"),
    extraWorkdays: datesOf("make-up-workday"),
    ...defined({ extraWorkdayHours }),
    publishedUntil: `${lastYearInARow(notices)}-12-31`,
  };
}

function lastYearInARow(notices: readonly HolidayNotice[]): number {
  const years = new Set(notices.map(({ year }) => year));
  let last = Math.min(...years);
  while (years.has(last + 1)) last += 1;
  return last;
}

function daysOf(notice: HolidayNotice, holiday: NoticeHoliday): (readonly [string, NoticeDay])[] {
  const from = parseLocalDate(holiday.from, holiday.name);
  const length = parseLocalDate(holiday.to, holiday.name) - from + 1;
  const off = Array.from({ length }, (_, index) => formatLocalDate(from + index));
  return [
    ...off.map((date) => [date, { kind: "holiday", holiday, notice }] as const),
    ...holiday.makeUpWorkdays.map((date) => [date, { kind: "make-up-workday", holiday, notice }] as const),
  ];
}

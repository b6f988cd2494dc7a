/** The working calendar: opening hours, working days and State Council notices (docs/clocks-and-policies.md). */
export {
  chineseCalendarVersion,
  loadChineseCalendar,
  noticeDay,
} from "./chinese.ts";
export { noticesRelease, noticesReleases } from "./notices/index.ts";
export type { HolidayNotice, NoticeHoliday } from "./notices/types.ts";
export type { Pause, WallPeriod, Weekday, WorkingCalendar, WorkingDayRule } from "./types.ts";
export { addWorkingDays, type CountedDay, explainWorkingDays } from "./working-days.ts";
export { addWorkingTime, isOpen, isProvisional, nextOpening, workingTimeBetween } from "./working-time.ts";

import {
  chineseCalendarVersion,
  loadChineseCalendar,
  type WorkingCalendar,
} from "../../lib/domain/calendar/index.ts";
import type { Rules } from "../../lib/domain/clocks/start.ts";
import { builtInPolicy } from "../../lib/domain/policy/built-in.ts";

const chineseCalendar = loadChineseCalendar();
const byZone = new Map<string, WorkingCalendar>([[chineseCalendar.timeZone, chineseCalendar]]);

/** The rules in force for a project's time zone: the built-in policy on the State Council calendar. */
export function rulesFor(timeZone: string): Rules {
  let calendar = byZone.get(timeZone);
  if (calendar === undefined) {
    calendar = { ...chineseCalendar, timeZone };
    byZone.set(timeZone, calendar);
  }
  return { policy: builtInPolicy, calendar, calendarVersion: chineseCalendarVersion };
}

import {
  chineseCalendarVersion,
  loadChineseCalendar,
  type WorkingCalendar,
} from "../domain/calendar/index.ts";
import type { Rules } from "../domain/clocks/start.ts";
import { builtInPolicies, builtInPolicy } from "../domain/policy/built-in.ts";
import type { Policy } from "../domain/policy/policy.ts";

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

/** The policy a clock was stamped with. Throws RangeError for a version that is not published. */
export function stampedPolicy(version: string): Policy {
  const policy = builtInPolicies.get(version);
  if (policy === undefined) throw new RangeError(`policy version ${version} is not published`);
  return policy;
}

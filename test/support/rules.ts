import type { BuiltIn } from "../../lib/app/rules/rule-book.ts";
import {
  chineseCalendarVersion,
  loadChineseCalendar,
  noticesRelease,
  noticesReleases,
  type WorkingCalendar,
} from "../../lib/domain/calendar/index.ts";
import type { Rules } from "../../lib/domain/clocks/start.ts";
import { builtInPolicies, builtInPolicy } from "../../lib/domain/policy/built-in.ts";
import type { Policy } from "../../lib/domain/policy/policy.ts";

const chineseCalendar = loadChineseCalendar();
const byZone = new Map<string, WorkingCalendar>([[chineseCalendar.timeZone, chineseCalendar]]);

/**
 * The built-in policy without its news (新到): a test of one clock or command shall not begin with who heard of the
 * registration. What news does is tested with the policy as it ships (test/app/escalation/news.test.ts).
 */
export const quietPolicy: Policy = {
  ...builtInPolicy,
  version: "built-in-without-news",
  ladders: Object.fromEntries(
    Object.entries(builtInPolicy.ladders).map(([name, ladder]) => [
      name,
      ladder.filter(({ kind }) => kind !== "news"),
    ]),
  ),
};

/** The rules of a project's time zone: the built-in policy without news on the State Council calendar. */
export function rulesFor(timeZone: string, policy = quietPolicy): Rules {
  let calendar = byZone.get(timeZone);
  if (calendar === undefined) {
    calendar = { ...chineseCalendar, timeZone };
    byZone.set(timeZone, calendar);
  }
  return { policy, calendar, calendarVersion: chineseCalendarVersion };
}

/** What ships, with this policy in force. */
export function released(policy: Policy): BuiltIn {
  return {
    policies: [...new Set([...builtInPolicies, policy])],
    policy,
    calendars: noticesReleases,
    calendar: noticesRelease,
  };
}

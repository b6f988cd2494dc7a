import { addWorkingTime, type WorkingCalendar } from "../calendar/index.ts";
import type { Rules } from "../clocks/start.ts";
import type { GroupPolicy } from "../policy/group-policy.ts";
import type { QuietHours } from "../policy/policy.ts";
import { fromInstant, type Instant, toInstant } from "../time/instant.ts";
import type { Evidence } from "./evidence.ts";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/**
 * When a proposal stands by itself unless somebody decides before: one building, an hour of duty time (whatever day
 * it is, outside the quiet hours); else four working hours (`default`).
 */
export function confirmationAt(
  from: Instant,
  { scope }: Pick<Evidence, "scope">,
  policy: GroupPolicy,
  { calendar, policy: { quietHours } }: Rules,
): Instant {
  const start = fromInstant(from);
  const at =
    scope === "building"
      ? addWorkingTime(
          dutyHours(quietHours, calendar.timeZone),
          start,
          policy.building.confirmAfterDutyMinutes * 60,
        )
      : addWorkingTime(calendar, start, policy.project.confirmAfterWorkingMinutes * 60);
  return toInstant(at);
}

/** Somebody is on duty whenever it is not quiet. */
function dutyHours({ from, to }: QuietHours, timeZone: string): WorkingCalendar {
  const acrossMidnight = from > to;
  const hours: readonly (readonly [string, string])[] = acrossMidnight
    ? [[to, from]]
    : [
        ["00:00", from],
        [to, "24:00"],
      ];
  return {
    timeZone,
    week: Object.fromEntries(days.map((day) => [day, hours])),
    holidays: [],
    extraWorkdays: [],
  };
}

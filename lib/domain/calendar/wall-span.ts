import type { Temporal } from "temporal-polyfill";
import { compiled } from "./compiled.ts";
import { toInstant, toMoment } from "./moment.ts";
import type { WorkingCalendar } from "./types.ts";
import { parseWallTime } from "./wall.ts";
import { epochOf, localOf } from "./zone.ts";

/**
 * The stretch `[from, to)` between two wall times of the calendar's zone that holds `at`, or undefined; `to` is on the next
 * day when it is not after `from` (21:00–08:00).
 */
export function wallSpanAround(
  calendar: WorkingCalendar,
  at: Temporal.Instant,
  wall: { readonly from: string; readonly to: string },
): { readonly start: Temporal.Instant; readonly end: Temporal.Instant } | undefined {
  const { zone } = compiled(calendar);
  const { sec } = toMoment(at);
  const from = parseWallTime(wall.from, "from");
  const to = parseWallTime(wall.to, "to");
  const today = localOf(zone, sec).day;
  for (const day of [today - 1, today]) {
    const start = epochOf(zone, day, from);
    const end = epochOf(zone, from < to ? day : day + 1, to);
    if (start <= sec && sec < end) {
      return { start: toInstant({ sec: start, nano: 0 }), end: toInstant({ sec: end, nano: 0 }) };
    }
  }
  return undefined;
}

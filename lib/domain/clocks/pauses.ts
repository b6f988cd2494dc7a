import { Temporal } from "temporal-polyfill";
import {
  addWorkingDays,
  addWorkingTime,
  type Pause,
  type WorkingCalendar,
  workingTimeBetween,
} from "../calendar/index.ts";

/**
 * Working days (`default`): the limit moves by the working time that was paused. It still ends at a close of business, and goes on
 * to the next working day only when at least half of that day's working time was used up by pauses. Where that close lies
 * before the work went on, nothing is rounded: what was left then is still left. So a pause never wins or costs half a
 * working day, and one outside business hours changes nothing. `end` is the close without pauses.
 */
export function closingAfterPauses(
  calendar: WorkingCalendar,
  start: Temporal.Instant,
  end: Temporal.Instant,
  pauses: readonly Pause[],
): Temporal.Instant {
  const moved = addWorkingTime(calendar, start, workingTimeBetween(calendar, start, end), pauses);
  const close = addWorkingDays(calendar, moved, 0, "close-of-business");
  const [left, used] = [workingTimeBetween(calendar, moved, close), usedOfDay(calendar, moved)];
  if (left <= used || Temporal.Instant.compare(moved, end) <= 0) return close;
  const before = closeBefore(calendar, moved);
  const resumed = pauses.filter(({ from }) => Temporal.Instant.compare(from, moved) < 0).map(({ to }) => to);
  return resumed.some((to) => Temporal.Instant.compare(to, before) >= 0) ? moved : before;
}

/** Working seconds of the local day that lie before an instant. */
function usedOfDay(calendar: WorkingCalendar, at: Temporal.Instant): number {
  return workingTimeBetween(calendar, midnight(calendar, at, 0), at);
}

/** The last close of business on the working days before an instant's own. */
function closeBefore(calendar: WorkingCalendar, at: Temporal.Instant): Temporal.Instant {
  for (let days = 1; ; days += 1) {
    const day = midnight(calendar, at, days);
    if (workingTimeBetween(calendar, day, midnight(calendar, at, days - 1)) > 0)
      return addWorkingDays(calendar, day, 0, "close-of-business");
  }
}

function midnight({ timeZone }: WorkingCalendar, at: Temporal.Instant, daysBefore: number): Temporal.Instant {
  const date = at.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: daysBefore });
  return date.toZonedDateTime({ timeZone }).toInstant();
}

/** Natural time: every pause that begins before the end pushes the end on by as long as it took since `start`. */
export function afterPauses(
  start: Temporal.Instant,
  end: Temporal.Instant,
  pauses: readonly Pause[],
): Temporal.Instant {
  let moved = end;
  for (const pause of pauses) {
    if (Temporal.Instant.compare(pause.from, moved) >= 0) continue;
    const from = later(start, pause.from);
    if (Temporal.Instant.compare(from, pause.to) < 0) moved = moved.add(from.until(pause.to));
  }
  return moved;
}

/** Milliseconds between two instants during which nothing was paused. Pauses are in order and do not overlap. */
export function runningMilliseconds(
  start: Temporal.Instant,
  end: Temporal.Instant,
  pauses: readonly Pause[],
): number {
  let span = end.epochMilliseconds - start.epochMilliseconds;
  for (const pause of pauses) {
    const from = later(start, pause.from);
    const to = Temporal.Instant.compare(pause.to, end) < 0 ? pause.to : end;
    span -= Math.max(0, to.epochMilliseconds - from.epochMilliseconds);
  }
  return span;
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a;
}

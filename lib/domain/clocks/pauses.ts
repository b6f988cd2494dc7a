import { Temporal } from "temporal-polyfill";
import type { Pause } from "../calendar/index.ts";

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

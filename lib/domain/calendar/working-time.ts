import type { Temporal } from "temporal-polyfill";

import { type CompiledCalendar, compiled } from "./compiled.ts";
import {
  type Moment,
  momentOf,
  NANOS_PER_SECOND,
  nanosOf,
  nanosToSeconds,
  secondsToNanos,
  toInstant,
  toMoment,
} from "./moment.ts";
import type { Pause, WorkingCalendar } from "./types.ts";
import { localOf } from "./zone.ts";

/**
 * The earliest instant at which `seconds` of working time have passed since `start`; pauses do not count.
 * A budget used up exactly at a closing (or at the start of a pause) ends there. A budget of zero ends at
 * `start` when the calendar is open and not paused, else at the next opening.
 * RangeError: negative or non-finite budget, inverted pause, unusable calendar, more than 200 years away.
 */
export function addWorkingTime(
  calendar: WorkingCalendar,
  start: Temporal.Instant,
  seconds: number,
  pauses: readonly Pause[] = [],
): Temporal.Instant {
  if (!Number.isFinite(seconds) || seconds < 0) {
    throw new RangeError(`a working time budget is a finite number of seconds ≥ 0, not ${seconds}`);
  }
  const tables = compiled(calendar);
  let budget = secondsToNanos(seconds);
  const { windows, rest } = activeWindows(start, pauses);
  for (const window of windows) {
    if (budget === 0n) {
      const opening = tables.timeline.nextOpen(momentOf(window.from));
      if (nanosOf(opening) < window.to) return toInstant(opening);
      continue;
    }
    const available = workedNanos(tables, momentOf(window.from), momentOf(window.to));
    if (available >= budget) return toInstant(spend(tables, momentOf(window.from), budget));
    budget -= available;
  }
  return toInstant(spend(tables, momentOf(rest), budget));
}

/**
 * Working time in `[start, end)` in seconds, with fractions where the instants have them; pauses do not count.
 * 0 when `end` is not after `start`. RangeError: inverted pause, unusable calendar, more than 200 years apart.
 */
export function workingTimeBetween(
  calendar: WorkingCalendar,
  start: Temporal.Instant,
  end: Temporal.Instant,
  pauses: readonly Pause[] = [],
): number {
  const tables = compiled(calendar);
  const until = end.epochNanoseconds;
  const { windows, rest } = activeWindows(start, pauses);
  let sum = 0n;
  for (const window of [...windows, { from: rest, to: until }]) {
    const to = window.to < until ? window.to : until;
    if (window.from < to) sum += workedNanos(tables, momentOf(window.from), momentOf(to));
  }
  return nanosToSeconds(sum);
}

/** `at` itself when the calendar is open then, else the next opening. RangeError when none in 200 years. */
export function nextOpening(calendar: WorkingCalendar, at: Temporal.Instant): Temporal.Instant {
  return toInstant(compiled(calendar).timeline.nextOpen(toMoment(at)));
}

/** Whether `at` lies in an opening period; a closing instant does not. */
export function isOpen(calendar: WorkingCalendar, at: Temporal.Instant): boolean {
  return compiled(calendar).timeline.isOpen(toMoment(at).sec);
}

/**
 * Whether the local date of `at` lies after the published notices, so that a deadline there may still move
 * when the next notice comes. Never, for a calendar without `publishedUntil`.
 */
export function isProvisional(calendar: WorkingCalendar, at: Temporal.Instant): boolean {
  const { zone, publishedUntil } = compiled(calendar);
  return localOf(zone, toMoment(at).sec).day > publishedUntil;
}

type Window = { readonly from: bigint; readonly to: bigint };

/** The time from `start` on that is not paused: bounded windows, then everything from `rest`. Epoch nanoseconds. */
function activeWindows(
  start: Temporal.Instant,
  pauses: readonly Pause[],
): { readonly windows: readonly Window[]; readonly rest: bigint } {
  const stops = pauses.map(({ from, to }) => {
    if (to.epochNanoseconds < from.epochNanoseconds) {
      throw new RangeError(`pause ${from.toString()}–${to.toString()} ends before it begins`);
    }
    return { from: from.epochNanoseconds, to: to.epochNanoseconds };
  });
  stops.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  const windows: Window[] = [];
  let rest = start.epochNanoseconds;
  for (const stop of stops) {
    if (stop.to <= rest) continue;
    if (stop.from === stop.to) continue;
    if (stop.from > rest) windows.push({ from: rest, to: stop.from });
    rest = stop.to;
  }
  return { windows, rest };
}

/** Working nanoseconds in `[from, to)`. Stretches have whole-second ends, so only the two ends can be broken. */
function workedNanos({ timeline }: CompiledCalendar, from: Moment, to: Moment): bigint {
  let nanos = BigInt(timeline.openSeconds(from.sec, to.sec)) * NANOS_PER_SECOND;
  if (from.nano > 0 && timeline.isOpen(from.sec)) nanos -= BigInt(from.nano);
  if (to.nano > 0 && timeline.isOpen(to.sec)) nanos += BigInt(to.nano);
  return nanos;
}

/** Where `budget` nanoseconds are used up, without pauses. */
function spend({ timeline }: CompiledCalendar, from: Moment, budget: bigint): Moment {
  const opening = timeline.nextOpen(from);
  if (budget === 0n) return opening;
  // Counted from the whole second before, of which `nano` is already gone.
  const needed = budget + BigInt(opening.nano);
  const whole = Number(needed / NANOS_PER_SECOND);
  const nano = Number(needed % NANOS_PER_SECOND);
  if (nano === 0) return { sec: timeline.spend(opening.sec, whole), nano };
  // A broken second must be open as a whole: find the end of it and step back inside.
  return { sec: timeline.spend(opening.sec, whole + 1) - 1, nano };
}

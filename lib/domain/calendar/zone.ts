import { Temporal } from "temporal-polyfill";

import { DAY_SECONDS } from "./wall.ts";

/** A stretch `[from, to)` of epoch seconds with one UTC offset (seconds); the ends may be infinite. */
export type OffsetSpan = { readonly from: number; readonly to: number; readonly offset: number };

/** The offsets of one time zone, read from Temporal once per span and then looked up. */
export type Zone = {
  /** The span that holds this epoch second. */
  spanAt(sec: number): OffsetSpan;
  /** The spans that touch `[from, to)`, in order. */
  spansWithin(from: number, to: number): readonly OffsetSpan[];
};

/** RangeError when the zone is unknown. */
export function openZone(timeZone: string): Zone {
  requireZone(timeZone);
  // Sorted and disjoint, but not contiguous: only what was asked for.
  const known: OffsetSpan[] = [];
  let last: OffsetSpan | undefined;

  function spanAt(sec: number): OffsetSpan {
    if (last !== undefined && last.from <= sec && sec < last.to) return last;
    const index = insertionPoint(known, sec);
    const candidate = known[index - 1];
    if (candidate !== undefined && sec < candidate.to) {
      last = candidate;
      return candidate;
    }
    const read = readSpan(timeZone, sec);
    known.splice(index, 0, read);
    last = read;
    return read;
  }

  function spansWithin(from: number, to: number): readonly OffsetSpan[] {
    const spans: OffsetSpan[] = [];
    for (let sec = from; sec < to; ) {
      const span = spanAt(sec);
      spans.push(span);
      sec = span.to;
    }
    return spans;
  }

  return { spanAt, spansWithin };
}

function requireZone(timeZone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  } catch (cause) {
    throw new RangeError(`timeZone: "${timeZone}" is not a known time zone`, { cause });
  }
}

/** How many spans begin at or before `sec`. */
function insertionPoint(spans: readonly OffsetSpan[], sec: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && span.from <= sec) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readSpan(timeZone: string, sec: number): OffsetSpan {
  const at = Temporal.Instant.fromEpochMilliseconds(sec * 1000).toZonedDateTimeISO(timeZone);
  // "previous" means strictly earlier, so a transition at this very second is found from just after it.
  const previous = at.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const next = at.getTimeZoneTransition("next");
  return {
    from: previous === null ? Number.NEGATIVE_INFINITY : previous.epochMilliseconds / 1000,
    to: next === null ? Number.POSITIVE_INFINITY : next.epochMilliseconds / 1000,
    offset: at.offsetNanoseconds / 1e9,
  };
}

/** The local date (days since 1970-01-01) and the wall-clock second of that day at an epoch second. */
export function localOf(zone: Zone, sec: number): { readonly day: number; readonly second: number } {
  const local = sec + zone.spanAt(sec).offset;
  const day = Math.floor(local / DAY_SECONDS);
  return { day, second: local - day * DAY_SECONDS };
}

/**
 * The epoch second of a wall clock, by the usual rule: the earlier one where a clock reading happens twice,
 * and pushed on by the gap's length where it does not happen at all.
 */
export function epochOf(zone: Zone, day: number, second: number): number {
  const local = day * DAY_SECONDS + second;
  let beforeGap = 0;
  // Offsets lie within a day of UTC, so the answer is within a day of the reading taken as UTC.
  for (const span of zone.spansWithin(local - DAY_SECONDS, local + DAY_SECONDS)) {
    const sec = local - span.offset;
    if (sec < span.to) {
      if (sec >= span.from) return sec;
      break;
    }
    beforeGap = sec;
  }
  return beforeGap;
}

import { Temporal } from "temporal-polyfill";
import { type Instant, instantAt, millisecondsOf } from "./instant.ts";

/** No zone changes its offset within a quarter of an hour that begins at a whole one. */
const QUARTER = 900_000;

/**
 * Local time of many instants of one zone: each quarter of an hour is looked up once.
 * @throws RangeError when the zone is unknown
 */
export function localClock(timeZone: string): (epochMilliseconds: number) => number {
  const offsets = new Map<number, number>();
  const offsetAt = (ms: number): number => {
    const quarter = Math.floor(ms / QUARTER);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
    const offset = zoned.offsetNanoseconds / 1_000_000;
    offsets.set(quarter, offset);
    return offset;
  };
  /** Wall time as if it were UTC, in epoch milliseconds. */
  return (ms) => ms + offsetAt(ms);
}

/** Wall time without a zone, to the second, as archives carry it: `2026-03-01T02:00:00`. */
export function wallTime(instant: Instant, timeZone: string): string {
  return instantAt(localClock(timeZone)(millisecondsOf(instant))).slice(0, 19);
}

import { Temporal } from "temporal-polyfill";
import { epochMs } from "../../domain/statistics/instant.ts";

/** No zone changes its offset within a quarter of an hour that begins at a whole one. */
const QUARTER = 900_000;

/**
 * Turns instants into the dates of cells: the library prints a Date's UTC fields, so those are the local time.
 * @throws RangeError when an instant or the zone cannot be read
 */
export function sheetClock(timeZone: string) {
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
  /** Local date and minute. */
  const moment = (instant: string): Date => {
    const ms = epochMs(instant, "instant");
    const local = ms + offsetAt(ms);
    return new Date(local - (((local % 60_000) + 60_000) % 60_000));
  };
  return {
    moment,
    optional: (instant: string | null | undefined): Date | null =>
      typeof instant === "string" ? moment(instant) : null,
    /** Local date. */
    date: (instant: string): Date => new Date(moment(instant).setUTCHours(0, 0, 0, 0)),
  };
}

export type SheetClock = ReturnType<typeof sheetClock>;

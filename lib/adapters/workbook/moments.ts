import { epochMs } from "../../domain/statistics/instant.ts";
import { localClock } from "../../domain/time/local-clock.ts";

/**
 * Turns instants into the dates of cells: the library prints a Date's UTC fields, so those are the local time.
 * @throws RangeError when an instant or the zone cannot be read
 */
export function sheetClock(timeZone: string) {
  const localOf = localClock(timeZone);
  /** Local date and minute. */
  const moment = (instant: string): Date => {
    const local = localOf(epochMs(instant, "instant"));
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

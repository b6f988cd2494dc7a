import { epochMs } from "../statistics/instant.ts";
import { monthPeriod, type Period, within, yearPeriod } from "../statistics/period.ts";
import type { SheetOptions } from "../statistics/sheet.ts";
import { localClock } from "../time/local-clock.ts";
import type { Task } from "./view.ts";

/** What figures are counted over, ready for many complaints; instants are epoch milliseconds. */
export interface Span {
  readonly options: SheetOptions;
  readonly period: Period;
  readonly year: Period;
  /** The cut-off. */
  readonly asOf: number;
  /** Wall time as if it were UTC. */
  readonly wall: (at: number) => number;
}

/** @throws RangeError when the month, an instant or the zone cannot be read */
export function spanOf(options: SheetOptions): Span {
  return {
    options,
    period: monthPeriod(options),
    year: yearPeriod(options),
    asOf: epochMs(options.asOf, "asOf"),
    wall: localClock(options.timeZone),
  };
}

/** Received in the period: what B of D1 counts. */
export function isOfPeriod({ period }: Span, { received }: Task): boolean {
  return within(period, received);
}

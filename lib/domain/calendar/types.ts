import type { Temporal } from "temporal-polyfill";

/** Weekdays in ISO order; the index is `(epochDay + 3) mod 7`. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** `[from, to)` in local wall time, `HH:MM` or `HH:MM:SS`; `24:00` is the day's end. */
export type WallPeriod = readonly [from: string, to: string];

/**
 * When a project works. A calendar is a value: change it by making a new object, never in place,
 * because what is computed from it is cached per object.
 *
 * - `timeZone`: any IANA zone or fixed offset.
 * - `week`: the opening periods of each weekday; a missing or empty weekday is closed.
 * - `holidays`: closed local dates, `YYYY-MM-DD`.
 * - `extraWorkdays`: local dates worked although the week says otherwise (补班). One that is also listed
 *   as a holiday is worked: a make-up day is the more specific statement.
 * - `extraWorkdayHours`: opening periods of the extra workdays; without them, Monday's.
 * - `publishedUntil`: last local date covered by published notices; later results are provisional.
 */
export type WorkingCalendar = {
  timeZone: string;
  week: Partial<Record<Weekday, readonly WallPeriod[]>>;
  holidays: readonly string[];
  extraWorkdays: readonly string[];
  extraWorkdayHours?: readonly WallPeriod[];
  publishedUntil?: string;
};

/** A stretch `[from, to)` during which the clock stands still. */
export type Pause = { readonly from: Temporal.Instant; readonly to: Temporal.Instant };

/**
 * Where on the Nth counted date a working-day limit ends: at its last closing (the regulations' 工作日,
 * D6 and D12), or at the wall clock of the start.
 */
export type WorkingDayRule = "close-of-business" | "same-clock";

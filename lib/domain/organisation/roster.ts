import { Temporal } from "temporal-polyfill";
import { type Post, posts } from "./organisation.ts";

/**
 * One line of a duty roster (值班表): who has a post of a project on a local date. `from` and `to` are wall time of the
 * project's zone (`HH:MM`; `to` may be `24:00`); a `to` that is not after `from` is on the next day.
 */
export interface Shift {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly post: Post;
  readonly departmentId?: string;
  readonly personId: string;
}

/** Equal for equal shifts; sorts by date, time and post, the order of an edition. */
export function shiftKey({ date, from, to, post, departmentId, personId }: Shift): string {
  return [date, from, to, posts.indexOf(post), departmentId ?? "", personId].join(" ");
}

/** The roster of one project and one month, as it was put in at one time; editions are never changed. */
export interface RosterEdition {
  readonly projectId: string;
  /** `YYYY-MM` of the shifts' dates. */
  readonly month: string;
  /** 1, 2, 3 …: the highest one is in force. */
  readonly version: number;
  /** Digest of the shifts: the same roster again is no new edition. */
  readonly contentHash: string;
  readonly at: string;
  readonly by: string;
  readonly shifts: readonly Shift[];
}

/**
 * The stretch of time `[start, end)` of a shift. Wall time that happens twice means the first one, wall time that does
 * not happen is pushed on: a shift that begins when another ends never leaves a gap, also when clocks change.
 */
export function shiftSpan(
  { date, from, to }: Pick<Shift, "date" | "from" | "to">,
  timeZone: string,
): { readonly start: Temporal.Instant; readonly end: Temporal.Instant } {
  const day = Temporal.PlainDate.from(date);
  const instantOf = (on: Temporal.PlainDate, plainTime: string) =>
    on.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const start = instantOf(day, from);
  const end =
    to === "24:00"
      ? instantOf(day.add({ days: 1 }), "00:00")
      : instantOf(to > from ? day : day.add({ days: 1 }), to);
  return { start, end };
}

/** True while the shift lasts. */
function isDuring(shift: Shift, at: Temporal.Instant, timeZone: string): boolean {
  const { start, end } = shiftSpan(shift, timeZone);
  return Temporal.Instant.compare(start, at) <= 0 && Temporal.Instant.compare(at, end) < 0;
}

/** The shifts that are on. Only today's and those of last night are looked at closely: a month has a hundred. */
export function shiftsDuring(shifts: readonly Shift[], at: Temporal.Instant, timeZone: string): Shift[] {
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  const dates = [today, today.subtract({ days: 1 })].map((date) => date.toString());
  return shifts.filter((shift) => dates.includes(shift.date) && isDuring(shift, at, timeZone));
}

/**
 * The months `YYYY-MM` whose rosters can have a shift now or in the night to come: yesterday's (a shift may cross
 * midnight), today's and tomorrow's.
 */
export function rosterMonths(at: Temporal.Instant, timeZone: string): readonly string[] {
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  const months = [-1, 0, 1].map((days) => today.add({ days }).toPlainYearMonth().toString());
  return [...new Set(months)];
}

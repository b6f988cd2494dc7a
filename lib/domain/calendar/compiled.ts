import { openTimeline, type Timeline } from "./timeline.ts";
import { WEEKDAYS, type WorkingCalendar } from "./types.ts";
import { type DayPeriod, parseLocalDate, parsePeriods, weekdayIndex } from "./wall.ts";
import { openZone, type Zone } from "./zone.ts";

/** A validated calendar with its lookup tables. */
export type CompiledCalendar = {
  readonly zone: Zone;
  readonly timeline: Timeline;
  /** Whether a local date (days since 1970-01-01) is one of the extra workdays (补班). */
  isExtraWorkday(day: number): boolean;
  /** Last published local date, `Infinity` when the calendar claims to be complete. */
  readonly publishedUntil: number;
};

const compiledCalendars = new WeakMap<WorkingCalendar, CompiledCalendar>();

/** Validates once per calendar object. RangeError on anything that cannot be meant. */
export function compiled(calendar: WorkingCalendar): CompiledCalendar {
  const known = compiledCalendars.get(calendar);
  if (known !== undefined) return known;
  const fresh = compile(calendar);
  compiledCalendars.set(calendar, fresh);
  return fresh;
}

function compile(calendar: WorkingCalendar): CompiledCalendar {
  const week = compileWeek(calendar);
  const extraHours =
    calendar.extraWorkdayHours === undefined
      ? (week[0] ?? [])
      : parsePeriods(calendar.extraWorkdayHours, "extraWorkdayHours");
  const extraWorkdays = new Set(calendar.extraWorkdays.map((date) => parseLocalDate(date, "extraWorkdays")));
  const exceptions = new Map<number, readonly DayPeriod[]>();
  for (const date of calendar.holidays) exceptions.set(parseLocalDate(date, "holidays"), []);
  // After the holidays: an extra workday wins over a holiday of the same date.
  for (const day of extraWorkdays) exceptions.set(day, extraHours);

  const weekIsClosed = week.every((periods) => periods.length === 0);
  if (weekIsClosed && (extraWorkdays.size === 0 || extraHours.length === 0)) {
    throw new RangeError("the calendar has no open time at all");
  }

  const zone = openZone(calendar.timeZone);
  return {
    zone,
    timeline: openTimeline(zone, (day) => exceptions.get(day) ?? week[weekdayIndex(day)] ?? []),
    isExtraWorkday: (day) => extraWorkdays.has(day),
    publishedUntil:
      calendar.publishedUntil === undefined
        ? Number.POSITIVE_INFINITY
        : parseLocalDate(calendar.publishedUntil, "publishedUntil"),
  };
}

function compileWeek(calendar: WorkingCalendar): readonly (readonly DayPeriod[])[] {
  const names: readonly string[] = WEEKDAYS;
  // A misspelt weekday would otherwise be a day silently closed.
  const unknown = Object.keys(calendar.week).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new RangeError(`week: "${unknown}" is not one of ${WEEKDAYS.join(", ")}`);
  return WEEKDAYS.map((name) => parsePeriods(calendar.week[name] ?? [], `week.${name}`));
}

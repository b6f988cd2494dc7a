import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import {
  addWorkingDays,
  addWorkingTime,
  isOpen,
  nextOpening,
  type WorkingCalendar,
  workingTimeBetween,
} from "../../../lib/domain/calendar/index.ts";
import {
  indexOf,
  instantOf,
  type MinutePause,
  type MinuteWindow,
  minuteWindow,
  openMinutes,
  slowAdd,
  slowBetween,
  slowWorkingDay,
} from "./oracle.ts";

/** Each window holds a change of offset, except where the zone has none. */
const windows: readonly (readonly [string, string])[] = [
  ["Asia/Shanghai", "2026-02-12T00:00Z"],
  ["Asia/Shanghai", "1988-04-14T00:00Z"],
  ["America/New_York", "2026-03-05T00:00Z"],
  ["America/New_York", "2026-10-29T00:00Z"],
  ["Europe/London", "2026-03-26T00:00Z"],
  ["Europe/London", "2026-10-22T00:00Z"],
  // Half an hour, both ways.
  ["Australia/Lord_Howe", "2026-04-01T00:00Z"],
  ["Australia/Lord_Howe", "2026-10-01T00:00Z"],
  ["Asia/Kathmandu", "1985-12-29T00:00Z"],
  // Midnight does not exist, midnight comes twice.
  ["America/Sao_Paulo", "2018-11-01T00:00Z"],
  ["America/Sao_Paulo", "2018-02-15T00:00Z"],
  // One minute of Sunday, then the last hour of Saturday again.
  ["America/St_Johns", "2006-10-26T00:00Z"],
  // 30 December 2011 was skipped.
  ["Pacific/Apia", "2011-12-28T00:00Z"],
  ["America/Havana", "2026-10-29T00:00Z"],
  ["+05:30", "2026-06-01T00:00Z"],
];

const HOUR = 60;
const cutPoint = fc.oneof(
  fc.constantFrom(0, HOUR, 90, 2 * HOUR, 150, 3 * HOUR, 23 * HOUR, 24 * HOUR),
  fc.integer({ min: 0, max: 24 * HOUR }),
);

function wall(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** No, one, two or three disjoint periods, in any order. */
const periods = fc
  .uniqueArray(cutPoint, { minLength: 0, maxLength: 6 })
  .map((points) => [...points].sort((a, b) => a - b))
  .map((points) =>
    Array.from({ length: Math.floor(points.length / 2) }, (_, pair): [string, string] => [
      wall(points[2 * pair]!),
      wall(points[2 * pair + 1]!),
    ]).reverse(),
  );

function calendarIn(window: MinuteWindow): fc.Arbitrary<WorkingCalendar> {
  const dates = [...new Set(window.minutes.map(({ date }) => date))];
  return fc
    .record({
      week: fc.record({
        mon: periods,
        tue: periods,
        wed: periods,
        thu: periods,
        fri: periods,
        sat: periods,
        sun: periods,
      }),
      holidays: fc.subarray(dates, { maxLength: 3 }),
      extraWorkdays: fc.subarray(dates, { maxLength: 3 }),
      extraWorkdayHours: fc.option(periods, { nil: undefined }),
    })
    .map(({ extraWorkdayHours, ...rest }) => ({
      timeZone: window.zone,
      ...rest,
      ...(extraWorkdayHours === undefined ? {} : { extraWorkdayHours }),
    }))
    .filter((calendar) => Object.values(calendar.week).some((hours) => hours.length > 0));
}

function scenarioIn(window: MinuteWindow) {
  const index = fc.integer({ min: 0, max: window.minutes.length - 1 });
  const pause = fc.tuple(index, fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })));
  return fc.record({
    calendar: calendarIn(window),
    start: index,
    end: index,
    budget: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3000 })),
    days: fc.integer({ min: 1, max: 5 }),
    pauses: fc.array(
      pause.map(([from, length]): MinutePause => ({ from, to: from + length })),
      { maxLength: 4 },
    ),
  });
}

describe.each(windows)("%s from %s: every answer equals the minute-by-minute count", (zone, from) => {
  const window = minuteWindow(zone, from, 7);
  const instant = (index: number) => instantOf(window, index);
  const pausesOf = (pauses: readonly MinutePause[]) =>
    pauses.map((pause) => ({ from: instant(pause.from), to: instant(pause.to) }));

  test("working time, openings and working days", () => {
    fc.assert(
      fc.property(scenarioIn(window), ({ calendar, start, end, budget, days, pauses }) => {
        const open = openMinutes(calendar, window);

        expect(isOpen(calendar, instant(start))).toBe(open[start]);
        expect(workingTimeBetween(calendar, instant(start), instant(end), pausesOf(pauses))).toBe(
          slowBetween(open, start, end, pauses) * 60,
        );

        const due = indexOf(window, addWorkingTime(calendar, instant(start), budget * 60, pausesOf(pauses)));
        // What lies beyond the window the slow count cannot tell apart.
        expect(Math.min(due, open.length)).toBe(slowAdd(open, start, budget, pauses) ?? open.length);

        const opening = open.indexOf(true, start);
        const found = indexOf(window, nextOpening(calendar, instant(start)));
        expect(Math.min(found, open.length)).toBe(opening === -1 ? open.length : opening);

        const day = slowWorkingDay(open, window, start, days);
        if (day === null) return;
        expect(indexOf(window, addWorkingDays(calendar, instant(start), days))).toBe(day.closing);

        const clock = instant(start).toZonedDateTimeISO(zone).toPlainTime();
        const sameClock = indexOf(
          window,
          Temporal.PlainDate.from(day.date).toZonedDateTime({ timeZone: zone, plainTime: clock }).toInstant(),
        );
        const sameClockDue = open.indexOf(true, sameClock);
        if (sameClockDue === -1) return;
        expect(indexOf(window, addWorkingDays(calendar, instant(start), days, "same-clock"))).toBe(
          sameClockDue,
        );
      }),
      { numRuns: 100 },
    );
  });
});

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import {
  addWorkingDays,
  addWorkingTime,
  loadChineseCalendar,
  type Pause,
  type WorkingCalendar,
  type WorkingDayRule,
  workingTimeBetween,
} from "../../../lib/domain/calendar/index.ts";

const split = [
  ["08:30:15", "12:00"],
  ["13:30", "17:45:30"],
] as const;
const night = [
  ["00:00", "02:30"],
  ["22:00", "24:00"],
] as const;

const calendars: readonly WorkingCalendar[] = [
  loadChineseCalendar(),
  loadChineseCalendar({
    mon: split,
    tue: split,
    wed: split,
    thu: split,
    fri: split,
    sat: [["09:00", "12:00"]],
  }),
  {
    timeZone: "America/New_York",
    week: { mon: night, wed: split, sat: night, sun: night },
    holidays: ["2025-11-27"],
    extraWorkdays: ["2025-11-28"],
    extraWorkdayHours: [["10:00", "14:00"]],
  },
  { timeZone: "Australia/Lord_Howe", week: { sun: [["01:45", "02:15"]] }, holidays: [], extraWorkdays: [] },
];

const calendar = fc.constantFrom(...calendars);
/** Eighths of a second, so that fractions of a second are exact in a number. */
const EIGHTHS_2025_TO_2026 = 2 * 365 * 86_400 * 8;
const instant = fc
  .oneof(
    fc.integer({ min: 0, max: EIGHTHS_2025_TO_2026 }),
    fc.integer({ min: 0, max: EIGHTHS_2025_TO_2026 / 8 }).map((seconds) => seconds * 8),
  )
  .map((eighths) => Temporal.Instant.fromEpochMilliseconds(1_735_689_600_000 + eighths * 125));
const budget = fc.oneof(
  fc.integer({ min: 0, max: 400_000 }),
  fc.integer({ min: 0, max: 80_000 }).map((eighths) => eighths / 8),
);
const pauses = fc.array(
  fc
    .tuple(instant, fc.integer({ min: 0, max: 40 * 86_400 }))
    .map(([from, seconds]): Pause => ({ from, to: from.add({ seconds }) })),
  { maxLength: 5 },
);
const delay = fc.integer({ min: 0, max: 4 * 86_400 * 8 }).map((eighths) => ({ milliseconds: eighths * 125 }));
const nanosecond = { nanoseconds: 1 };

test("a deadline is the earliest instant at which exactly the budget is worked", () => {
  fc.assert(
    fc.property(calendar, instant, budget, pauses, (hours, start, seconds, stops) => {
      const due = addWorkingTime(hours, start, seconds, stops);
      expect(workingTimeBetween(hours, start, due, stops)).toBe(seconds);
      if (seconds === 0) return;
      const justBefore = due.subtract(nanosecond);
      expect(workingTimeBetween(hours, start, justBefore, stops)).toBeLessThan(seconds);
    }),
    { numRuns: 400 },
  );
});

test("splitting an interval adds up", () => {
  fc.assert(
    fc.property(calendar, instant, instant, instant, pauses, (hours, a, b, c, stops) => {
      const [first, middle, last] = [a, b, c].sort((x, y) => Temporal.Instant.compare(x, y)) as [
        Temporal.Instant,
        Temporal.Instant,
        Temporal.Instant,
      ];
      const whole = workingTimeBetween(hours, first, last, stops);
      const left = workingTimeBetween(hours, first, middle, stops);
      expect(left + workingTimeBetween(hours, middle, last, stops)).toBe(whole);
      expect(workingTimeBetween(hours, last, first, stops)).toBe(0);
    }),
    { numRuns: 400 },
  );
});

test("a pause never makes a deadline earlier, and the order of pauses does not matter", () => {
  fc.assert(
    fc.property(calendar, instant, budget, pauses, (hours, start, seconds, stops) => {
      const paused = addWorkingTime(hours, start, seconds, stops);
      const fewer = addWorkingTime(hours, start, seconds, stops.slice(1));
      expect(Temporal.Instant.compare(paused, fewer)).toBeGreaterThanOrEqual(0);
      expect(addWorkingTime(hours, start, seconds, [...stops].reverse()).equals(paused)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test("deadlines are monotone in the limit and in the start", () => {
  fc.assert(
    fc.property(calendar, instant, delay, budget, budget, pauses, (hours, early, wait, x, y, stops) => {
      const [less, more] = [Math.min(x, y), Math.max(x, y)];
      const due = addWorkingTime(hours, early, less, stops);
      const dueOfMore = addWorkingTime(hours, early, more, stops);
      const dueOfLate = addWorkingTime(hours, early.add(wait), less, stops);
      expect(Temporal.Instant.compare(due, dueOfMore)).toBeLessThanOrEqual(0);
      expect(Temporal.Instant.compare(due, dueOfLate)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 400 },
  );
});

test("working-day deadlines are monotone in the days, and by close of business in the start", () => {
  const days = fc.integer({ min: 0, max: 12 });
  const rule = fc.constantFrom<WorkingDayRule>("close-of-business", "same-clock");
  fc.assert(
    fc.property(calendar, instant, delay, days, days, rule, (hours, early, wait, x, y, by) => {
      const [fewer, more] = [Math.min(x, y), Math.max(x, y)];
      const due = addWorkingDays(hours, early, fewer, by);
      expect(Temporal.Instant.compare(due, early)).toBeGreaterThanOrEqual(0);
      expect(Temporal.Instant.compare(due, addWorkingDays(hours, early, more, by))).toBeLessThanOrEqual(0);
      // Not so by same clock: Friday 20:00 + 1 is Tuesday's opening, Saturday 08:00 + 1 is Monday's.
      if (by === "same-clock") return;
      const dueOfLate = addWorkingDays(hours, early.add(wait), fewer);
      expect(Temporal.Instant.compare(due, dueOfLate)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 600 },
  );
});

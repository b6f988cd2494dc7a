import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import {
  addWorkingDays,
  addWorkingTime,
  isOpen,
  loadChineseCalendar,
  nextOpening,
  workingTimeBetween,
} from "../../../lib/domain/calendar/index.ts";
import {
  type CalendarName,
  calendars,
  chineseDays,
  endings,
  nights,
  openings,
  sameClocks,
  spans,
} from "./vectors.ts";

const HAS_OFFSET = /(Z|[+-]\d\d:\d\d)$/;

function instant(text: string, timeZone: string): Temporal.Instant {
  if (HAS_OFFSET.test(text)) return Temporal.Instant.from(text);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant();
}

const readerOf = (name: CalendarName) => (text: string) => instant(text, calendars[name].timeZone);

describe("business time as other products count it", () => {
  test.each(endings)(
    "%s: from %s, %d s of working time end at %s",
    (name, start, seconds, end, ...pauses) => {
      const at = readerOf(name);
      const stops = pauses.map(([from, to]) => ({ from: at(from), to: at(to) }));
      const actual = addWorkingTime(calendars[name], at(start), seconds, stops);
      expect(actual.toString()).toBe(at(end).toString());
      expect(workingTimeBetween(calendars[name], at(start), actual, stops)).toBeCloseTo(seconds, 9);
    },
  );

  test.each(spans)("%s: from %s to %s, %d s are worked", (name, from, to, seconds) => {
    const at = readerOf(name);
    expect(workingTimeBetween(calendars[name], at(from), at(to))).toBe(seconds);
  });

  test.each(nights)("%s: 00:00–06:00 on %s lasts %d hours", (timeZone, date, hours) => {
    const calendar = { ...calendars.nightBerlin, timeZone };
    const [from, to] = [`${date}T00:00`, `${date}T12:00`].map((text) => instant(text, timeZone));
    expect(workingTimeBetween(calendar, from!, to!)).toBe(hours * 3600);
  });

  test.each(openings)("%s: at %s the next opening is %s", (name, text, opening) => {
    const at = readerOf(name);
    expect(nextOpening(calendars[name], at(text)).toString()).toBe(at(opening).toString());
    expect(isOpen(calendars[name], at(text))).toBe(at(text).equals(at(opening)));
  });

  test.each(sameClocks)(
    "%s: from %s, %d working days by the same clock end at %s",
    (name, start, days, end) => {
      const at = readerOf(name);
      const actual = addWorkingDays(calendars[name], at(start), days, "same-clock");
      expect(actual.toString()).toBe(at(end).toString());
    },
  );

  test.each(chineseDays)(
    "State Council notices: %s and %d working days end on %s, 18:00",
    (start, days, end) => {
      const calendar = loadChineseCalendar();
      const from = instant(`${start}T10:00`, calendar.timeZone);
      const expected = instant(`${end}T18:00`, calendar.timeZone);
      expect(addWorkingDays(calendar, from, days).toString()).toBe(expected.toString());
    },
  );
});

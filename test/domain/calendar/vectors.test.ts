import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import {
  addWorkingDays,
  addWorkingTime,
  isOpen,
  loadChineseCalendar,
  nextOpening,
  type WorkingCalendar,
  workingTimeBetween,
} from "../../../lib/domain/calendar/index.ts";
import type { DayEnding, Ending, Opening, Span } from "./vector.ts";
import * as products from "./vectors.ts";
import * as desks from "./vectors-desks.ts";
import * as zones from "./vectors-zones.ts";

const calendars: Readonly<Record<string, WorkingCalendar>> = {
  ...products.calendars,
  ...desks.calendars,
  ...zones.calendars,
};
const endings: readonly Ending[] = [...products.endings, ...desks.endings, ...zones.endings];
const spans: readonly Span[] = [...products.spans, ...desks.spans, ...zones.spans];
const openings: readonly Opening[] = [...products.openings, ...desks.openings];
const dayEndings: readonly DayEnding[] = zones.dayEndings;

const HAS_OFFSET = /(Z|[+-]\d\d:\d\d)$/;

function instant(text: string, timeZone: string): Temporal.Instant {
  if (HAS_OFFSET.test(text)) return Temporal.Instant.from(text);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant();
}

function calendarOf(name: string): WorkingCalendar {
  const calendar = calendars[name];
  if (calendar === undefined) throw new RangeError(`no calendar ${name}`);
  return calendar;
}

const readerOf = (name: string) => (text: string) => instant(text, calendarOf(name).timeZone);

test("every calendar of the vectors has a name of its own", () => {
  const sets = [products.calendars, desks.calendars, zones.calendars];
  expect(sets.flatMap((set) => Object.keys(set))).toHaveLength(Object.keys(calendars).length);
});

describe("business time as other products count it", () => {
  test.each(endings)(
    "%s: from %s, %d s of working time end at %s",
    (name, start, seconds, end, ...pauses) => {
      const at = readerOf(name);
      const stops = pauses.map(([from, to]) => ({ from: at(from), to: at(to) }));
      const actual = addWorkingTime(calendarOf(name), at(start), seconds, stops);
      expect(actual.toString()).toBe(at(end).toString());
      expect(workingTimeBetween(calendarOf(name), at(start), actual, stops)).toBeCloseTo(seconds, 9);
    },
  );

  test.each(spans)("%s: from %s to %s, %d s are worked", (name, from, to, seconds) => {
    const at = readerOf(name);
    expect(workingTimeBetween(calendarOf(name), at(from), at(to))).toBe(seconds);
  });

  test.each(products.nights)("%s: 00:00–06:00 on %s lasts %d hours", (timeZone, date, hours) => {
    const calendar = { ...products.calendars.nightBerlin, timeZone };
    const [from, to] = [`${date}T00:00`, `${date}T12:00`].map((text) => instant(text, timeZone));
    expect(workingTimeBetween(calendar, from!, to!)).toBe(hours * 3600);
  });

  test.each(openings)("%s: at %s the next opening is %s", (name, text, opening) => {
    const at = readerOf(name);
    expect(nextOpening(calendarOf(name), at(text)).toString()).toBe(at(opening).toString());
    expect(isOpen(calendarOf(name), at(text))).toBe(at(text).equals(at(opening)));
  });

  test.each(products.sameClocks)(
    "%s: from %s, %d working days by the same clock end at %s",
    (name, start, days, end) => {
      const at = readerOf(name);
      const actual = addWorkingDays(calendarOf(name), at(start), days, "same-clock");
      expect(actual.toString()).toBe(at(end).toString());
    },
  );

  test.each(dayEndings)("%s: from %s, %d working days end at %s", (name, start, days, end) => {
    const at = readerOf(name);
    expect(addWorkingDays(calendarOf(name), at(start), days).toString()).toBe(at(end).toString());
  });

  test.each(products.chineseDays)(
    "State Council notices: %s and %d working days end on %s, 18:00",
    (start, days, end) => {
      const calendar = loadChineseCalendar();
      const from = instant(`${start}T10:00`, calendar.timeZone);
      const expected = instant(`${end}T18:00`, calendar.timeZone);
      expect(addWorkingDays(calendar, from, days).toString()).toBe(expected.toString());
    },
  );
});

import { describe, expect, test } from "vitest";
import { loadChineseCalendar } from "../../../lib/domain/calendar/chinese.ts";
import type { HolidayNotice } from "../../../lib/domain/calendar/notices/types.ts";
import {
  type CalendarEdition,
  calendarInForce,
  calendarOfVersion,
  noticesInForce,
} from "../../../lib/domain/editions/calendars.ts";
import type { Scope } from "../../../lib/domain/editions/scope.ts";
import { at, ZONE } from "../../support/builders.ts";

const place = { projectId: "p1", city: "杭州", region: "华东" };
const week = (from: string) => ({ mon: [[from, "18:00"]] }) as const;
const edition = (
  scope: Scope,
  number: number,
  more: Pick<CalendarEdition, "week" | "notices" | "extraWorkdayHours">,
): CalendarEdition => ({
  version: `${scope}@${number}`,
  scope,
  number,
  publishedAt: at("2025-12-01 10:00"),
  publishedBy: "headquarters-1",
  ...more,
});
const notice = (year: number, day: string): HolidayNotice => ({
  year,
  title: `${year}`,
  documentNumber: "",
  publishedOn: `${year - 1}-11-01`,
  address: null,
  holidays: [{ name: "元旦", from: day, to: day, days: 1, makeUpWorkdays: [] }],
});
const builtIn = { version: "cn-1", notices: [notice(2026, "2026-01-01")] };
const inForce = (editions: readonly CalendarEdition[], timeZone = ZONE) =>
  calendarInForce(editions, place, timeZone, builtIn);

describe("the calendar in force", () => {
  test("with nothing published it is the built-in one, the very same object, in its own time zone alone", () => {
    expect(calendarInForce([], place, ZONE)).toEqual({
      calendar: loadChineseCalendar(),
      calendarVersion: "cn-2026.1",
    });
    expect(calendarInForce([], place, ZONE).calendar).toBe(loadChineseCalendar());
    expect(calendarInForce([], place, "Asia/Urumqi").calendar.timeZone).toBe("Asia/Urumqi");
    // Another release of the notices is not the built-in one.
    expect(inForce([])).toMatchObject({
      calendar: { holidays: ["2026-01-01"], publishedUntil: "2026-12-31" },
      calendarVersion: "cn-1",
    });
    for (const published of [edition("company", 1, {}), edition("project:p1", 1, { week: week("10:00") })])
      expect(calendarInForce([published], place, ZONE).calendarVersion).toBe(
        `cn-2026.1+${published.version}`,
      );
    expect(calendarInForce([edition("city:宁波", 1, { week: week("10:00") })], place, ZONE).calendar).toBe(
      loadChineseCalendar(),
    );
  });

  test("opening hours are the nearest scope's that has some, its latest; notices are the company's alone", () => {
    const editions = [
      edition("project:p1", 2, { week: week("11:00"), extraWorkdayHours: [["10:00", "12:00"]] }),
      edition("project:p1", 1, { week: week("10:00") }),
      edition("city:杭州", 3, { week: week("07:00") }),
      edition("company", 2, { notices: [notice(2027, "2027-01-01")] }),
      edition("company", 1, { week: week("08:00") }),
    ];
    expect(inForce(editions)).toMatchObject({
      calendar: {
        week: week("11:00"),
        extraWorkdayHours: [["10:00", "12:00"]],
        holidays: ["2026-01-01", "2027-01-01"],
        publishedUntil: "2027-12-31",
      },
      calendarVersion: "cn-1+company@2+project:p1@2",
    });
    const [, , city, ...company] = editions;
    expect(inForce([...company, ...(city === undefined ? [] : [city])]).calendarVersion).toBe(
      "cn-1+company@2+city:杭州@3",
    );
    // The company's own hours are named once, and kept though its latest edition says nothing of hours.
    expect(inForce(company)).toMatchObject({
      calendar: { week: week("08:00") },
      calendarVersion: "cn-1+company@2",
    });
    expect(inForce([edition("project:p1", 1, {})]).calendarVersion).toBe("cn-1");
  });

  test("a later notice of a year takes the place of an earlier one, whatever order they are read in", () => {
    const editions = [
      edition("company", 3, { notices: [notice(2026, "2026-01-03")] }),
      edition("company", 2, { notices: [notice(2028, "2028-01-01"), notice(2026, "2026-01-02")] }),
      edition("company", 1, {}),
      edition("company", 4, { notices: [notice(2027, "2027-01-01")] }),
      // Nobody else makes a holiday.
      edition("project:p1", 9, { notices: [notice(2026, "2026-01-09")] }),
    ];
    expect(noticesInForce(editions, builtIn).map(({ holidays }) => holidays[0]?.from)).toEqual([
      "2026-01-03",
      "2027-01-01",
      "2028-01-01",
    ]);
    expect(noticesInForce([]).map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  });
});

describe("the calendar that a clock was stamped with", () => {
  const editions = [
    edition("company", 1, { notices: [notice(2027, "2027-01-01")] }),
    edition("company", 2, { notices: [notice(2027, "2027-01-02")] }),
    edition("project:p1", 1, { week: week("10:00") }),
    edition("project:p1", 2, { week: week("11:00") }),
    edition("city:杭州", 1, { week: week("07:00") }),
  ];
  const of = (version: string) => calendarOfVersion(editions, version, place, ZONE, [builtIn]);

  test("is the one of that day, not of today: what was published later does not count", () => {
    expect(of("cn-1")).toMatchObject({ holidays: ["2026-01-01"], week: { tue: [["09:00", "18:00"]] } });
    expect(of("cn-1+company@1")).toMatchObject({ holidays: ["2026-01-01", "2027-01-01"] });
    expect(of("cn-1+company@2+project:p1@1")).toMatchObject({
      holidays: ["2026-01-01", "2027-01-02"],
      week: week("10:00"),
    });
    expect(of("cn-1+project:p1@2")).toMatchObject({ holidays: ["2026-01-01"], week: week("11:00") });
    for (const version of ["cn-1", "cn-1+company@2+project:p1@2", "cn-1+city:杭州@1"])
      expect(
        calendarInForce(
          editions.filter((one) => version.includes(one.scope)),
          place,
          ZONE,
          builtIn,
        ).calendarVersion,
      ).toBe(version);
  });

  test("one that was never released or published is an error, not a guess", () => {
    for (const version of ["cn-2", "cn-1+company@3", "cn-1+company@1+project:p2@1", ""])
      expect(() => of(version)).toThrow(new RangeError(`calendar version ${version} is not published`));
    expect(calendarOfVersion([], "cn-2026.1", place, ZONE)).toEqual(loadChineseCalendar());
  });
});

import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import {
  addWorkingDays,
  addWorkingTime,
  explainWorkingDays,
  isOpen,
  nextOpening,
  type WallPeriod,
  type WorkingCalendar,
  workingTimeBetween,
} from "../../../lib/domain/calendar/index.ts";

const HOUR = 3600;
const at = (text: string) => Temporal.Instant.from(text);
const everyDay = (...hours: WallPeriod[]): WorkingCalendar["week"] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
});
const office: WallPeriod[] = [
  ["09:00", "12:00"],
  ["13:30", "18:00"],
];
const shanghai: WorkingCalendar = {
  timeZone: "Asia/Shanghai",
  week: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: [],
  extraWorkdays: [],
};
/** 2026-03-02 is a Monday; 09:00 in Shanghai is 01:00Z. */
const monday = (clock: string) => at(`2026-03-02T${clock}+08:00`);

const due = (start: string, seconds: number, pauses: readonly (readonly [string, string])[] = []) =>
  addWorkingTime(
    shanghai,
    monday(start),
    seconds,
    pauses.map(([from, to]) => ({ from: monday(from), to: monday(to) })),
  ).toString({ timeZone: "+08:00" });

describe("working time", () => {
  test("D6 accept: 2 working hours skip the lunch break and the night", () => {
    expect(due("11:00:00", 2 * HOUR)).toBe("2026-03-02T14:30:00+08:00");
    expect(due("17:30:00", 2 * HOUR)).toBe("2026-03-03T10:30:00+08:00");
  });

  test("a budget used up exactly at a closing ends there, not at the next opening", () => {
    expect(due("11:00:00", HOUR)).toBe("2026-03-02T12:00:00+08:00");
    expect(due("09:00:00", 7.5 * HOUR)).toBe("2026-03-02T18:00:00+08:00");
    expect(due("12:00:00", 4.5 * HOUR)).toBe("2026-03-02T18:00:00+08:00");
    expect(due("11:00:00", HOUR + 1)).toBe("2026-03-02T13:30:01+08:00");
  });

  test("a year of full working days ends at each day's closing in turn", () => {
    for (let days = 1; days <= 261; days++) {
      const closing = addWorkingDays(shanghai, at("2026-03-01T12:00:00+08:00"), days);
      expect(addWorkingTime(shanghai, monday("09:00:00"), days * 7.5 * HOUR).equals(closing)).toBe(true);
    }
  });

  test("no budget: the start while open, the next opening outside hours and at a closing", () => {
    expect(due("11:59:59.5", 0)).toBe("2026-03-02T11:59:59.5+08:00");
    expect(due("12:00:00", 0)).toBe("2026-03-02T13:30:00+08:00");
    expect(due("20:00:00", 0)).toBe("2026-03-03T09:00:00+08:00");
  });

  test("the weekend lies between Friday afternoon and Monday", () => {
    const friday = at("2026-02-27T17:00:00+08:00");
    expect(addWorkingTime(shanghai, friday, 2 * HOUR).equals(monday("10:00"))).toBe(true);
    expect(workingTimeBetween(shanghai, friday, monday("10:00"))).toBe(2 * HOUR);
  });

  test("seconds and fractions of seconds are kept", () => {
    expect(due("11:59:58.25", 2.5)).toBe("2026-03-02T13:30:00.75+08:00");
    expect(due("11:59:58.25", 1.75)).toBe("2026-03-02T12:00:00+08:00");
    expect(workingTimeBetween(shanghai, monday("11:59:58.25"), monday("13:30:00.75"))).toBe(2.5);
    expect(workingTimeBetween(shanghai, monday("11:59:58.25"), monday("11:59:58.5"))).toBe(0.25);
    const odd = { ...shanghai, week: { mon: [["09:00:30", "09:00:45"]] } } satisfies WorkingCalendar;
    expect(addWorkingTime(odd, monday("08:00"), 16).equals(at("2026-03-09T09:00:31+08:00"))).toBe(true);
  });

  test("before 1970 as after it", () => {
    const start = at("1969-12-31T17:59:59.75+08:00");
    expect(addWorkingTime(shanghai, start, 0.5).equals(at("1970-01-01T09:00:00.25+08:00"))).toBe(true);
  });

  test("hours until 24:00 run on into a day that opens at 00:00", () => {
    const late: WorkingCalendar = {
      ...shanghai,
      week: { fri: [["22:00", "24:00"]], sat: [["00:00", "02:00"]] },
    };
    const friday = at("2026-03-06T23:00:00+08:00");
    expect(addWorkingTime(late, friday, HOUR).equals(at("2026-03-07T00:00:00+08:00"))).toBe(true);
    expect(addWorkingTime(late, friday, 3 * HOUR).equals(at("2026-03-07T02:00:00+08:00"))).toBe(true);
    expect(isOpen(late, at("2026-03-07T00:00:00+08:00"))).toBe(true);
    expect(nextOpening(late, at("2026-03-07T02:00:00+08:00")).equals(at("2026-03-13T22:00:00+08:00"))).toBe(
      true,
    );
  });

  test("closed days, and extra workdays with their own hours or Monday's", () => {
    const changed = { ...shanghai, holidays: ["2026-03-03"], extraWorkdays: ["2026-03-07"] };
    expect(addWorkingTime(changed, monday("17:00"), 2 * HOUR).equals(at("2026-03-04T10:00:00+08:00"))).toBe(
      true,
    );
    expect(
      nextOpening(changed, at("2026-03-06T19:00:00+08:00")).equals(at("2026-03-07T09:00:00+08:00")),
    ).toBe(true);
    const short = { ...changed, extraWorkdayHours: [["10:00", "11:00"]] } satisfies WorkingCalendar;
    expect(workingTimeBetween(short, at("2026-03-07T00:00:00+08:00"), at("2026-03-08T00:00:00+08:00"))).toBe(
      HOUR,
    );
  });
});

describe("pauses", () => {
  test("stop the clock, in any order, overlapping or touching", () => {
    expect(due("09:00:00", 2 * HOUR, [["10:00", "10:30"]])).toBe("2026-03-02T11:30:00+08:00");
    expect(
      due("09:00:00", 2 * HOUR, [
        ["10:20", "10:40"],
        ["09:30", "10:00"],
        ["10:00", "10:30"],
      ]),
    ).toBe("2026-03-02T13:40:00+08:00");
  });

  test("are half-open: a budget used up when a pause begins ends there", () => {
    expect(due("09:00:00", HOUR, [["10:00", "11:00"]])).toBe("2026-03-02T10:00:00+08:00");
    expect(due("10:00:00", 0, [["10:00", "11:00"]])).toBe("2026-03-02T11:00:00+08:00");
    expect(due("11:00:00", 0, [["10:00", "11:00"]])).toBe("2026-03-02T11:00:00+08:00");
    expect(due("08:00:00", 0, [["09:00", "10:00"]])).toBe("2026-03-02T10:00:00+08:00");
  });

  test("outside hours, before the start or without length change nothing", () => {
    expect(
      due("11:00:00", 2 * HOUR, [
        ["12:00", "13:30"],
        ["08:00", "10:59:59.5"],
        ["11:30", "11:30"],
      ]),
    ).toBe("2026-03-02T14:30:00+08:00");
  });

  test("count by the fraction of a second", () => {
    expect(due("09:00:00", 10, [["09:00:02.5", "09:00:04.25"]])).toBe("2026-03-02T09:00:11.75+08:00");
  });
});

describe("daylight saving", () => {
  const newYork = (week: WorkingCalendar["week"]): WorkingCalendar => ({
    timeZone: "America/New_York",
    week,
    holidays: [],
    extraWorkdays: [],
  });
  const day = (date: string) =>
    [at(`${date}T12:00-04:00`).subtract({ hours: 24 }), at(`${date}T12:00-04:00`)] as const;

  test("a period over the spring gap is shorter, over the autumn overlap longer, in real time", () => {
    const night = newYork(everyDay(["01:00", "04:00"]));
    expect(workingTimeBetween(night, ...day("2026-03-08"))).toBe(2 * HOUR);
    expect(workingTimeBetween(night, ...day("2026-11-01"))).toBe(4 * HOUR);
    expect(workingTimeBetween(night, ...day("2026-07-01"))).toBe(3 * HOUR);
  });

  test("a period within the gap does not happen; one within the overlap happens twice", () => {
    const short = newYork(everyDay(["01:15", "01:45"], ["02:15", "02:45"]));
    expect(workingTimeBetween(short, ...day("2026-03-08"))).toBe(HOUR / 2);
    expect(workingTimeBetween(short, ...day("2026-11-01"))).toBe(1.5 * HOUR);
    expect(nextOpening(short, at("2026-11-01T01:45:00-04:00")).equals(at("2026-11-01T01:15:00-05:00"))).toBe(
      true,
    );
  });

  test("around the clock, working time is elapsed time", () => {
    const always = newYork(everyDay(["00:00", "24:00"]));
    const start = at("2026-03-07T17:30:00-05:00");
    expect(addWorkingTime(always, start, 24 * HOUR).equals(start.add({ hours: 24 }))).toBe(true);
    expect(workingTimeBetween(always, start, start.add({ hours: 5000 }))).toBe(5000 * HOUR);
  });

  test("the same clock on a counted day is the wall clock there, moved on out of a gap", () => {
    const always = newYork(everyDay(["00:00", "24:00"]));
    const sameClock = (start: string) => addWorkingDays(always, at(start), 1, "same-clock").toString();
    expect(sameClock("2026-03-07T09:15:30-05:00")).toBe("2026-03-08T13:15:30Z");
    expect(sameClock("2026-03-07T02:30:00-05:00")).toBe("2026-03-08T07:30:00Z");
    expect(sameClock("2026-10-31T01:30:00-04:00")).toBe("2026-11-01T05:30:00Z");
  });

  test("a date that a zone skipped is not a working date", () => {
    const apia: WorkingCalendar = { ...newYork(everyDay(["09:00", "17:00"])), timeZone: "Pacific/Apia" };
    const counted = explainWorkingDays(apia, at("2011-12-28T20:00Z"), 2).map(({ date }) => date);
    expect(counted).toEqual(["2011-12-29", "2011-12-31"]);
  });
});

describe("working days", () => {
  test("same clock: the next opening when closed then", () => {
    const sameClock = (start: string, days = 1) =>
      addWorkingDays(shanghai, at(start), days, "same-clock").toString({ timeZone: "+08:00" });
    expect(sameClock("2026-03-06T10:15:00.5+08:00")).toBe("2026-03-09T10:15:00.5+08:00");
    expect(sameClock("2026-03-06T12:30:00+08:00")).toBe("2026-03-09T13:30:00+08:00");
    expect(sameClock("2026-03-06T20:00:00+08:00")).toBe("2026-03-10T09:00:00+08:00");
    expect(sameClock("2026-03-07T07:00:00+08:00", 0)).toBe("2026-03-09T09:00:00+08:00");
  });

  test("no days: this date's closing while it is to come, else the next one's", () => {
    const zero = (start: string) => addWorkingDays(shanghai, at(start), 0).toString({ timeZone: "+08:00" });
    expect(zero("2026-03-06T18:00:00+08:00")).toBe("2026-03-06T18:00:00+08:00");
    expect(zero("2026-03-06T18:00:00.001+08:00")).toBe("2026-03-09T18:00:00+08:00");
    expect(zero("2026-03-07T08:00:00+08:00")).toBe("2026-03-09T18:00:00+08:00");
    expect(explainWorkingDays(shanghai, at("2026-03-06T08:00:00+08:00"), 0).map(({ date }) => date)).toEqual([
      "2026-03-06",
    ]);
  });
});

describe("what cannot be meant is refused with a RangeError that names it", () => {
  const start = monday("10:00");
  const misspelt = { mon: office, tues: office };
  const withWeek = (week: WorkingCalendar["week"]) => () => isOpen({ ...shanghai, week }, start);

  test.each<[string, () => unknown, RegExp]>([
    ["no open time", () => isOpen({ ...shanghai, week: { mon: [] } }, start), /no open time/],
    [
      "extra workdays without hours",
      () => isOpen({ ...shanghai, week: {}, extraWorkdays: ["2026-03-07"] }, start),
      /no open time/,
    ],
    ["a negative budget", () => addWorkingTime(shanghai, start, -1), /≥ 0, not -1/],
    ["a budget that is no number", () => addWorkingTime(shanghai, start, Number.NaN), /not NaN/],
    ["an endless budget", () => addWorkingTime(shanghai, start, Number.POSITIVE_INFINITY), /not Infinity/],
    ["an absurd budget", () => addWorkingTime(shanghai, start, 1e18), /200 years/],
    ["an absurd span", () => workingTimeBetween(shanghai, start, at("+012026-03-02T00:00Z")), /200 years/],
    ["a negative day count", () => addWorkingDays(shanghai, start, -1), /≥ 0, not -1/],
    ["half a day", () => addWorkingDays(shanghai, start, 0.5), /not 0.5/],
    ["an absurd day count", () => addWorkingDays(shanghai, start, 1e9), /200 years/],
    ["an inverted pause", () => due("09:00", 1, [["11:00", "10:00"]]), /ends before it begins/],
    [
      "an unknown zone",
      () => isOpen({ ...shanghai, timeZone: "Asia/Peking-Duck" }, start),
      /Asia\/Peking-Duck/,
    ],
    ["an unparsable time", withWeek({ mon: [["9 am", "18:00"]] }), /week\.mon: "9 am"/],
    ["a time past the day's end", withWeek({ tue: [["09:00", "24:30"]] }), /week\.tue: "24:30"/],
    ["an inverted period", withWeek({ wed: [["18:00", "09:00"]] }), /week\.wed: period 18:00–09:00/],
    ["an empty period", withWeek({ wed: [["09:00", "09:00"]] }), /week\.wed: period 09:00–09:00/],
    [
      "overlapping periods",
      withWeek({
        thu: [
          ["13:00", "18:00"],
          ["09:00", "13:01"],
        ],
      }),
      /week\.thu: .*overlap/,
    ],
    ["a misspelt weekday", () => isOpen({ ...shanghai, week: misspelt }, start), /"tues"/],
    [
      "an impossible date",
      () => isOpen({ ...shanghai, holidays: ["2026-02-30"] }, start),
      /holidays: "2026-02-30"/,
    ],
    [
      "a date with a time",
      () => isOpen({ ...shanghai, extraWorkdays: ["2026-02-14T00"] }, start),
      /extraWorkdays/,
    ],
    [
      "an unreadable end",
      () => isOpen({ ...shanghai, publishedUntil: "2026" }, start),
      /publishedUntil: "2026"/,
    ],
  ])("%s", (_, act, message) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });

  test("a calendar that never opens again ends the search", () => {
    const once = { ...shanghai, week: {}, extraWorkdays: ["2026-03-07"], extraWorkdayHours: office };
    expect(nextOpening(once, start).equals(at("2026-03-07T09:00:00+08:00"))).toBe(true);
    expect(() => nextOpening(once, at("2026-03-08T00:00Z"))).toThrow(/200 years/);
    expect(() => addWorkingTime(once, start, 8 * HOUR)).toThrow(/200 years/);
    expect(() => addWorkingDays(once, start, 2)).toThrow(/200 years/);
  });
});

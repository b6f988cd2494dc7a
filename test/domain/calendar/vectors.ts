import type { WallPeriod, WorkingCalendar } from "../../../lib/domain/calendar/index.ts";
import type { Ending, Opening, Span } from "./vector.ts";

/**
 * Facts of business time that other products' specifications state too (zendesk/biz, Zammad, the Ruby libraries
 * working_hours and business_time, moment-business-time, business-duration, businesslen), and facts of time zones and State Council notices worked
 * out by hand. Instants without an offset are wall clocks of the calendar.
 */
type Week = WorkingCalendar["week"];
const of = (timeZone: string, week: Week, holidays: string[] = []): WorkingCalendar => ({
  timeZone,
  week,
  holidays,
  extraWorkdays: [],
});
const weekdays = (...hours: WallPeriod[]): Week => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
const everyDay = (...hours: WallPeriod[]): Week => ({ ...weekdays(...hours), sat: hours, sun: hours });
const nineToFive: WallPeriod = ["09:00", "17:00"];
const tenToFour: WallPeriod = ["10:00", "16:00"];
const split: WallPeriod[] = [
  ["07:00", "12:00"],
  ["13:00", "18:00"],
];
const wholeDay: WallPeriod[] = [["00:00", "24:00"]];

export const calendars = {
  office: of("UTC", weekdays(nineToFive)),
  officeIndependence: of("UTC", weekdays(nineToFive), ["2010-07-05"]),
  officeMayDay: of("UTC", weekdays(nineToFive), ["2014-05-01"]),
  officeTokyo: of("Asia/Tokyo", weekdays(nineToFive)),
  officeBerlin: of("Europe/Berlin", weekdays(nineToFive)),
  officeNewYork: of("America/New_York", weekdays(nineToFive)),
  uneven: of(
    "UTC",
    {
      mon: [nineToFive],
      tue: [tenToFour],
      wed: [nineToFive],
      thu: [tenToFour],
      fri: [nineToFive],
      sat: [["11:00", "14:30"]],
    },
    ["2006-01-16", "2006-01-18"],
  ),
  lateMonday: of("UTC", {
    ...weekdays(nineToFive),
    mon: [["12:00", "17:00"]],
    tue: [["09:30", "17:00"]],
    wed: [["10:00", "17:00"]],
  }),
  saturdayToo: of("UTC", { mon: [nineToFive], fri: [nineToFive], sat: [["10:00", "15:00"]] }),
  longDays: of("UTC", { mon: wholeDay, fri: wholeDay, sat: [["11:00", "15:00"]] }),
  longWeekend: of("UTC", { mon: wholeDay, fri: wholeDay, sat: wholeDay, sun: wholeDay }),
  nineToSix: of("UTC", { mon: [["09:00", "18:00"]], tue: [["09:00", "18:00"]], wed: [["09:00", "18:00"]] }),
  eightToEight: of("UTC", { mon: [["08:00", "20:00"]], tue: [["08:00", "20:00"]] }),
  splitMonday: of("UTC", { mon: split }),
  wholeMonday: of("UTC", { mon: wholeDay }),
  mondayWednesday: of("UTC", { mon: [nineToFive], wed: [nineToFive] }),
  mondayWednesdayHoliday: of("UTC", { mon: [nineToFive], wed: [nineToFive] }, ["2014-04-09"]),
  officeTuesdayOff: of("UTC", weekdays(nineToFive), ["2014-04-08"]),
  always: of("UTC", everyDay(...wholeDay)),
  saturdayLosAngeles: of("America/Los_Angeles", { sat: [["06:00", "18:00"]] }),
  gapLosAngeles: of("America/Los_Angeles", { sun: [["02:30", "03:15"]], mon: [nineToFive] }),
  overlapLosAngeles: of("America/Los_Angeles", { sun: [["01:30", "02:15"]] }),
  deskBerlin: of("Europe/Berlin", everyDay(["09:00", "18:00"])),
  dailyBerlin: of("Europe/Berlin", everyDay(["08:00", "17:00"]), ["2015-09-22"]),
  alwaysBerlin: of("Europe/Berlin", everyDay(...wholeDay)),
  sevenToFive: of("UTC", weekdays(["07:00", "17:00"]), ["2017-07-04"]),
  lunch: of("UTC", weekdays(["09:00", "12:00"], ["13:00", "17:00"])),
  nightBerlin: of("Europe/Berlin", everyDay(["00:00", "06:00"])),
  lastHourSaoPaulo: of("America/Sao_Paulo", everyDay(["23:00", "24:00"])),
} satisfies Record<string, WorkingCalendar>;

type CalendarName = keyof typeof calendars;

const MINUTE = 60;
const HOUR = 3600;

export const endings: readonly Ending<CalendarName>[] = [
  ["uneven", "2006-01-02T11:00", 19 * HOUR, "2006-01-04T16:00"],
  ["uneven", "2006-01-14T11:00", 4 * HOUR, "2006-01-17T10:30"],
  ["uneven", "2006-01-17T15:00", 2 * HOUR, "2006-01-19T11:00"],
  ["saturdayLosAngeles", "2006-01-07T17:00", HOUR, "2006-01-07T18:00"],
  ["saturdayLosAngeles", "2006-01-07T17:00", 90 * MINUTE, "2006-01-14T06:30"],
  ["office", "1991-11-15T14:00:42", 2 * HOUR, "1991-11-15T16:00:42"],
  ["office", "1991-11-15T16:30:42", 45 * MINUTE, "1991-11-18T09:15:42"],
  ["office", "1991-11-15T16:59:42", 120, "1991-11-18T09:01:42"],
  ["officeTokyo", "1991-11-15T07:00Z", 3 * HOUR, "1991-11-18T11:00+09:00"],
  ["splitMonday", "1991-11-11T05:00", 6 * HOUR, "1991-11-11T14:00"],
  ["splitMonday", "1991-11-11T12:00", 5 * HOUR, "1991-11-11T18:00"],
  ["splitMonday", "1991-11-11T17:00", 2 * HOUR, "1991-11-18T08:00"],
  ["wholeMonday", "2014-04-07T23:59:30", 60, "2014-04-14T00:00:30"],
  ["office", "2010-08-04T09:35", 8 * HOUR, "2010-08-05T09:35"],
  ["office", "2010-04-09T16:50", HOUR, "2010-04-12T09:50"],
  ["officeIndependence", "2010-07-02T16:50", HOUR, "2010-07-06T09:50"],
  ["office", "2010-04-12T09:50", 3 * HOUR, "2010-04-12T12:50"],
  ["saturdayToo", "2010-12-24T15:00", 9 * HOUR, "2010-12-27T11:00"],
  ["saturdayToo", "2010-12-24T08:00", 15 * HOUR, "2010-12-27T11:00"],
  ["saturdayToo", "2010-12-24T08:00", 8 * HOUR, "2010-12-24T17:00"],
  ["longDays", "2010-12-24T15:00", 24 * HOUR, "2010-12-27T11:00"],
  ["longDays", "2010-12-25T08:00", 15 * HOUR, "2010-12-27T11:00"],
  ["office", "2015-02-26T10:12:34", 9 * HOUR, "2015-02-27T11:12:34"],
  ["office", "2015-02-26T10:12:34", 19 * HOUR, "2015-03-02T13:12:34"],
  ["office", "2015-02-26T10:12:34", 108 * HOUR, "2015-03-17T14:12:34"],
  ["office", "2015-02-26T10:12:34", 35_297, "2015-02-27T12:00:51"],
  ["office", "2015-02-28T10:13", 2 * HOUR, "2015-03-02T11:00"],
  ["office", "2016-03-21T15:30", 17 * HOUR, "2016-03-23T16:30"],
  ["office", "2016-03-21T15:30", 18 * HOUR, "2016-03-24T09:30"],
  ["office", "2015-02-26T16:59:59.7", 45 * MINUTE, "2015-02-27T09:44:59.7"],
  ["office", "2015-02-26T16:59:59.7", 0.555, "2015-02-27T09:00:00.255"],
  ["office", "2015-02-28T10:13", 0.555, "2015-03-02T09:00:00.555"],
  ["office", "2020-01-06T13:00", 1, "2020-01-06T13:00:01"],
  ["lateMonday", "2015-02-23T10:00", 2 * HOUR, "2015-02-23T14:00"],
  ["lateMonday", "2015-02-23T10:00", 15 * HOUR, "2015-02-25T12:30"],
  ["officeBerlin", "2013-03-21T09:30Z", HOUR, "2013-03-21T10:30Z"],
  ["officeBerlin", "2013-03-21T09:30Z", 4 * HOUR, "2013-03-21T13:30Z"],
  ["dailyBerlin", "2013-10-21T09:30Z", 4 * HOUR, "2013-10-21T13:30Z"],
  ["dailyBerlin", "2013-10-21T05:30Z", 2 * HOUR, "2013-10-21T08:00Z"],
  ["dailyBerlin", "2015-09-21T14:30Z", 2 * HOUR, "2015-09-23T07:30Z"],
  ["dailyBerlin", "2015-09-21T14:30Z", 4 * HOUR, "2015-09-23T09:30Z"],
  [
    "deskBerlin",
    "2013-06-04T09:00Z",
    2 * HOUR,
    "2013-06-04T11:45Z",
    ["2013-06-04T09:30Z", "2013-06-04T09:45Z"],
    ["2013-06-04T10:00Z", "2013-06-04T10:30Z"],
  ],
  [
    "deskBerlin",
    "2013-06-04T09:00Z",
    2 * HOUR,
    "2013-06-04T16:00Z",
    ["2013-06-04T10:00Z", "2013-06-04T15:00Z"],
  ],
  // A desk whose ticket waits from minute 90 to minute 120.
  ["always", "2026-01-05T00:00", 30 * MINUTE, "2026-01-05T00:30", ["2026-01-05T01:30", "2026-01-05T02:00"]],
  ["always", "2026-01-05T01:15", 30 * MINUTE, "2026-01-05T02:15", ["2026-01-05T01:30", "2026-01-05T02:00"]],
  ["always", "2026-01-05T02:00", 30 * MINUTE, "2026-01-05T02:30", ["2026-01-05T01:30", "2026-01-05T02:00"]],
  ["always", "2026-01-05T01:15", 15 * MINUTE, "2026-01-05T01:30", ["2026-01-05T01:30", "2026-01-05T02:00"]],
  ["office", "2026-01-05T16:00", 2 * HOUR, "2026-01-06T11:00", ["2026-01-05T20:00", "2026-01-06T10:00"]],
  // Summer time.
  ["officeNewYork", "2026-03-06T16:00", 2 * HOUR, "2026-03-09T10:00-04:00"],
  ["officeNewYork", "2026-10-30T16:00", 2 * HOUR, "2026-11-02T10:00-05:00"],
  ["officeBerlin", "2026-03-27T16:00", 2 * HOUR, "2026-03-30T10:00+02:00"],
  ["nightBerlin", "2026-03-29T01:00", 2 * HOUR, "2026-03-29T04:00+02:00"],
  ["nightBerlin", "2026-10-25T01:00", 2 * HOUR, "2026-10-25T02:00+01:00"],
  ["gapLosAngeles", "2006-04-02T00:00", 15 * MINUTE, "2006-04-02T03:15-07:00"],
  ["gapLosAngeles", "2006-04-02T00:00", 20 * MINUTE, "2006-04-03T09:05-07:00"],
];

export const spans: readonly Span<CalendarName>[] = [
  ["office", "2014-04-07T08:00", "2014-04-07T08:00", 0],
  ["office", "2014-04-11T20:00", "2014-04-14T05:00", 0],
  ["office", "2014-04-13T09:10:24", "2014-04-14T09:10:24", 624],
  ["office", "2014-04-07T10:00", "2014-04-07T15:00", 5 * HOUR],
  ["office", "2014-04-07T07:00", "2014-04-07T20:00", 8 * HOUR],
  ["office", "2014-04-07T01:00-09:00", "2014-04-07T15:00-04:00", 7 * HOUR],
  ["wholeMonday", "2014-04-06T12:00", "2016-04-06T12:00", 105 * 24 * HOUR],
  ["splitMonday", "2014-04-07T11:59", "2014-04-07T13:01", 2 * MINUTE],
  ["splitMonday", "2014-04-07T11:00", "2014-04-14T13:00", 11 * HOUR],
  ["saturdayToo", "2010-12-24T15:00", "2010-12-27T11:00", 9 * HOUR],
  ["nineToSix", "2012-05-28T11:04:26+03:00", "2012-05-29T17:56:45+03:00", 53_805],
  ["longDays", "2010-12-24T15:00", "2010-12-27T11:00", 24 * HOUR],
  ["longWeekend", "2010-12-24T15:00", "2010-12-27T11:00", 68 * HOUR],
  ["eightToEight", "2014-05-12T20:50", "2014-05-13T08:10", 10 * MINUTE],
  ["sevenToFive", "2017-07-01T02:02", "2017-07-07T04:48", 30 * HOUR],
  ["lunch", "2020-02-10T08:05:12", "2020-02-12T16:37:28", 74_248],
  ["officeNewYork", "2025-12-08T08:00", "2025-12-08T18:00", 8 * HOUR],
  ["alwaysBerlin", "2026-03-28T12:00", "2026-03-29T12:00", 23 * HOUR],
  ["alwaysBerlin", "2026-10-24T12:00", "2026-10-25T12:00", 25 * HOUR],
  ["gapLosAngeles", "2026-03-08T00:00", "2026-03-09T00:00", 15 * MINUTE],
  ["overlapLosAngeles", "2026-11-01T00:00", "2026-11-02T00:00", 75 * MINUTE],
  ["lastHourSaoPaulo", "2018-02-17T12:00", "2018-02-18T12:00", 2 * HOUR],
];

/** Hours that 00:00–06:00 lasts on a date somewhere. */
export const nights: readonly [timeZone: string, date: string, hours: number][] = [
  ["Europe/Berlin", "2026-03-29", 5],
  ["Europe/Berlin", "2026-10-25", 7],
  ["Europe/London", "2026-03-29", 5],
  ["Europe/London", "2026-10-25", 7],
  ["America/New_York", "2026-03-08", 5],
  ["America/New_York", "2026-11-01", 7],
  ["America/St_Johns", "2026-03-08", 5],
  ["Australia/Sydney", "2026-10-04", 5],
  ["Australia/Sydney", "2026-04-05", 7],
  ["Australia/Lord_Howe", "2026-10-04", 5.5],
  ["Australia/Lord_Howe", "2026-04-05", 6.5],
  ["America/Sao_Paulo", "2018-11-04", 5],
  ["Asia/Tehran", "2022-03-22", 5],
  ["Asia/Kathmandu", "2026-03-29", 6],
  ["Asia/Kolkata", "2026-03-29", 6],
  ["Asia/Shanghai", "1986-05-04", 5],
  ["Asia/Shanghai", "2026-03-29", 6],
];

export const openings: readonly Opening<CalendarName>[] = [
  ["uneven", "2006-01-01T00:00", "2006-01-02T09:00"],
  ["uneven", "2006-01-14T14:30", "2006-01-17T10:00"],
  ["uneven", "2006-01-17T16:00", "2006-01-19T10:00"],
  ["officeMayDay", "2014-05-01T12:00", "2014-05-02T09:00"],
  ["office", "2014-06-01T12:00", "2014-06-02T09:00"],
  ["office", "2014-04-07T09:00", "2014-04-07T09:00"],
  ["office", "2014-04-07T16:59", "2014-04-07T16:59"],
  ["office", "2014-04-07T08:59", "2014-04-07T09:00"],
  ["office", "2014-04-07T17:00", "2014-04-08T09:00"],
  ["office", "2014-04-07T22:00+02:00", "2014-04-08T09:00"],
  ["office", "2010-04-25T12:06:56", "2010-04-26T09:00"],
  ["splitMonday", "2014-04-07T11:59", "2014-04-07T11:59"],
  ["splitMonday", "2014-04-07T12:00", "2014-04-07T13:00"],
  ["splitMonday", "2014-04-07T12:59", "2014-04-07T13:00"],
  ["officeTokyo", "2014-04-07T00:00Z", "2014-04-07T00:00Z"],
  ["gapLosAngeles", "2006-04-02T00:00", "2006-04-02T03:00-07:00"],
];

/** Working days after a start: the end by the wall clock of the start. */
export const sameClocks: readonly [CalendarName, start: string, days: number, end: string][] = [
  ["office", "1991-11-15T14:00:42", 1, "1991-11-18T14:00:42"],
  ["office", "1991-11-15T12:00", 2, "1991-11-19T12:00"],
  ["mondayWednesday", "2014-04-07T12:00", 1, "2014-04-09T12:00"],
  ["mondayWednesdayHoliday", "2014-04-07T12:00", 3, "2014-04-21T12:00"],
  ["officeTuesdayOff", "2014-04-07T12:00", 1, "2014-04-09T12:00"],
  ["office", "2015-02-26T10:12:34", 10, "2015-03-12T10:12:34"],
  ["office", "2015-02-26T10:12:34", 100, "2015-07-16T10:12:34"],
  ["office", "2015-02-28T10:13", 1, "2015-03-02T10:13"],
  ["officeBerlin", "2026-03-27T10:00+01:00", 1, "2026-03-30T10:00+02:00"],
  ["officeNewYork", "2026-10-30T10:00-04:00", 1, "2026-11-02T10:00-05:00"],
  // 02:30 does not happen on that day, or happens twice on the other: the first.
  ["alwaysBerlin", "2026-03-28T02:30", 1, "2026-03-29T03:30+02:00"],
  ["alwaysBerlin", "2026-10-24T02:30", 1, "2026-10-25T02:30+02:00"],
  ["officeTokyo", "1991-11-14T21:00Z", 1, "1991-11-18T09:00+09:00"],
];

/** Chinese working days by the notices of 2023–2026: the start's date, days, the date on which they end at 18:00. */
export const chineseDays: readonly [start: string, days: number, end: string][] = [
  ["2023-01-20", 3, "2023-01-30"],
  ["2023-04-21", 5, "2023-04-27"],
  ["2023-04-28", 3, "2023-05-06"],
  ["2023-06-21", 2, "2023-06-26"],
  ["2023-09-28", 3, "2023-10-09"],
  ["2023-12-29", 1, "2024-01-02"],
  ["2024-02-02", 6, "2024-02-09"],
  ["2024-02-09", 2, "2024-02-19"],
  ["2024-04-03", 2, "2024-04-08"],
  ["2024-04-26", 3, "2024-04-30"],
  ["2024-04-30", 6, "2024-05-11"],
  ["2024-06-07", 1, "2024-06-11"],
  ["2024-09-13", 2, "2024-09-18"],
  ["2024-09-27", 3, "2024-10-08"],
  ["2024-10-11", 1, "2024-10-12"],
  ["2024-12-31", 1, "2025-01-02"],
  ["2025-01-24", 3, "2025-02-05"],
  ["2025-02-07", 2, "2025-02-10"],
  ["2025-04-03", 1, "2025-04-07"],
  ["2025-04-25", 5, "2025-05-06"],
  ["2025-05-30", 1, "2025-06-03"],
  ["2025-09-26", 4, "2025-10-09"],
  ["2025-10-09", 2, "2025-10-11"],
  ["2025-12-31", 1, "2026-01-04"],
  ["2026-02-13", 3, "2026-02-25"],
  ["2026-02-27", 2, "2026-03-02"],
  ["2026-04-03", 1, "2026-04-07"],
  ["2026-04-30", 4, "2026-05-09"],
  ["2026-06-18", 1, "2026-06-22"],
  ["2026-09-18", 2, "2026-09-21"],
  ["2026-09-24", 4, "2026-10-08"],
  ["2026-10-09", 1, "2026-10-10"],
];

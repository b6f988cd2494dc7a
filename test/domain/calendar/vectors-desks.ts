import type { WallPeriod, WorkingCalendar } from "../../../lib/domain/calendar/index.ts";
import type { Ending, Opening, Span } from "./vector.ts";

/**
 * Facts of help desks' and libraries' business time, stated by their own specifications too: OTRS (13 hours a day in
 * Germany, over holidays and both changes of the clock), rickar/cal for Go, php-business-time, and Request Tracker's
 * Business::Hours (nine to six). Wall clocks of the calendar where no offset stands.
 */
const weekdays = (...hours: WallPeriod[]): WorkingCalendar["week"] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
const of = (timeZone: string, hours: WallPeriod[], holidays: string[] = []): WorkingCalendar => ({
  timeZone,
  week: weekdays(...hours),
  holidays,
  extraWorkdays: [],
});
const germanHolidays = [2003, 2004, 2005, 2006].flatMap((year) => [
  `${year}-12-24`,
  `${year}-12-25`,
  `${year}-12-26`,
  `${year}-12-31`,
  `${year + 1}-01-01`,
  `${year + 1}-05-01`,
]);

export const calendars = {
  desk: of("Europe/Berlin", [["08:00", "21:00"]], germanHolidays),
  nineToFive: of("UTC", [["09:00", "17:00"]]),
  nineToFiveLunch: of("UTC", [
    ["09:00", "13:00"],
    ["14:00", "17:00"],
  ]),
  nineToSixNewYork: of("America/New_York", [["09:00", "18:00"]]),
} satisfies Record<string, WorkingCalendar>;

const MINUTE = 60;
const HOUR = 3600;

export const endings: readonly Ending<keyof typeof calendars>[] = [
  // A Sunday: the four hours begin on Monday at 08:00.
  ["desk", "2006-11-12T10:15:00", 4 * HOUR, "2006-11-13T12:00:00"],
  ["desk", "2006-11-13T10:15:00", 4 * HOUR, "2006-11-13T14:15:00"],
  ["desk", "2006-11-13T10:15:00", 11 * HOUR, "2006-11-14T08:15:00"],
  // New Year's Eve on a Sunday, New Year's Day on a Monday.
  ["desk", "2006-12-31T10:15:00", 11 * HOUR, "2007-01-02T19:00:00"],
  ["desk", "2006-12-29T10:15:00", 11 * HOUR, "2007-01-02T08:15:00"],
  ["desk", "2006-12-30T10:45:00", 11 * HOUR, "2007-01-02T19:00:00"],
  ["desk", "2006-12-06T07:50:00", 50_040, "2006-12-07T08:54:00"],
  ["desk", "2007-01-16T20:15:00", 75 * MINUTE, "2007-01-17T08:30:00"],
  ["desk", "2007-03-14T21:21:02", HOUR, "2007-03-15T09:00:00"],
  ["desk", "2007-03-12T11:56:01", 2 * HOUR, "2007-03-12T13:56:01"],
  ["desk", "2007-03-15T17:21:27", 3 * HOUR, "2007-03-15T20:21:27"],
  // The weekend before the change to winter time, and the weekend of it: an hour more passes, none more is worked.
  ["desk", "2007-10-19T16:12:23Z", 330 * MINUTE, "2007-10-22T08:42:23Z"],
  ["desk", "2007-10-26T16:12:23Z", 330 * MINUTE, "2007-10-29T09:42:23Z"],
  ["desk", "2007-10-19T16:12:23Z", 1110 * MINUTE, "2007-10-23T08:42:23Z"],
  ["desk", "2007-10-26T16:12:23Z", 1110 * MINUTE, "2007-10-30T09:42:23Z"],
  // And to summer time.
  ["desk", "2007-03-16T17:12:23Z", 330 * MINUTE, "2007-03-19T09:42:23Z"],
  ["desk", "2007-03-23T17:12:23Z", 330 * MINUTE, "2007-03-26T08:42:23Z"],
  ["desk", "2007-03-16T17:12:23Z", 1110 * MINUTE, "2007-03-20T09:42:23Z"],
  ["desk", "2007-03-23T17:12:23Z", 1110 * MINUTE, "2007-03-27T08:42:23Z"],

  ["nineToFive", "2020-04-01T06:00", 8 * HOUR, "2020-04-01T17:00"],
  ["nineToFive", "2020-04-01T18:00", 3 * HOUR, "2020-04-02T12:00"],
  ["nineToFive", "2020-04-01T12:00", 200 * MINUTE, "2020-04-01T15:20"],
  ["nineToFive", "2020-04-01T09:15", 645 * MINUTE, "2020-04-02T12:00"],
  ["nineToFive", "2020-04-04T09:00", 24 * HOUR, "2020-04-08T17:00"],

  ["nineToFive", "2018-05-14T00:00", HOUR, "2018-05-14T10:00"],
  ["nineToFive", "2018-05-14T08:00", HOUR, "2018-05-14T10:00"],
  ["nineToFive", "2018-05-14T09:00", HOUR, "2018-05-14T10:00"],
  ["nineToFive", "2018-05-14T09:15", HOUR, "2018-05-14T10:15"],
  ["nineToFive", "2018-05-14T09:45", HOUR, "2018-05-14T10:45"],
  ["nineToFive", "2018-05-14T16:00", HOUR, "2018-05-14T17:00"],
  ["nineToFive", "2018-05-14T17:00", HOUR, "2018-05-15T10:00"],
  ["nineToFive", "2018-05-14T18:00", HOUR, "2018-05-15T10:00"],
  ["nineToFive", "2018-05-14T23:00", HOUR, "2018-05-15T10:00"],
  ["nineToFive", "2018-05-18T16:00", HOUR, "2018-05-18T17:00"],
  ["nineToFive", "2018-05-18T17:00", HOUR, "2018-05-21T10:00"],
  ["nineToFive", "2018-05-19T08:00", HOUR, "2018-05-21T10:00"],
  ["nineToFive", "2018-05-20T19:00", HOUR, "2018-05-21T10:00"],
  ["nineToFive", "2018-05-14T09:00", 15 * MINUTE, "2018-05-14T09:15"],
  ["nineToFive", "2018-05-14T09:00", 105 * MINUTE, "2018-05-14T10:45"],
  ["nineToFive", "2018-05-14T09:00", 465 * MINUTE, "2018-05-14T16:45"],
  ["nineToFive", "2018-05-14T09:00", 8 * HOUR, "2018-05-14T17:00"],
  ["nineToFive", "2018-05-14T09:00", 495 * MINUTE, "2018-05-15T09:15"],
  ["nineToFive", "2018-05-14T09:00", 525 * MINUTE, "2018-05-15T09:45"],
  ["nineToFive", "2018-05-14T09:00", 16 * HOUR, "2018-05-15T17:00"],
  ["nineToFive", "2018-05-14T09:00", 23 * HOUR, "2018-05-16T16:00"],
  ["nineToFive", "2018-05-14T09:00", 24 * HOUR, "2018-05-16T17:00"],
  ["nineToFiveLunch", "2018-05-14T09:00", 4 * HOUR, "2018-05-14T13:00"],
  ["nineToFiveLunch", "2018-05-14T09:00", 5 * HOUR, "2018-05-14T15:00"],
  ["nineToFiveLunch", "2018-05-14T09:00", 12 * HOUR, "2018-05-15T15:00"],
  // The first day of 1970 is a Thursday.
  ["nineToSixNewYork", "1970-01-01T15:00", 30 * MINUTE, "1970-01-01T15:30"],
  ["nineToSixNewYork", "1970-01-01T00:00", 30 * MINUTE, "1970-01-01T09:30"],
];

export const spans: readonly Span<keyof typeof calendars>[] = [
  ["desk", "2005-10-20T10:00", "2005-10-21T10:00", 13 * HOUR],
  ["desk", "2005-10-20T10:00", "2005-10-24T10:00", 26 * HOUR],
  ["desk", "2005-10-20T10:00", "2005-10-27T10:00", 65 * HOUR],
  ["desk", "2005-10-20T10:00", "2005-11-03T10:00", 130 * HOUR],
  ["desk", "2005-12-21T10:00", "2005-12-31T10:00", 89 * HOUR],
  ["desk", "2003-12-21T10:00", "2003-12-31T10:00", 52 * HOUR],
  ["desk", "2005-10-23T10:00", "2005-10-24T10:00", 2 * HOUR],
  ["desk", "2005-10-23T10:00", "2005-10-25T13:00", 18 * HOUR],
  ["desk", "2005-10-23T10:00", "2005-10-30T13:00", 65 * HOUR],
  ["desk", "2005-10-24T11:44:12", "2005-10-24T16:13:31", 16_159],
  ["desk", "2006-12-05T22:57:34", "2006-12-06T10:25:34", 8734],
  ["desk", "2006-12-06T07:50", "2006-12-07T08:54", 834 * MINUTE],
  ["desk", "2007-03-12T11:56:01", "2007-03-12T13:56:01", 2 * HOUR],

  ["nineToFive", "2020-04-01T06:00", "2020-04-01T23:00", 8 * HOUR],
  ["nineToFive", "2020-04-01T18:00", "2020-04-02T12:00", 3 * HOUR],
  ["nineToFive", "2020-04-01T14:00", "2020-04-01T18:00", 3 * HOUR],
  ["nineToFive", "2020-04-01T09:15", "2020-04-02T12:00", 645 * MINUTE],
  ["nineToFive", "2020-04-04T09:00", "2020-04-06T08:00", 0],

  ["nineToFive", "2018-05-14T00:00", "2018-05-14T09:00", 0],
  ["nineToFive", "2018-05-14T00:00", "2018-05-14T09:15", 15 * MINUTE],
  ["nineToFive", "2018-05-14T00:00", "2018-05-14T10:45", 105 * MINUTE],
  ["nineToFive", "2018-05-14T09:15", "2018-05-14T12:45", 210 * MINUTE],
  ["nineToFive", "2018-05-14T09:45", "2018-05-14T16:45", 7 * HOUR],
  ["nineToFive", "2018-05-14T09:15", "2018-05-14T17:45", 465 * MINUTE],
  ["nineToFive", "2018-05-14T09:45", "2018-05-14T23:30", 435 * MINUTE],
  ["nineToFive", "2018-05-14T09:30", "2018-05-15T00:15", 450 * MINUTE],
  ["nineToFive", "2018-05-14T09:45", "2018-05-15T09:30", 465 * MINUTE],
  ["nineToFive", "2018-05-14T09:30", "2018-05-15T10:15", 525 * MINUTE],
  ["nineToFive", "2018-05-18T08:30", "2018-05-19T13:45", 8 * HOUR],
  ["nineToFive", "2018-05-18T09:45", "2018-05-19T10:30", 435 * MINUTE],
  ["nineToFive", "2018-05-18T03:00", "2018-05-20T19:15", 8 * HOUR],
  ["nineToFive", "2018-05-18T07:00", "2018-05-21T08:00", 8 * HOUR],
  ["nineToFive", "2018-05-18T05:00", "2018-05-21T10:00", 9 * HOUR],
  ["nineToFive", "2018-05-18T09:45", "2018-05-21T11:30", 585 * MINUTE],
  ["nineToFive", "2018-05-18T09:00", "2018-05-21T17:00", 16 * HOUR],
  ["nineToFive", "2018-05-18T09:30", "2018-05-21T17:45", 930 * MINUTE],
  // The first week of 1970: Thursday to Wednesday, five days of nine hours.
  ["nineToSixNewYork", "1970-01-01T00:00", "1970-01-07T23:59:59", 45 * HOUR],
];

export const openings: readonly Opening<keyof typeof calendars>[] = [
  ["nineToFive", "2020-04-01T06:00", "2020-04-01T09:00"],
  ["nineToFive", "2020-04-01T20:00", "2020-04-02T09:00"],
  ["nineToFive", "2020-04-04T12:00", "2020-04-06T09:00"],
  ["nineToFive", "2020-04-05T12:00", "2020-04-06T09:00"],
  ["desk", "2005-12-24T10:00", "2005-12-27T08:00"],
  ["desk", "2006-12-31T12:00", "2007-01-02T08:00"],
  ["desk", "2007-10-27T12:00", "2007-10-29T08:00+01:00"],
  ["nineToSixNewYork", "1970-01-04T00:00", "1970-01-05T09:00"],
];

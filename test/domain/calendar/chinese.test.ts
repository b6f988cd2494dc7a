import chineseDays from "chinese-days";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import {
  addWorkingDays,
  type CountedDay,
  chineseCalendarVersion,
  explainWorkingDays,
  isOpen,
  isProvisional,
  loadChineseCalendar,
  noticeDay,
  noticesRelease,
} from "../../../lib/domain/calendar/index.ts";

const shanghai = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime("Asia/Shanghai").toInstant();
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO("Asia/Shanghai").toPlainDateTime().toString({ smallestUnit: "minute" });
const calendar = loadChineseCalendar();

function datesBetween(first: string, last: string): string[] {
  const from = Temporal.PlainDate.from(first);
  const days = from.until(Temporal.PlainDate.from(last)).days;
  return Array.from({ length: days + 1 }, (_, index) => from.add({ days: index }).toString());
}

describe("the State Council's calendar", () => {
  test("agrees with an independent table on every date from 2022-12-31 to 2026-12-31", () => {
    const wrong: string[] = [];
    for (const date of datesBetween("2022-12-31", "2026-12-31")) {
      if (isOpen(calendar, shanghai(`${date}T12:00`)) !== chineseDays.isWorkday(date)) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  test("counts 1, 3, 5 and 15 working days from every date as the independent table does", () => {
    const wrong: string[] = [];
    const all = datesBetween("2022-12-31", "2026-12-31");
    const workdays = all.filter((date) => chineseDays.isWorkday(date));
    for (const date of all) {
      const after = workdays.filter((workday) => workday > date);
      for (const days of [1, 3, 5, 15]) {
        const expected = after[days - 1];
        if (expected === undefined) continue;
        const due = local(addWorkingDays(calendar, shanghai(`${date}T09:30`), days));
        if (due !== `${expected}T18:00`) wrong.push(`${date} + ${days}: ${due}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("names the same holiday for every date off and every make-up workday", () => {
    for (const date of calendar.holidays) {
      const day = noticeDay(date);
      expect(day?.kind).toBe("holiday");
      expect(day?.holiday.name).toContain(chineseDays.getDayDetail(date).name.split(",")[1]);
    }
    for (const date of calendar.extraWorkdays) {
      const day = noticeDay(date);
      expect(day?.kind).toBe("make-up-workday");
      expect(day?.holiday.name).toContain(chineseDays.getDayDetail(date).name.split(",")[1]);
      expect(Temporal.PlainDate.from(date).dayOfWeek).toBeGreaterThanOrEqual(6);
    }
    expect(noticeDay("2026-03-02")).toBeNull();
  });

  test("is made of one notice per year, each dated before its year and counting its own days", () => {
    expect(noticesRelease.notices.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
    for (const notice of noticesRelease.notices) {
      expect(notice.title).toBe(`国务院办公厅关于${notice.year}年部分节假日安排的通知`);
      expect(notice.publishedOn < `${notice.year}-01-01`).toBe(true);
      expect(notice.documentNumber).toContain(`〔${notice.publishedOn.slice(0, 4)}〕`);
      expect(notice.address).toMatch(/^https:\/\/www\.gov\.cn\/zhengce\/content\//);
      for (const { from, to, days } of notice.holidays) {
        expect(Temporal.PlainDate.from(from).until(to).days + 1).toBe(days);
      }
    }
    const dates = [...calendar.holidays, ...calendar.extraWorkdays];
    expect(new Set(dates).size).toBe(dates.length);
  });

  test("carries the last covered year in its stamp and its end", () => {
    const last = noticesRelease.notices.at(-1)!.year;
    expect(calendar.publishedUntil).toBe(`${last}-12-31`);
    expect(chineseCalendarVersion.startsWith(`cn-${last}.`)).toBe(true);
    expect(loadChineseCalendar()).toBe(calendar);
  });
});

describe("D6 and D12: 3 and 5 working days, the start's date not counted, until close of business", () => {
  test.each([
    ["2026-02-13T10:00", 3, "2026-02-25T18:00"],
    ["2026-02-13T10:00", 5, "2026-02-27T18:00"],
    ["2026-09-30T09:00", 3, "2026-10-10T18:00"],
    ["2026-09-30T09:00", 5, "2026-10-13T18:00"],
    ["2026-05-08T17:59:59", 3, "2026-05-12T18:00"],
    // The hour of the start is of no account: neither after closing nor the last second of the date.
    ["2026-05-08T23:59:59.999", 3, "2026-05-12T18:00"],
    ["2026-05-08T00:00", 3, "2026-05-12T18:00"],
    // Received on a make-up Saturday, which is not counted although it is worked.
    ["2026-02-14T11:00", 1, "2026-02-24T18:00"],
    // Received in a holiday.
    ["2025-10-03T11:00", 3, "2025-10-11T18:00"],
    ["2023-01-20T16:00", 3, "2023-01-30T18:00"],
  ])("received %s, %i working days → %s", (received, days, due) => {
    expect(local(addWorkingDays(calendar, shanghai(received), days))).toBe(due);
  });

  test("the counted dates can be told to a person, make-up days marked", () => {
    const told = (day: CountedDay) => ({ ...day, closesAt: local(day.closesAt) });
    expect(explainWorkingDays(calendar, shanghai("2026-02-13T10:00"), 3).map(told)).toEqual([
      { date: "2026-02-14", extraWorkday: true, provisional: false, closesAt: "2026-02-14T18:00" },
      { date: "2026-02-24", extraWorkday: false, provisional: false, closesAt: "2026-02-24T18:00" },
      { date: "2026-02-25", extraWorkday: false, provisional: false, closesAt: "2026-02-25T18:00" },
    ]);
  });

  test("make-up days have Monday's hours when a company has its own week", () => {
    const day = [
      ["08:30", "12:00"],
      ["14:00", "17:30"],
    ] as const;
    const own = loadChineseCalendar({ mon: day, tue: day, wed: day, thu: day, fri: [["08:30", "12:00"]] });
    expect(local(addWorkingDays(own, shanghai("2026-02-13T10:00"), 1))).toBe("2026-02-14T17:30");
    expect(local(addWorkingDays(own, shanghai("2026-02-26T10:00"), 1))).toBe("2026-02-27T12:00");
  });

  test("a deadline beyond the published notices is provisional, by the local date", () => {
    const dueIn = (days: number) => addWorkingDays(calendar, shanghai("2026-12-30T10:00"), days);
    expect([local(dueIn(1)), isProvisional(calendar, dueIn(1))]).toEqual(["2026-12-31T18:00", false]);
    expect([local(dueIn(2)), isProvisional(calendar, dueIn(2))]).toEqual(["2027-01-01T18:00", true]);
    expect(
      explainWorkingDays(calendar, shanghai("2026-12-30T10:00"), 2).map((day) => day.provisional),
    ).toEqual([false, true]);
    expect(isProvisional(calendar, shanghai("2026-12-31T23:59:59"))).toBe(false);
    expect(isProvisional(calendar, shanghai("2027-01-01T00:00"))).toBe(true);
    const { publishedUntil: _, ...complete } = calendar;
    expect(isProvisional(complete, shanghai("2027-01-01T00:00"))).toBe(false);
  });

  test("a notice that is added moves a provisional deadline", () => {
    const next = {
      ...calendar,
      holidays: [...calendar.holidays, "2027-01-01"],
      publishedUntil: "2027-12-31",
    };
    const due = addWorkingDays(next, shanghai("2026-12-30T10:00"), 2);
    expect([local(due), isProvisional(next, due)]).toEqual(["2027-01-04T18:00", false]);
  });
});

import { describe, expect, it } from "vitest";
import { notice2026 } from "../../../../../lib/domain/calendar/notices/2026.ts";
import { monthAfter } from "../parts/months.ts";
import { type DayKind, monthOf } from "./days.ts";

const office: [string, string][] = [["09:00", "18:00"]];
const calendar = {
  notices: [JSON.parse(JSON.stringify(notice2026))],
  week: { mon: office, tue: office, wed: office, thu: office, fri: office },
  publishedUntil: "2026-12-31",
};
const kinds = (month: string) => {
  const found: Partial<Record<DayKind, number[]>> = {};
  for (const day of monthOf(calendar, month)) if (day !== undefined) (found[day.kind] ??= []).push(day.day);
  return found;
};

describe("the days of a month", () => {
  it("of October 2026: the holiday, the Saturday that is worked, the other week ends", () => {
    const { holiday, "made-up": madeUp, closed, worked = [] } = kinds("2026-10");
    expect(holiday).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(madeUp).toEqual([10]);
    expect(closed).toEqual([11, 17, 18, 24, 25, 31]);
    expect(worked).toHaveLength(31 - 7 - 1 - 6);
    // A Thursday: three days of the week stand empty before it.
    expect(monthOf(calendar, "2026-10").findIndex((day) => day !== undefined)).toBe(3);
  });

  it("beyond the notices nobody knows", () => {
    expect(Object.keys(kinds("2027-01"))).toEqual(["provisional"]);
  });

  it("months follow each other over the year's end", () => {
    expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1), monthAfter("2026-03", 0)]).toEqual([
      "2027-01",
      "2025-12",
      "2026-03",
    ]);
  });
});

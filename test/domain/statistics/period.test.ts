import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { periodStarts } from "../../../lib/domain/editions/period-starts.ts";
import type { PolicyEdition } from "../../../lib/domain/editions/scope.ts";
import {
  monthPeriod,
  monthsOfSpan,
  type PeriodOptions,
  periodBefore,
  periodDays,
  type StartDay,
} from "../../../lib/domain/statistics/period.ts";
import { periodName, periodWords } from "../../../lib/domain/statistics/period-name.ts";
import { monthsBetween } from "../../../lib/domain/time/months.ts";
import { at } from "./tasks.ts";

const zone = { timeZone: "Asia/Shanghai" };
const days = (options: PeriodOptions) => {
  const { first, last } = periodDays(options);
  return `${first.toString()}..${last.toString()}`;
};
const span = (from: string, to: string, month = to.slice(0, 7)): PeriodOptions => ({
  ...zone,
  month,
  span: { from, to },
});

describe("the first day of a company's periods", () => {
  const startDays = [{ from: "2026-07", day: 26 }];

  test("a day published in June cuts July for the first time: no day twice, none lost, May as it was", () => {
    const of = (month: string) => days({ ...zone, month, startDays });
    expect(of("2026-05")).toBe("2026-05-01..2026-05-31");
    expect(of("2026-06")).toBe("2026-06-01..2026-06-30");
    expect(of("2026-07")).toBe("2026-07-01..2026-07-25");
    expect(of("2026-08")).toBe("2026-07-26..2026-08-25");
  });

  test("whatever the days, periods lie end to end and are never empty", () => {
    const day = fc.integer({ min: 1, max: 28 });
    const changes = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), day), {
      selector: ([month]) => month,
      maxLength: 5,
    });
    fc.assert(
      fc.property(day, changes, (startDay, list) => {
        const starts: StartDay[] = list
          .map(([month, on]) => ({ from: `2026-${String(month).padStart(2, "0")}`, day: on }))
          .sort((a, b) => (a.from < b.from ? -1 : 1));
        const periods = [...monthsBetween("2025-12", "2027-02")].map((month) =>
          monthPeriod({ ...zone, month, startDay, startDays: starts }),
        );
        for (const { start, end } of periods) expect(start).toBeLessThan(end);
        expect(periods.slice(1).map(({ start }) => start)).toEqual(
          periods.slice(0, -1).map(({ end }) => end),
        );
      }),
    );
  });

  const edition = (
    number: number,
    publishedAt: string,
    effectiveFrom: string,
    scope: PolicyEdition["scope"] = "company",
  ) => ({
    version: `${scope}@${number}`,
    scope,
    number,
    publishedAt: new Date(at(publishedAt)).toISOString(),
    publishedBy: "headquarters-1",
    effectiveFrom: new Date(at(effectiveFrom)).toISOString(),
  });
  const dayOf = (version: string) => Number(version.split("@")[1]) + 20;

  test("is that of the policy published and in force when the month began, also with an effective date in the past", () => {
    const starts = (...editions: PolicyEdition[]) => periodStarts(editions, dayOf, zone.timeZone);
    expect(starts()).toEqual([]);
    expect(starts(edition(1, "2026-06-10 09:00", "2026-05-01 00:00"))).toEqual([
      { from: "2026-07", day: 21 },
    ]);
    expect(starts(edition(1, "2026-05-10 09:00", "2026-06-01 00:00"))).toEqual([
      { from: "2026-06", day: 21 },
    ]);
    expect(
      starts(
        edition(1, "2026-01-10 09:00", "2026-01-10 09:00"),
        edition(2, "2026-03-05 09:00", "2026-03-05 09:00"),
        edition(3, "2026-03-09 09:00", "2026-03-09 09:00"),
      ),
    ).toEqual([
      { from: "2026-02", day: 21 },
      { from: "2026-04", day: 23 },
    ]);
    // A project's own policy cuts nothing: figures of the company are those of its projects.
    expect(starts(edition(1, "2026-01-10 09:00", "2026-01-10 09:00", "project:p1"))).toEqual([]);
  });
});

describe("a span is compared with the span of equal length before it", () => {
  test.each<[string, PeriodOptions, string]>([
    ["a month with the month before", { ...zone, month: "2026-03" }, "2026-02-01..2026-02-28"],
    ["1、2月 with 11、12月", span("2026-01-01", "2026-02-28"), "2025-11-01..2025-12-31"],
    ["a quarter with the quarter before", span("2026-04-01", "2026-06-30"), "2026-01-01..2026-03-31"],
    ["ten days with ten days", span("2026-03-11", "2026-03-20"), "2026-03-01..2026-03-10"],
    [
      "company periods with company periods",
      { ...span("2025-12-26", "2026-02-25"), startDay: 26 },
      "2025-10-26..2025-12-25",
    ],
  ])("%s", (_, options, expected) => {
    expect(days(periodBefore(options))).toBe(expected);
  });

  test("a span of company periods is named by its months, a cut one by its days", () => {
    const company = { ...span("2025-12-26", "2026-02-25"), startDay: 26 };
    expect(monthsOfSpan(company)).toEqual(["2026-01", "2026-02"]);
    expect(periodName(company)).toBe("2026年1、2月");
    expect(periodName({ ...zone, month: "2026-03" })).toBe("2026年3月");
    expect(periodName(span("2026-01-01", "2026-06-30"))).toBe("2026年1至6月");
    expect(periodName(span("2025-12-01", "2026-01-31"))).toBe("2025年12月、2026年1月");
    expect(periodName(span("2026-03-11", "2026-03-20"))).toBe("2026年3月11日至2026年3月20日");
    expect(periodWords(span("2026-01-01", "2026-02-28"))).toMatchObject({ current: "本期", before: "上期" });
  });
});

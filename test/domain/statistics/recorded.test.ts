import { describe, expect, test } from "vitest";
import { figureOf } from "../../../lib/domain/analytics/view.ts";
import { analytics } from "../../../lib/domain/analytics/views.ts";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { classChange } from "../../../lib/domain/statistics/class-change.ts";
import { pointFrequency } from "../../../lib/domain/statistics/frequency.ts";
import { trend } from "../../../lib/domain/statistics/trend.ts";
import { task } from "./tasks.ts";

const march = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: "2026-04-01T00:00:00+08:00" };
const received = (local: string, more: Partial<Case> = {}): Case => ({
  ...task(local, "2026-03-31 18:00", null),
  number: local,
  recordKind: "complaint",
  channel: "phone",
  classCode: "1.2.2",
  firstFollowUpSatisfied: null,
  ...more,
});

describe("a month before the first record is no zero (D15: trends)", () => {
  const unknown = (cases: readonly Case[]) =>
    trend(cases, march)
      .filter(({ recorded }) => !recorded)
      .map(({ month }) => month);

  test("what was received at a month's first instant makes it known, and no month before", () => {
    expect(unknown([received("2026-01-01 00:00"), received("2026-03-02 09:00")])).toEqual([
      "2025-03",
      "2025-04",
      "2025-05",
      "2025-06",
      "2025-07",
      "2025-08",
      "2025-09",
      "2025-10",
      "2025-11",
      "2025-12",
    ]);
  });

  test("a repair or an old ledger's row is a record too; February without any is a real zero behind it", () => {
    for (const more of [{ recordKind: "repair" }, { historical: true }] as const) {
      const rows = trend([received("2025-12-31 23:59", more), received("2026-03-02 09:00")], march);
      expect(rows.find(({ month }) => month === "2026-02")).toMatchObject({ recorded: true, received: 0 });
      expect(rows.find(({ month }) => month === "2025-11")?.recorded).toBe(false);
    }
  });

  test("the report's own month is always known, and nothing at all is known of the twelve before", () => {
    expect(unknown([])).toHaveLength(12);
  });

  test("the page's months say the same, and the month is compared with nothing", () => {
    const cases = [received("2026-03-02 09:00")];
    const names = {
      projects: [],
      department: () => undefined,
      contractor: () => undefined,
      person: () => undefined,
    };
    const view = analytics(cases, march, names).view("months");
    expect(view.rows.map((row) => figureOf(view, row, "received"))).toEqual([...Array(12).fill(null), 1]);
    expect(pointFrequency(cases, march)).toMatchObject([{ count: 1, before: null }]);
    expect(classChange(cases, march).every(({ before }) => before === null)).toBe(true);
    const since = [received("2026-02-28 23:59", { recordKind: "help" }), ...cases];
    expect(pointFrequency(since, march)).toMatchObject([{ count: 1, before: 0 }]);
  });
});

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { epochMs } from "../../../lib/domain/statistics/instant.ts";
import { monthViews } from "../../../lib/domain/statistics/month-views.ts";
import { monthlySheet } from "../../../lib/domain/statistics/sheet.ts";
import { checkProjects, checkViews } from "../../../lib/domain/statistics/view-identities.ts";
import { at, task } from "./tasks.ts";

const march = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: at("2026-04-01 00:00") };
const one = (number: string, more: Partial<Case> = {}): Case => ({
  ...task("2026-03-02 09:00", "2026-03-05 18:00", "2026-03-04 10:00"),
  number,
  recordKind: "complaint",
  channel: "phone",
  classCode: "1.2.1",
  ...more,
});
const cases = [
  one("1"),
  one("2", { completedAt: null }),
  one("3", { validity: "invalid" }),
  one("4", { recordKind: "opinion" }),
];

describe("views that disagree are named, with both figures", () => {
  const views = monthViews(cases, march);
  const [cell, point, cause] = [views.classes[0]!, views.points[0]!, views.causes[0]!];

  test("nothing where they agree", () => {
    expect(checkViews(views, march)).toEqual([]);
  });

  test.each<[string, Partial<typeof views>, readonly (readonly [rule: string, found: string])[]]>([
    [
      "a complaint that is nowhere",
      { flow: { ...views.flow, received: 4 } },
      [
        ["received = done + open + invalid + ended", "4 ≠ 3"],
        ["受理 = 有效 + 协助处理 + 无效 + 未判定", "4 ≠ 3"],
        ["分类统计 = 受理", "3 ≠ 4"],
      ],
    ],
    [
      "one done too many",
      { flow: { ...views.flow, done: 2 } },
      [
        ["received = done + open + invalid + ended", "3 ≠ 4"],
        ["done + open = B", "3 ≠ 2"],
      ],
    ],
    [
      "a class too many",
      { classes: [...views.classes, { ...cell, count: 1 }] },
      [
        ["分类统计 = 受理", "4 ≠ 3"],
        ["分类统计 without 无效 and 撤销/转出/合并 = B", "3 ≠ 2"],
      ],
    ],
    ["a point too few", { points: [{ ...point, count: 1 }] }, [["投诉点 = B", "1 ≠ 2"]]],
    [
      "a cause too many",
      { causes: [...views.causes, { ...cause, counts: [3] }] },
      [["人机料法环 = B", "5 ≠ 2"]],
    ],
    ["no trend", { trend: [] }, [["months of the period in 趋势 = B", "0 ≠ 2"]]],
  ])("%s", (_, broken, expected) => {
    expect(checkViews({ ...views, ...broken }, march)).toEqual(
      expected.map(([rule, found]) => ({ row: "汇总", rule, found })),
    );
  });

  test("a sheet that contradicts itself, or has no 汇总, is no measure", () => {
    const rows = views.sheet.rows.map((row) => ({ ...row, F: row.F + 1 }));
    expect(checkViews({ ...views, sheet: { rows } }, march)[0]?.rule).toBe("F = D+E");
    expect(
      checkViews({ ...views, sheet: { rows: views.sheet.rows.slice(0, -1) } }, march).map(
        ({ found }) => found,
      ),
    ).toContain("2 ≠ NaN");
  });

  test("a project that is not in the company's sheet: every counted column of its row, but C", () => {
    const sheet = monthlySheet(cases, march);
    expect(checkProjects(sheet, [sheet])).toEqual([]);
    const found = checkProjects(sheet, []).filter(({ row }) => row === "工程质量");
    expect(found[0]).toEqual({ row: "工程质量", rule: "B is the sum of the projects", found: "0 ≠ 2" });
    expect(found.map(({ rule }) => rule[0]).join("")).toBe("BDJKPQ");
  });
});

describe("an instant of the figures", () => {
  test("is read as Temporal reads it, whatever the day of whatever year", () => {
    const day = fc.record({
      year: fc.integer({ min: 1999, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
      hour: fc.integer({ min: 0, max: 23 }),
      offset: fc.constantFrom("Z", "+08:00", "-03:30"),
      fraction: fc.constantFrom("", ".5", ".999", ".123456"),
    });
    const two = (n: number) => String(n).padStart(2, "0");
    fc.assert(
      fc.property(day, ({ year, month, day: date, hour, offset, fraction }) => {
        const text = `${year}-${two(month)}-${two(date)}T${two(hour)}:59:59${fraction}${offset}`;
        const read = (parse: () => number) => {
          try {
            return parse();
          } catch (error) {
            return error instanceof RangeError ? "no instant" : error;
          }
        };
        expect(read(() => epochMs(text, "x"))).toBe(
          read(() => Temporal.Instant.from(text).epochMilliseconds),
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    "",
    "2026-03-02",
    "2026-03-02T09:00:00",
    "2026-02-30T09:00:00Z",
    "2026-03-02T24:00:00Z",
    "x2026-03-02T09:00:00Z",
  ])("%s is none, and the error says which fact holds it", (text) => {
    expect(() => epochMs(text, "dueAt of task 7")).toThrow(
      `dueAt of task 7 is not an ISO 8601 instant with an offset: ${JSON.stringify(text)}`,
    );
  });
});

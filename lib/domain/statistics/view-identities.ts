import { totalName } from "../classification/estate.ts";
import type { CauseRow } from "./causes.ts";
import { type ClassCell, sumOf } from "./class-table.ts";
import type { Flow } from "./details.ts";
import type { PointFrequency } from "./frequency.ts";
import { checkIdentities, type IdentityViolation } from "./identities.ts";
import { countedColumns, type MonthlySheet, type SheetOptions } from "./sheet.ts";
import { type TrendRow, trendOfPeriod } from "./trend.ts";

interface Views {
  readonly sheet: MonthlySheet;
  readonly flow: Flow;
  readonly classes: readonly ClassCell[];
  readonly points: readonly PointFrequency[];
  readonly causes: readonly CauseRow[];
  readonly trend: readonly TrendRow[];
}

/**
 * What the views of one set of records owe each other: each counts the month's new tasks (B of 汇总) in its own way,
 * and everything received is done, open, invalid or ended. An empty list means none is broken.
 */
export function checkViews(
  { sheet, flow, classes, points, causes, trend }: Views,
  options: SheetOptions,
): IdentityViolation[] {
  const tasks = totalOf(sheet).B;
  const complaints = sumOf(classes, { kind: "complaint" });
  const standing = { kind: "complaint", standing: "在册" } as const;
  const invalid = sumOf(classes, { ...standing, validity: "无效" });
  const counts: readonly (readonly [rule: string, figure: number, expected: number])[] = [
    [
      "received = done + open + invalid + ended",
      flow.received,
      flow.done + flow.open + flow.invalid + flow.ended,
    ],
    [
      "受理 = 有效 + 协助处理 + 无效 + 未判定",
      flow.received,
      flow.valid + flow.assisted + flow.invalid + flow.unjudged,
    ],
    ["done + open = B", flow.done + flow.open, tasks],
    ["分类统计 = 受理", complaints, flow.received],
    ["分类统计 without 无效 and 撤销/转出/合并 = B", sumOf(classes, standing) - invalid, tasks],
    ["投诉点 = B", sum(points.map(({ count }) => count)), tasks],
    ["人机料法环 = B", sum(causes.flatMap((row) => row.counts)), tasks],
    ["months of the period in 趋势 = B", trendOfPeriod(trend, options) ?? tasks, tasks],
  ];
  const broken = counts.filter(([, figure, expected]) => figure !== expected);
  return [
    ...checkIdentities(sheet),
    ...broken.map(([rule, figure, expected]) => ({ row: totalName, rule, found: `${figure} ≠ ${expected}` })),
  ];
}

/** Projects add up to the company in every counted column but C, which is never summed. */
export function checkProjects(company: MonthlySheet, projects: readonly MonthlySheet[]): IdentityViolation[] {
  return company.rows.flatMap((row, index) =>
    countedColumns.flatMap((column) => {
      if (column === "C") return [];
      const found = sum(projects.map(({ rows }) => rows[index]?.[column] ?? 0));
      if (found === row[column]) return [];
      return [
        { row: row.name, rule: `${column} is the sum of the projects`, found: `${found} ≠ ${row[column]}` },
      ];
    }),
  );
}

function totalOf({ rows }: MonthlySheet): { readonly B: number } {
  return rows.find(({ name }) => name === totalName) ?? { B: Number.NaN };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

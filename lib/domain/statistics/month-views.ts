import type { Case } from "./case.ts";
import { type CauseRow, causeTable } from "./causes.ts";
import { type ClassCell, classTable } from "./class-table.ts";
import { type ComparisonRow, comparison } from "./comparison.ts";
import { ContradictionError } from "./contradiction.ts";
import { type Flow, flow } from "./details.ts";
import { type PointFrequency, pointFrequency } from "./frequency.ts";
import { type GovernmentRow, governmentTable } from "./government.ts";
import { type MonthlySheet, monthlySheet, type SheetOptions } from "./index.ts";
import type { ProjectCases } from "./peers.ts";
import { type StrengthRow, strengths } from "./strengths.ts";
import { type TrendRow, trend } from "./trend.ts";
import { checkViews } from "./view-identities.ts";

/** Every view of one set of records: a project's, or the company's. */
export interface MonthViews {
  readonly sheet: MonthlySheet;
  readonly flow: Flow;
  readonly classes: readonly ClassCell[];
  readonly points: readonly PointFrequency[];
  readonly causes: readonly CauseRow[];
  readonly government: readonly GovernmentRow[];
  readonly trend: readonly TrendRow[];
}

/**
 * Computes them and compares each with the others.
 * @throws ContradictionError naming what disagrees: a file that contradicts itself is never issued
 */
export function monthViews(cases: readonly Case[], options: SheetOptions): MonthViews {
  const views = {
    sheet: monthlySheet(cases, options),
    flow: flow(cases, options),
    classes: classTable(cases, options),
    points: pointFrequency(cases, options),
    causes: causeTable(cases, options),
    government: governmentTable(cases, options),
    trend: trend(cases, options),
  };
  const broken = checkViews(views, options);
  if (broken.length > 0) throw new ContradictionError(JSON.stringify(broken));
  return views;
}

/** What only shows beside others (D15): like with like, strong and weak business. */
export interface PeerViews {
  readonly comparison: readonly ComparisonRow[];
  readonly strengths: readonly StrengthRow[];
}

export function peerViews(projects: readonly ProjectCases[], options: SheetOptions): PeerViews {
  return { comparison: comparison(projects, options), strengths: strengths(projects, options) };
}

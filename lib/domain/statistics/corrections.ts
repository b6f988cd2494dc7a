import type { AnalysisTask } from "./analysis.ts";
import type { MonthlySheet, SheetCounts, SheetRow } from "./sheet.ts";

/** The counted columns of D1; every other one follows from them. */
const counted = [
  "B",
  "C",
  "D",
  "E",
  "J",
  "K",
  "M",
  "P",
  "Q",
  "S",
] as const satisfies readonly (keyof SheetCounts)[];

/** A figure of D1 that differs between two editions. */
export interface FigureChange {
  /** One of the seven classes, or 汇总. */
  readonly row: string;
  readonly column: keyof SheetCounts;
  readonly from: number;
  readonly to: number;
}

type Fact = Exclude<keyof AnalysisTask, "id" | "projectId">;
type FactValue = string | boolean | null;

/** A complaint that an edition counts otherwise than the one before. */
export interface TaskChange {
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly facts: readonly { readonly fact: Fact; readonly from: FactValue; readonly to: FactValue }[];
}

/** What the figures are computed from, in the order of a list of changes. */
const facts = [
  "receivedAt",
  "recordKind",
  "estateClass",
  "validity",
  "dueAt",
  "completedAt",
  "endedAt",
  "firstFollowUpSatisfied",
] as const satisfies readonly Fact[];

/** The counted figures that differ, row by row in D1's order. */
export function changedFigures(before: MonthlySheet, after: MonthlySheet): FigureChange[] {
  const earlier = new Map(before.rows.map((row) => [row.name, row]));
  return after.rows.flatMap((row) => {
    const old: SheetRow | undefined = earlier.get(row.name);
    return counted.flatMap((column): FigureChange[] => {
      const from = old?.[column] ?? 0;
      return from === row[column] ? [] : [{ row: row.name, column, from, to: row[column] }];
    });
  });
}

/** The complaints that differ: those of the newer list in its order, then those that are gone. */
export function changedTasks(
  before: readonly AnalysisTask[],
  after: readonly AnalysisTask[],
): readonly TaskChange[] {
  const earlier = new Map(before.map((task) => [task.id, task]));
  const changes: TaskChange[] = [];
  for (const task of after) {
    const old = earlier.get(task.id);
    earlier.delete(task.id);
    const differing = old === undefined ? [] : differences(old, task);
    if (old === undefined) changes.push({ id: task.id, change: "added", facts: [] });
    else if (differing.length > 0) changes.push({ id: task.id, change: "changed", facts: differing });
  }
  for (const id of earlier.keys()) changes.push({ id, change: "removed", facts: [] });
  return changes;
}

function differences(before: AnalysisTask, after: AnalysisTask): TaskChange["facts"] {
  return facts
    .map((fact) => ({ fact, from: before[fact] ?? null, to: after[fact] ?? null }))
    .filter(({ from, to }) => from !== to);
}

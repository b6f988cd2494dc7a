import { type Case, countBy, tasksOfPeriod, topClasses, topClassName, unclassified } from "./case.ts";
import { periodBefore } from "./period.ts";
import { isRecorded } from "./recorded.ts";
import type { SheetOptions } from "./sheet.ts";

/** The tasks of one K8.3-F2 class in the period and in the one of equal length before it. */
export interface ClassChange {
  readonly name: string;
  readonly count: number;
  /** Null where nothing was recorded yet. */
  readonly before: number | null;
}

/** The seven classes (D5), and 未分类 where there is any; both periods as the one cut-off knows them. */
export function classChange(cases: readonly Case[], options: SheetOptions): ClassChange[] {
  const count = (of: SheetOptions) =>
    countBy(tasksOfPeriod(cases, of), ({ classCode }) => topClassName(classCode));
  const now = count(options);
  const past = periodBefore(options);
  const before = isRecorded(cases, past) ? count(past) : undefined;
  return topClasses
    .map((name) => ({
      name,
      count: now.get(name) ?? 0,
      before: before === undefined ? null : (before.get(name) ?? 0),
    }))
    .filter((row) => row.name !== unclassified || row.count + (row.before ?? 0) > 0);
}

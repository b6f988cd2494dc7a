import { type CauseFactor, causeFactors } from "../complaint/events.ts";
import { causeFactorParts } from "../words/causes.ts";
import { type Case, tasksOfPeriod, topClasses, topClassName, undecided } from "./case.ts";
import type { SheetOptions } from "./sheet.ts";

export interface CauseRow {
  readonly factor: string;
  readonly detail: string;
  /** Per class of K8.3-F2, in the order of `topClasses`. */
  readonly counts: readonly number[];
}

/** 人机料法环 (D15) × K8.3-F2 over the complaints of the period; the last row is what nobody has traced yet. */
export function causeTable(cases: Iterable<Case>, options: SheetOptions): CauseRow[] {
  const tasks = tasksOfPeriod(cases, options);
  const rowOf = (factor: string, detail: string, cause: CauseFactor | undefined): CauseRow => {
    const ofCause = tasks.filter(({ causeFactor }) => causeFactor === cause);
    const counts = topClasses.map(
      (name) => ofCause.filter((one) => topClassName(one.classCode) === name).length,
    );
    return { factor, detail, counts };
  };
  return [
    ...causeFactors.map((cause) => {
      const { factor, detail } = causeFactorParts[cause];
      return rowOf(factor.zh, detail.zh, cause);
    }),
    rowOf(undecided, "尚未分析", undefined),
  ];
}

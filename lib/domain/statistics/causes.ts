import { type CauseFactor, causeFactors } from "../complaint/events.ts";
import { type Case, tasksOfPeriod, topClasses, topClassName, undecided } from "./case.ts";
import type { SheetOptions } from "./sheet.ts";

/** D15's words for the causes: the factor and what about it. */
export const causeNames: Readonly<Record<CauseFactor, readonly [factor: string, detail: string]>> = {
  "people.attitude": ["人", "服务态度"],
  "people.conduct": ["人", "服务规范"],
  "people.skill": ["人", "服务技能"],
  "equipment.appearance": ["机", "外观完好性"],
  "equipment.quality": ["机", "质量合格性"],
  "equipment.function": ["机", "功能适用性"],
  "material.durability": ["料", "耐用性"],
  "material.economy": ["料", "经济性"],
  "material.accuracy": ["料", "准确性"],
  method: ["法", "方法、流程"],
  environment: ["环", "环境"],
};

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
    ...causeFactors.map((cause) => rowOf(...causeNames[cause], cause)),
    rowOf(undecided, "尚未分析", undefined),
  ];
}

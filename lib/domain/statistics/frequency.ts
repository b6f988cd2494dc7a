import { type ClassCode, complaintClasses, serviceClassOf } from "../classification/classes.ts";
import { type Case, countBy, tasksOfPeriod, topClassName, unclassified } from "./case.ts";
import { periodBefore } from "./period.ts";
import { isRecorded } from "./recorded.ts";
import { rate, type SheetOptions } from "./sheet.ts";

/** A problem point (投诉点) and how often it was complained of (D8). */
export interface PointFrequency {
  /** Absent: not classified yet, the last row. */
  readonly code?: ClassCode;
  readonly name: string;
  /** Its class of K8.3-F2. */
  readonly class: string;
  readonly service: "基础服务" | "地产相关";
  readonly count: number;
  /** In the period of equal length before; null where nothing was recorded yet. */
  readonly before: number | null;
  /** Of all complaints of the period. */
  readonly share: number | null;
}

/**
 * D8's table of problem points: the period's complaints, valid, assisted and not judged yet, the most frequent first
 * (the same number: in the order of the class list); its counts add up to B of D1. `before` holds for the period of
 * equal length before, as the cut-off knows it.
 */
export function pointFrequency(cases: Iterable<Case>, options: SheetOptions): PointFrequency[] {
  const all = [...cases];
  const now = countBy(tasksOfPeriod(all, options), ({ classCode }) => classCode);
  const past = periodBefore(options);
  const before = isRecorded(all, past)
    ? countBy(tasksOfPeriod(all, past), ({ classCode }) => classCode)
    : undefined;
  const total = [...now.values()].reduce((sum, count) => sum + count, 0);
  const order = [...classOrder.keys()];
  const rows = [...now].map(([code, count]): PointFrequency => {
    const figures = {
      count,
      before: before === undefined ? null : (before.get(code) ?? 0),
      share: rate(count, total),
    };
    return code === undefined
      ? { name: unclassified, class: unclassified, service: "基础服务", ...figures }
      : {
          code,
          name: complaintClasses[code].zh,
          class: topClassName(code),
          service: serviceClassOf(code),
          ...figures,
        };
  });
  return rows.sort((a, b) => {
    if ((a.code === undefined) !== (b.code === undefined)) return a.code === undefined ? 1 : -1;
    return b.count - a.count || order.indexOf(a.code ?? "") - order.indexOf(b.code ?? "");
  });
}

const classOrder: ReadonlyMap<string, unknown> = new Map(Object.entries(complaintClasses));

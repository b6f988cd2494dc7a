import type { Case } from "./case.ts";
import { epochMs } from "./instant.ts";
import { monthPeriod, within, yearPeriod } from "./period.ts";
import { type CountedColumn, columnsOf, type SheetOptions } from "./sheet.ts";
import { isOnTime, knownTasks } from "./task.ts";

/** Whether a complaint was finished in time, as the cut-off knows it. */
export type Timeliness = "按时" | "超时" | "超期未完成" | "未到期";

/** One line of 明细: a record and the figures of D1 that count it. */
export interface Detail {
  readonly case: Case;
  /** Columns of D1 that count it; none for what is no task. */
  readonly columns: readonly CountedColumn[];
  /** Null for what is no task. */
  readonly timeliness: Timeliness | null;
}

/**
 * Opens every figure to its records: the tasks of D1 with the columns that count them, and the other records received
 * in the period (invalid, opinions, repairs, help; those that have ended). In the order of the cases.
 * @throws RangeError when an instant, the month, the start day or the zone cannot be read
 */
export function* details(cases: readonly Case[], options: SheetOptions): Generator<Detail> {
  const [month, year, asOf] = [monthPeriod(options), yearPeriod(options), epochMs(options.asOf, "asOf")];
  for (const one of cases) {
    const [task] = knownTasks([one], asOf);
    if (task !== undefined) {
      const timeliness =
        task.completed === null
          ? task.due < asOf
            ? "超期未完成"
            : "未到期"
          : isOnTime(task)
            ? "按时"
            : "超时";
      yield { case: one, columns: columnsOf(task, month, year), timeliness };
      continue;
    }
    const received = epochMs(one.receivedAt, `receivedAt of ${one.id}`);
    if (received <= asOf && within(month, received)) yield { case: one, columns: [], timeliness: null };
  }
}

/** 收支: everything received in the period and what became of it (complaints only). */
export interface Flow {
  readonly received: number;
  readonly done: number;
  readonly open: number;
  readonly invalid: number;
  /** Withdrawn, referred, merged. */
  readonly ended: number;
}

/** received = done + open + invalid + ended, counted one by one from the complaints received in the period. */
export function flow(cases: readonly Case[], options: SheetOptions): Flow {
  const asOf = epochMs(options.asOf, "asOf");
  const month = monthPeriod(options);
  const counts = { received: 0, done: 0, open: 0, invalid: 0, ended: 0 };
  for (const one of cases) {
    const received = epochMs(one.receivedAt, `receivedAt of ${one.id}`);
    if (one.recordKind !== "complaint" || received > asOf || !within(month, received)) continue;
    counts.received += 1;
    const [task] = knownTasks([one], asOf);
    if (task !== undefined) counts[task.completed === null ? "open" : "done"] += 1;
    else counts[one.validity === "invalid" ? "invalid" : "ended"] += 1;
  }
  return counts;
}

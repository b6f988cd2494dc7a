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

/**
 * 受理: every complaint received in the period, invalid and ended ones too, and what became of it. It is counted in two
 * ways: done + open + invalid + ended, and valid + assisted + invalid + unjudged.
 */
export interface Flow {
  readonly received: number;
  readonly done: number;
  readonly open: number;
  readonly invalid: number;
  /** Withdrawn, referred, merged. */
  readonly ended: number;
  /** By validity, the ended ones included. */
  readonly valid: number;
  readonly assisted: number;
  readonly unjudged: number;
}

/** 列入任务: what is left of 受理 without invalid and ended ones; B of D1's 汇总. */
export function tasksOf({ done, open }: Flow): number {
  return done + open;
}

/** received = done + open + invalid + ended, counted one by one from the complaints received in the period. */
export function flow(cases: readonly Case[], options: SheetOptions): Flow {
  const asOf = epochMs(options.asOf, "asOf");
  const month = monthPeriod(options);
  const counts = { received: 0, done: 0, open: 0, invalid: 0, ended: 0, valid: 0, assisted: 0, unjudged: 0 };
  for (const one of cases) {
    const received = epochMs(one.receivedAt, `receivedAt of ${one.id}`);
    if (
      one.recordKind !== "complaint" ||
      one.historical === true ||
      received > asOf ||
      !within(month, received)
    )
      continue;
    counts.received += 1;
    if (one.unjudged === true) counts.unjudged += 1;
    else if (one.validity !== "invalid") counts[one.validity] += 1;
    const [task] = knownTasks([one], asOf);
    if (task !== undefined) counts[task.completed === null ? "open" : "done"] += 1;
    else counts[one.validity === "invalid" ? "invalid" : "ended"] += 1;
  }
  return counts;
}

/** 遗留超期: tasks received before the period that are overdue and not done at the cut-off, the oldest limit first. */
export function overdueBefore(cases: readonly Case[], options: SheetOptions): Case[] {
  const [month, asOf] = [monthPeriod(options), epochMs(options.asOf, "asOf")];
  return [...knownTasks(cases, asOf)]
    .filter(({ received, due, completed }) => received < month.start && due < asOf && completed === null)
    .sort((a, b) => a.due - b.due)
    .map(({ source }) => source);
}

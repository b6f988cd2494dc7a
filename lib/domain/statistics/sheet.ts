import { estateClasses, totalName } from "../classification/estate.ts";
import { epochMs } from "./instant.ts";
import { monthPeriod, type Period, type PeriodOptions, within, yearPeriod } from "./period.ts";
import { isOnTime, type KnownTask, knownTasks, type StatTask } from "./task.ts";

export interface SheetOptions extends PeriodOptions {
  /** The cut-off (截止到), ISO 8601 with an offset. */
  readonly asOf: string;
}

/** The counted columns; F, N, T and the rates follow from them. */
export interface SheetCounts {
  B: number;
  C: number;
  D: number;
  E: number;
  J: number;
  K: number;
  M: number;
  P: number;
  Q: number;
  S: number;
}

/** One row of D1. Rates are fractions; `null` where the denominator is 0 (printed "–"). */
export interface SheetRow extends Readonly<SheetCounts> {
  /** Column A: one of the seven classes, or 汇总. */
  readonly name: string;
  /** D+E */
  readonly F: number;
  /** D/C */
  readonly G: number | null;
  /** E/C */
  readonly H: number | null;
  /** (D+E)/C */
  readonly I: number | null;
  /** K/J */
  readonly L: number | null;
  /** K+M */
  readonly N: number;
  /** (K+M)/J */
  readonly O: number | null;
  /** Q/P (the source prints O/N, a leftover of an older sheet) */
  readonly R: number | null;
  /** Q+S */
  readonly T: number;
  /** (Q+S)/P */
  readonly U: number | null;
}

export interface MonthlySheet {
  /** D1's order, 汇总 last. */
  readonly rows: SheetRow[];
}

/**
 * The monthly statistics sheet (D1), columns B–U, as of the cut-off. Our reading of each letter:
 *
 * - **B** received in the month.
 * - **C** the month's tasks: not yet completed when the month began, received before it ends, and either due
 *   before it ends (due in it, or overdue since earlier) or completed in it though due later. So a task counted
 *   early leaves the month it falls due in, and an unfinished overdue one comes back every month: C is not
 *   additive. Due or completed at exactly 00:00:00 of the first day belongs to the new month.
 * - **D, E** the tasks of C completed in the month, on time (at or before due) and late. One that was due in the
 *   month and is completed after it is in C here, and in C and E of the month it is completed in.
 * - **J** received in the year, or before it and not completed when the year began; **K, M** those of J that are
 *   completed on time and late by the cut-off. With a cut-off after the year's end these include what was
 *   finished since: "截止到" governs, as in P.
 * - **P** every task; **Q, S** those completed on time and late by the cut-off.
 *
 * One pass over the tasks. Tasks of several projects may be mixed (the company's sheet) if they share the zone.
 * @throws RangeError when an instant, the month, the start day or the zone cannot be read
 */
export function monthlySheet(tasks: Iterable<StatTask>, options: SheetOptions): MonthlySheet {
  const month = monthPeriod(options);
  const year = yearPeriod(options);
  const counts = new Map<string, SheetCounts>([...estateClasses, totalName].map((name) => [name, noTasks()]));
  for (const task of knownTasks(tasks, epochMs(options.asOf, "asOf"))) {
    const columns = columnsOf(task, month, year);
    for (const name of [task.estateClass, totalName]) {
      const row = counts.get(name);
      if (row) for (const column of columns) row[column] += 1;
    }
  }
  return { rows: [...counts].map(([name, row]) => toRow(name, row)) };
}

/** The counted columns, in the sheet's order. */
export const countedColumns = ["B", "C", "D", "E", "J", "K", "M", "P", "Q", "S"] as const;
export type CountedColumn = keyof SheetCounts;

/** Which columns of the sheet count this task: what opens every figure to its complaints. */
export function columnsOf(task: KnownTask, month: Period, year: Period): CountedColumn[] {
  const onTime = isOnTime(task);
  const late = task.completed !== null && !onTime;
  const columns: CountedColumn[] = [];
  if (within(month, task.received)) columns.push("B");
  if (belongsToMonth(task, month)) {
    columns.push("C");
    if (task.completed !== null && within(month, task.completed)) columns.push(onTime ? "D" : "E");
  }
  if (belongsToYear(task, year)) {
    columns.push("J");
    if (onTime) columns.push("K");
    if (late) columns.push("M");
  }
  columns.push("P");
  if (onTime) columns.push("Q");
  if (late) columns.push("S");
  return columns;
}

function isOpenAt(task: KnownTask, at: number): boolean {
  return task.completed === null || task.completed >= at;
}

function belongsToMonth(task: KnownTask, month: Period): boolean {
  if (task.received >= month.end || !isOpenAt(task, month.start)) return false;
  return task.due < month.end || !isOpenAt(task, month.end);
}

function belongsToYear(task: KnownTask, year: Period): boolean {
  return within(year, task.received) || (task.received < year.start && isOpenAt(task, year.start));
}

function noTasks(): SheetCounts {
  return { B: 0, C: 0, D: 0, E: 0, J: 0, K: 0, M: 0, P: 0, Q: 0, S: 0 };
}

function toRow(name: string, counts: SheetCounts): SheetRow {
  const { B, C, D, E, J, K, M, P, Q, S } = counts;
  const [F, N, T] = [D + E, K + M, Q + S];
  return {
    name,
    B,
    C,
    D,
    E,
    F,
    G: rate(D, C),
    H: rate(E, C),
    I: rate(F, C),
    J,
    K,
    L: rate(K, J),
    M,
    N,
    O: rate(N, J),
    P,
    Q,
    R: rate(Q, P),
    S,
    T,
    U: rate(T, P),
  };
}

/** A fraction, or `null` where there is nothing to divide by. */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

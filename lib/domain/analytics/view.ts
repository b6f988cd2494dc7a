import type { Case } from "../statistics/case.ts";
import type { KnownTask } from "../statistics/task.ts";
import type { Words } from "../words/words.ts";

/** A task as the cut-off knows it: what every figure here is about. */
export type Task = KnownTask<Case>;

interface Named {
  /** Stable: pages and lists of complaints name it. */
  readonly key: string;
  readonly label: Words;
}

/** How many of a row's complaints it holds for. */
export interface CountColumn extends Named {
  readonly unit: "count";
  readonly holds: (task: Task) => boolean;
}

/** One count of the row divided by the sum of others, which share no complaint. */
export interface RateColumn extends Named {
  readonly unit: "rate";
  readonly part: string;
  readonly whole: readonly string[];
}

/** A quantile of the hours of those that a count holds for. */
export interface HoursColumn extends Named {
  readonly unit: "hours";
  readonly of: string;
  readonly quantile: number;
  /** Natural hours of one of them. */
  readonly hours: (task: Task) => number;
}

/** A count of the row by what the row is measured in: thousand households, 10,000 m². */
export interface RatioColumn extends Named {
  readonly unit: "ratio";
  readonly of: string;
  /** Undefined where it is not known, or the row is measured otherwise. */
  readonly base: (row: Row) => number | undefined;
}

export type ViewColumn = CountColumn | RateColumn | HoursColumn | RatioColumn;

/** Some complaints under one name. */
export interface Row extends Named {
  readonly tasks: readonly Task[];
  /** A period before the first record: it has no figures, not even zeros. */
  readonly unrecorded?: true;
}

/** A view of the month's tasks: the rows and what is counted of each; the last row may be the total. */
export interface View {
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly Row[];
}

/** A figure of a view; `null` where there is nothing to divide by or to measure. */
export type Figure = number | null;

/** The key of the row of all complaints of a view. */
export const TOTAL = "total";
export const totalWords: Words = { zh: "汇总", en: "total" };

/**
 * The view with row keys that mean one row each: a platform or region may be called "total" itself, and gets `=total`.
 */
export function apart(view: View): View {
  const isTotal = ({ label }: Row) => label.en === totalWords.en && label.zh !== TOTAL;
  return {
    ...view,
    rows: view.rows.map((row) =>
      (row.key === TOTAL && !isTotal(row)) || row.key.startsWith("=") ? { ...row, key: `=${row.key}` } : row,
    ),
  };
}

/** The complaints that a count of a view holds for; of a rate or of hours those that it is measured over. */
export function tasksBehind(view: View, row: Row, key: string): readonly Task[] {
  const column = columnOf(view, key);
  switch (column.unit) {
    case "count":
      return row.tasks.filter(column.holds);
    case "rate":
      return column.whole.flatMap((one) => tasksBehind(view, row, one));
    case "hours":
    case "ratio":
      return tasksBehind(view, row, column.of);
  }
}

/** What a view says of one row in one column. */
export function figureOf(view: View, row: Row, key: string): Figure {
  const column = columnOf(view, key);
  if (row.unrecorded === true) return null;
  switch (column.unit) {
    case "count":
      return countBehind(view, row, key);
    case "rate": {
      const whole = column.whole.reduce((sum, one) => sum + countBehind(view, row, one), 0);
      return whole === 0 ? null : countBehind(view, row, column.part) / whole;
    }
    case "ratio": {
      const base = column.base(row);
      return base === undefined ? null : countBehind(view, row, column.of) / base;
    }
    case "hours":
      return quantileOf(tasksBehind(view, row, key).map(column.hours), column.quantile);
  }
}

/** Counts of a row by column: rates divide what other columns of the row have counted already. */
const counted = new WeakMap<Row, Map<ViewColumn, number>>();

/** How many {@link tasksBehind} has. */
function countBehind(view: View, row: Row, key: string): number {
  const column = columnOf(view, key);
  if (column.unit !== "count") return tasksBehind(view, row, key).length;
  const own = counted.get(row) ?? new Map<ViewColumn, number>();
  counted.set(row, own);
  const known = own.get(column) ?? row.tasks.filter(column.holds).length;
  own.set(column, known);
  return known;
}

function columnOf({ columns }: View, key: string): ViewColumn {
  const column = columns.find((one) => one.key === key);
  if (column === undefined) throw new RangeError(`the view has no column ${key}`);
  return column;
}

/**
 * The median is the middle one, or the mean of the two in the middle; every other quantile the smallest value that so
 * large a share does not exceed. Null without values.
 */
export function quantileOf(values: readonly number[], share: number): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  const { length } = sorted;
  if (length === 0) return null;
  if (share === 0.5) return (at(Math.floor((length - 1) / 2)) + at(Math.floor(length / 2))) / 2;
  return at(Math.max(0, Math.ceil(length * share) - 1));
}

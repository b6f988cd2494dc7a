import {
  checkIdentities,
  type MonthlySheet,
  monthlySheet,
  type SheetOptions,
  type StatTask,
} from "../../domain/statistics/index.ts";

/** A statistics sheet whose sums disagree: an error of ours that must never be printed. */
export class ContradictionError extends Error {
  override readonly name = "ContradictionError";
}

/** D1's sheet, checked against its identities. @throws ContradictionError */
export function checkedSheet(tasks: Iterable<StatTask>, options: SheetOptions): MonthlySheet {
  const sheet = monthlySheet(tasks, options);
  const violations = checkIdentities(sheet);
  if (violations.length > 0) throw new ContradictionError(JSON.stringify(violations));
  return sheet;
}

import { epochMs } from "./instant.ts";
import { monthPeriod, type Period, type PeriodOptions } from "./period.ts";

/**
 * Whether a period's figures mean something: one that ended before the first record there is (of any kind, an old ledger's too) is no
 * zero but nothing known. A company's first months are compared with nothing.
 */
export function recordedIn(
  records: Iterable<{ readonly id: string; readonly receivedAt: string }>,
): (period: Period) => boolean {
  let first = Number.POSITIVE_INFINITY;
  for (const { id, receivedAt } of records)
    first = Math.min(first, epochMs(receivedAt, `receivedAt of ${id}`));
  return ({ end }) => first < end;
}

/** {@link recordedIn} of a named period. @throws RangeError when the period cannot be read */
export function isRecorded(
  records: Iterable<{ readonly id: string; readonly receivedAt: string }>,
  options: PeriodOptions,
): boolean {
  return recordedIn(records)(monthPeriod(options));
}

import { Temporal } from "temporal-polyfill";
import { defined } from "../../domain/present.ts";
import { monthPeriod, type SheetOptions } from "../../domain/statistics/index.ts";
import type { StartDay } from "../../domain/statistics/period.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import type { ReportRun } from "../ports/report-run.ts";

/** What a run's figures are counted over, in a time zone: what happened in the period, up to the cut-off. */
export function sheetOptions(
  { month, span, asOf }: Pick<ReportRun, "month" | "span" | "asOf">,
  timeZone: string,
  startDays: readonly StartDay[],
): SheetOptions {
  return { month, timeZone, asOf, startDays, ...defined({ span }) };
}

/** First and last instant of a period, both included. */
export function boundsOf(options: Omit<SheetOptions, "asOf">): {
  readonly first: Instant;
  readonly last: Instant;
} {
  const { start, end } = monthPeriod(options);
  const instant = (at: number) => toInstant(Temporal.Instant.fromEpochMilliseconds(at));
  return { first: instant(start), last: instant(end - 1) };
}

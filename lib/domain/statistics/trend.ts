import { type AnalysisFigures, monthlyAnalysis } from "./analysis.ts";
import type { Case } from "./case.ts";
import { epochMs } from "./instant.ts";
import { monthBefore, monthPeriod, monthsOfSpan, within } from "./period.ts";
import { recordedIn } from "./recorded.ts";
import type { SheetOptions } from "./sheet.ts";

/** The month of the report, the same month of the year before, and those between. */
const MONTHS = 13;

export interface TrendRow extends AnalysisFigures {
  /** `YYYY-MM` */
  readonly month: string;
  /** Of these 地产相关. */
  readonly estate: number;
  /** False before the first record there is: such a month's figures are no zeros. The report's own month always is. */
  readonly recorded: boolean;
  /** Beside them: complaints of the month from an old ledger that does not say whether they were done in time. */
  readonly historical: number;
}

/**
 * D8's figures of thirteen months, oldest first, each as the one cut-off knows it (D15: trends). A span is no row of its
 * own: its months stand there, up to the month of the report.
 */
export function trend(cases: readonly Case[], options: SheetOptions): TrendRow[] {
  const isKnown = recordedIn(cases);
  const months: string[] = [];
  for (let month = options.month; months.length < MONTHS; month = monthBefore(month)) months.unshift(month);
  const periods = months.map((month) => {
    const own = { ...options, month, span: undefined };
    return { own, period: monthPeriod(own), cases: new Array<Case>() };
  });
  for (const one of cases) {
    const received = epochMs(one.receivedAt, `receivedAt of ${one.id}`);
    for (const { period, cases: ofPeriod } of periods) if (within(period, received)) ofPeriod.push(one);
  }
  return periods.map(({ own, period, cases: received }) => {
    const { basic: _, estate, ...figures } = monthlyAnalysis(received, own);
    const recorded = own.month === options.month || isKnown(period);
    return {
      month: own.month,
      recorded,
      ...figures,
      estate: estate.received,
      historical: countHistorical(received),
    };
  });
}

function countHistorical(cases: readonly Case[]): number {
  const told = cases.filter(({ historical, recordKind, validity }) => {
    return historical === true && recordKind === "complaint" && validity !== "invalid";
  });
  return told.length;
}

/** What the rows say of the report's own period; null for a span that they do not cover in whole months. */
export function trendOfPeriod(rows: readonly TrendRow[], options: SheetOptions): number | null {
  const months = options.span === undefined ? [options.month] : monthsOfSpan(options);
  const own = rows.filter(({ month }) => months.includes(month));
  if (options.span !== undefined && (own.length === 0 || own.length < months.length)) return null;
  return own.reduce((sum, { received }) => sum + received, 0);
}

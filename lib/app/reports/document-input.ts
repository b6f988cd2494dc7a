import type { AnalysisReport } from "../../domain/narrative/analysis-report.ts";
import type { TrendRow } from "../../domain/statistics/trend.ts";

/** What every document of a month says in the same words. */
export interface DocumentFrame {
  readonly company: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** Another period than the month's own: local dates, both included. */
  readonly span?: { readonly from: string; readonly to: string } | undefined;
  readonly asOf: string;
  readonly timeZone: string;
  readonly madeAt: string;
}

/** 项目分析报告 (D8). */
export interface AnalysisDocument extends DocumentFrame {
  readonly project: string;
  readonly report: AnalysisReport;
  readonly trend: readonly TrendRow[];
}

/** Sets the month's texts as Word documents (lib/adapters/documents). */
export interface ReportWriter {
  analysis(input: AnalysisDocument): Promise<Uint8Array>;
}

import type { AnalysisReport } from "../../domain/narrative/analysis-report.ts";
import type { Bulletin } from "../../domain/narrative/bulletin.ts";
import type { ClassificationReport } from "../../domain/narrative/classification-report.ts";
import type { ComplaintSection } from "../../domain/narrative/company-monthly.ts";
import type { ClassChange } from "../../domain/statistics/class-change.ts";
import type { StartDay } from "../../domain/statistics/period.ts";
import type { PeriodWords } from "../../domain/statistics/period-name.ts";
import type { TrendRow } from "../../domain/statistics/trend.ts";
import type { CompanyWork } from "../../domain/submissions/company-texts.ts";
import type { Narratives } from "../../domain/submissions/sections.ts";
import type { ContestLine } from "./contest-line.ts";
import type { EditionStage, KeyFigures } from "./report-run.ts";
import type { EmergencyLine } from "./workbook-input.ts";

/** What every document of a month says in the same words. */
export interface DocumentFrame {
  readonly company: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** Another period than the month's own: local dates, both included. */
  readonly span?: { readonly from: string; readonly to: string } | undefined;
  readonly startDays?: readonly StartDay[] | undefined;
  readonly asOf: string;
  /** 收录至; absent: the cut-off. */
  readonly recordedUntil?: string | undefined;
  /** 第 n 版, and what it is among the editions of its period. */
  readonly edition?: number | undefined;
  readonly stage?: EditionStage | undefined;
  readonly timeZone: string;
  readonly madeAt: string;
}

/** What a month's chart shows: thirteen months, and the classes of this month beside the last. */
export interface MonthFigures {
  readonly trend: readonly TrendRow[];
  readonly classes: readonly ClassChange[];
  /** What the period and the one before it are called. */
  readonly words: Pick<PeriodWords, "current" | "before">;
}

/** A picture (PNG) with a text for those who cannot see it; sizes in pixels at 96 dpi. */
export interface Chart {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

/** Draws the month's figures (lib/adapters/charts). */
export type ChartPainter = (figures: MonthFigures) => Promise<Chart>;

/** 项目分析报告 (D8). */
export interface AnalysisDocument extends DocumentFrame {
  readonly project: string;
  readonly report: AnalysisReport;
  readonly chart: Chart;
}

/** 客户投诉分类统计分析 (D15). */
export interface ClassificationDocument extends DocumentFrame {
  readonly report: ClassificationReport;
  readonly chart: Chart;
}

/** 客户投诉工作月报 (D14). */
export interface BulletinDocument extends DocumentFrame {
  /** Headquarters' own title; absent: D14's. */
  readonly heading?: string;
  readonly bulletin: Bulletin;
  readonly chart: Chart;
  /** Every project of the run, whether its month was submitted. */
  readonly submitted: readonly {
    readonly name: string;
    /** In every month of the period: the worst of them. */
    readonly state: "按时上交" | "逾期上交" | "未上交";
    /** `1月按时上交`, one for each month of the period. */
    readonly months: readonly string[];
  }[];
  /** Projects whose figures are not in it. */
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
  /** Cases that projects contest, and the figures as counted and without those upheld; absent while there are none. */
  readonly rulings?: {
    readonly upheld: number;
    readonly rejected: number;
    readonly pending: number;
    readonly lines: readonly ContestLine[];
    readonly before: RuledFigures;
    readonly after: RuledFigures;
  };
}

/** The figures that a ruling may change. */
export interface RuledFigures extends KeyFigures {
  /** 公司直接受理 */
  readonly companyReceived: number;
  /** 有效投诉 */
  readonly valid: number;
}

/** 物业月报 (D7): the company's functions, each project's work, emergency events, complaints. */
export interface MonthlyDocument extends DocumentFrame {
  /** First and last local day of the period. */
  readonly days: { readonly from: string; readonly to: string };
  /** 第 n 期 */
  readonly issue: number;
  readonly work: CompanyWork;
  /** Every project of the run, in its order. */
  readonly projects: readonly MonthlyProject[];
  readonly emergencies: readonly EmergencyLine[];
  readonly complaints: ComplaintSection;
  readonly chart: Chart;
  /** Projects whose figures are not in it. */
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
}

/** What a project submitted, or why there is nothing. */
export interface MonthlyProject {
  readonly name: string;
  readonly narratives: Narratives | { readonly missing: string };
}

/** Sets the month's texts as Word documents (lib/adapters/documents). */
export interface ReportWriter {
  analysis(input: AnalysisDocument): Promise<Uint8Array>;
  bulletin(input: BulletinDocument): Promise<Uint8Array>;
  classification(input: ClassificationDocument): Promise<Uint8Array>;
  monthly(input: MonthlyDocument): Promise<Uint8Array>;
}

import type { Analytics } from "../../domain/analytics/views.ts";
import type { PauseReason } from "../../domain/clocks/clock.ts";
import type { RecordKind } from "../../domain/complaint/events.ts";
import type { EmergencyStatus } from "../../domain/emergencies/emergency.ts";
import type { EmergencyCategory, EmergencyOutcome } from "../../domain/emergencies/taxonomy.ts";
import type { Case } from "../../domain/statistics/case.ts";
import type { SheetRow } from "../../domain/statistics/index.ts";
import type { MonthViews, PeerViews } from "../../domain/statistics/month-views.ts";
import type { StartDay } from "../../domain/statistics/period.ts";
import type { ChangeLine } from "./change-line.ts";
import type { RuledSheet } from "./contest-line.ts";
import type { EditionStage } from "./report-run.ts";

/** One complaint of the ledger (D10), as the columns print it. Phone numbers come masked or not: printed as given. */
export interface LedgerRow {
  /** 编号, e.g. 466 or W001 */
  readonly number: string;
  /** 日期: ISO 8601 instant of receipt; printed as the local date of the workbook's zone. */
  readonly receivedAt: string;
  /** 投诉人 */
  readonly complainant: string | null;
  /** 联系方式 */
  readonly contact: string | null;
  /** 项目 */
  readonly project: string | null;
  /** 区域 */
  readonly area: string | null;
  /** 楼栋 */
  readonly building: string | null;
  /** 单元 */
  readonly unit: string | null;
  /** 房间号 */
  readonly room: string | null;
  /** 投诉来源 */
  readonly source: string | null;
  /** 投诉分类: D1's class, and the problem point (投诉点) in it. */
  readonly class: string | null;
  readonly point: string | null;
  /** 投诉内容 */
  readonly matter: string | null;
  /** 记录类型: complaints, opinions, repairs and help stand in one ledger. */
  readonly kind: RecordKind;
  /** 应完成, an instant; null where nothing is due. */
  readonly dueAt: string | null;
  /** 完成 */
  readonly completedAt: string | null;
  /** 是否按时; null while it may still be, and for what has left the tasks. */
  readonly onTime: boolean | null;
  /** 首次回访: when the customer was reached, and the grade 1–5. */
  readonly followedUpAt: string | null;
  readonly grade: number | null;
  /** 评价来源: how the customer was asked for that grade (D4). */
  readonly gradeOrigin: string | null;
  /** 无法回访: closed without having reached anybody. */
  readonly unreachable: boolean;
  /** 有效性 of a complaint. */
  readonly validity: string | null;
  /** 结案方式, or why it left the tasks. */
  readonly ending: string | null;
  /** 暂停: natural hours up to the cut-off, and what for; null and empty when it never waited. */
  readonly pausedHours: number | null;
  readonly pausedFor: readonly PauseReason[];
}

/** An emergency event (突发事件, D7) of the period. */
export interface EmergencyLine {
  readonly project: string;
  readonly category: EmergencyCategory;
  readonly outcome: EmergencyOutcome;
  readonly outsourced: boolean;
  readonly occurredAt: string;
  readonly place: string | null;
  readonly description: string | null;
  readonly dead: number | null;
  readonly injured: number | null;
  /** CNY */
  readonly loss: number | null;
  readonly department: string;
  readonly reporter: string | null;
  readonly phone: string | null;
  /** Reports given by the cut-off, and how many of them after their limit. */
  readonly reports: number;
  readonly late: number;
  readonly status: EmergencyStatus;
}

/** A corrective action (整改, D15). */
export interface ActionLine {
  readonly project: string;
  /** Number of the complaint it came from. */
  readonly number: string;
  readonly point: string | null;
  readonly cause: string | null;
  readonly measure: string | null;
  readonly owner: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly evidencedAt: string | null;
  readonly verifiedAt: string | null;
  /** Null while it may still be verified in time. */
  readonly onTime: boolean | null;
}

/** What the month's workbook is built from. Instants are ISO 8601 with an offset. */
export interface MonthlyWorkbookInput {
  /** Name of the company as the titles print it. */
  readonly company: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** First day of a company period (default 1); see the domain's PeriodOptions. */
  readonly startDay?: number | undefined;
  readonly startDays?: readonly StartDay[] | undefined;
  /** Another period than the month's own: local dates, both included. */
  readonly span?: { readonly from: string; readonly to: string } | undefined;
  /** The cut-off (截止到) of every figure: what happened later does not count. */
  readonly asOf: string;
  /** 收录至: what was recorded later does not exist for it; absent: the cut-off. */
  readonly recordedUntil?: string | undefined;
  /** 第 n 版, and what it is among the editions of its period. */
  readonly edition?: number | undefined;
  readonly stage?: EditionStage | undefined;
  /** IANA zone in which dates are printed. */
  readonly timeZone: string;
  /** When the workbook is made (制表时间); also its created date. */
  readonly madeAt: string;
  /** Names of the projects that should be counted and are not. */
  readonly missing?: readonly string[];
  /** Set in the workbook of one project: its name. */
  readonly project?: string;
  /** The D1 rows of the whole company, or of the one project. */
  readonly companyRows: readonly SheetRow[];
  /** The contested cases and D1 without those upheld; absent where nothing is contested. */
  readonly ruled?: RuledSheet | undefined;
  /** What this edition says otherwise than the one that it corrects; absent in the first of its kind. */
  readonly changes?: { readonly of: number; readonly lines: readonly ChangeLine[] } | undefined;
  /** One D1 sheet per project, in this order; none in a project's own workbook. */
  readonly projects: readonly { readonly name: string; readonly rows: readonly SheetRow[] }[];
  /** D1 of each region and city company (D15: every level of the tree), in this order; none in a project's workbook. */
  readonly levels?: readonly { readonly name: string; readonly rows: readonly SheetRow[] }[];
  readonly views: MonthViews;
  readonly peers: PeerViews;
  /** The same tasks seen by who, where and when. */
  readonly analytics: Analytics;
  readonly emergencies: readonly EmergencyLine[];
  readonly actions: readonly ActionLine[];
  /** Every record, by project: what the figures are opened to (明细). */
  readonly cases: readonly { readonly project: string; readonly cases: readonly Case[] }[];
  /** The ledger, in the order to print; may be read page by page, rows are not kept. */
  readonly ledger: Iterable<LedgerRow> | AsyncIterable<LedgerRow>;
}

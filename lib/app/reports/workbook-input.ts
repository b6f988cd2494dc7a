import type { SheetRow } from "../../domain/statistics/index.ts";

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
  /** 投诉分类 */
  readonly class: string | null;
  /** 投诉内容 */
  readonly matter: string | null;
}

/** What the month's workbook is built from. Instants are ISO 8601 with an offset. */
export interface MonthlyWorkbookInput {
  /** Name of the company as the titles print it. */
  readonly company: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** First day of a company period (default 1); see the domain's PeriodOptions. */
  readonly startDay?: number | undefined;
  /** Another period than the month's own: local dates, both included. */
  readonly span?: { readonly from: string; readonly to: string } | undefined;
  /** The cut-off (截止到) of every figure. */
  readonly asOf: string;
  /** IANA zone in which dates are printed. */
  readonly timeZone: string;
  /** When the workbook is made (制表时间); also its created date. */
  readonly madeAt: string;
  /** The D1 rows of the whole company. */
  readonly companyRows: readonly SheetRow[];
  /** One D1 sheet per project, in this order. */
  readonly projects: readonly { readonly name: string; readonly rows: readonly SheetRow[] }[];
  /** The ledger, in the order to print; may be read page by page, rows are not kept. */
  readonly ledger: Iterable<LedgerRow> | AsyncIterable<LedgerRow>;
}

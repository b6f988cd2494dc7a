import { pauseReasonWords } from "../../../domain/words/clocks.ts";
import { recordKindWords } from "../../../domain/words/complaint.ts";
import type { LedgerRow } from "../../ports/workbook-input.ts";

interface Named {
  readonly header: string;
  /** Of the workbook's column, in characters. */
  readonly width: number;
}

/** What a column holds: the workbook and the CSV print each kind in their own way. */
export type LedgerColumn =
  | (Named & { readonly kind: "text" | "long-text"; readonly value: (row: LedgerRow) => string | null })
  /** Instants: the workbook prints a `day` without its time. */
  | (Named & { readonly kind: "day" | "moment"; readonly value: (row: LedgerRow) => string | null })
  | (Named & { readonly kind: "count" | "hours"; readonly value: (row: LedgerRow) => number | null });

const text = (header: string, width: number, value: (row: LedgerRow) => string | null): LedgerColumn => ({
  header,
  width,
  kind: "text",
  value,
});

/** D10's twelve columns, then what became of it: the one list of the ledger's sheet and of its CSV. */
export const ledgerColumns: readonly LedgerColumn[] = [
  text("编号", 9.2, ({ number }) => number),
  { header: "日期", width: 11, kind: "day", value: ({ receivedAt }) => receivedAt },
  text("投诉人", 10, ({ complainant }) => complainant),
  text("联系方式", 13, ({ contact }) => contact),
  text("项目", 13, ({ project }) => project),
  text("区域", 9.2, ({ area }) => area),
  text("楼栋", 7, ({ building }) => building),
  text("单元", 7, ({ unit }) => unit),
  text("房间号", 9.2, ({ room }) => room),
  text("投诉来源", 11, ({ source }) => source),
  text("投诉分类", 13, (row) => row.class),
  { header: "投诉内容", width: 56, kind: "long-text", value: ({ matter }) => matter },
  text("投诉点", 13, ({ point }) => point),
  text("记录类型", 11.5, ({ kind }) => recordKindWords[kind].zh),
  { header: "应完成", width: 15, kind: "moment", value: ({ dueAt }) => dueAt },
  { header: "完成", width: 15, kind: "moment", value: ({ completedAt }) => completedAt },
  text("是否按时", 8, ({ onTime }) => (onTime === null ? null : onTime ? "是" : "否")),
  { header: "首次回访", width: 15, kind: "moment", value: ({ followedUpAt }) => followedUpAt },
  { header: "满意度（1–5）", width: 14.5, kind: "count", value: ({ grade }) => grade },
  text("评价来源", 11, ({ gradeOrigin }) => gradeOrigin),
  text("无法回访", 6, ({ unreachable }) => (unreachable ? "是" : null)),
  text("有效性", 8, ({ validity }) => validity),
  text("结案方式", 9.2, ({ ending }) => ending),
  { header: "暂停（小时）", width: 13.5, kind: "hours", value: ({ pausedHours }) => pausedHours },
  text("暂停原因", 13, ({ pausedFor }) =>
    pausedFor.length === 0 ? null : pausedFor.map((reason) => pauseReasonWords[reason].zh).join("、"),
  ),
];

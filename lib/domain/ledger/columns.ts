import type { TableColumn } from "../organisation/table.ts";

/** D10's twelve columns, and those beside them that say what became of a complaint. */
export type LedgerColumnName =
  | "number"
  | "date"
  | "name"
  | "contact"
  | "project"
  | "area"
  | "building"
  | "unit"
  | "room"
  | "source"
  | "class"
  | "matter"
  | "point"
  | "kind"
  | "due"
  | "completed"
  | "validity"
  | "grade"
  | "status";

/**
 * The columns of a ledger as it comes in and goes out whole. Of the twelve, those without which nobody could find the complaint
 * again must be there; a file may have others, which are left out and named.
 */
export const wholeLedgerColumns: readonly TableColumn<LedgerColumnName>[] = [
  { name: "number", zh: "编号" },
  { name: "date", zh: "日期", holds: "date" },
  { name: "name", zh: "投诉人", optional: true },
  { name: "contact", zh: "联系方式", optional: true },
  { name: "project", zh: "项目" },
  { name: "area", zh: "区域", optional: true },
  { name: "building", zh: "楼栋", optional: true },
  { name: "unit", zh: "单元", optional: true },
  { name: "room", zh: "房间号", optional: true },
  { name: "source", zh: "投诉来源" },
  { name: "class", zh: "投诉分类", optional: true },
  { name: "matter", zh: "投诉内容" },
  { name: "point", zh: "投诉点", optional: true },
  { name: "kind", zh: "记录类型", optional: true },
  { name: "due", zh: "应完成", optional: true, holds: "date" },
  { name: "completed", zh: "完成", optional: true, holds: "date" },
  { name: "validity", zh: "有效性", optional: true },
  { name: "grade", zh: "满意度（1–5）", optional: true, holds: "number" },
  { name: "status", zh: "状态", optional: true },
];

/** What a ledger writes where the complainant did not say who they are. */
export const ANONYMOUS = "匿名";

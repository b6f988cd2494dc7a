import type { SheetRow } from "../../../domain/statistics/index.ts";
import { instantAt, millisecondsOf } from "../../../domain/time/instant.ts";
import { localClock } from "../../../domain/time/local-clock.ts";
import type { LedgerRow, MonthlyWorkbookInput } from "../../ports/workbook-input.ts";
import { type Column, csv, jsonLines } from "./csv.ts";
import type { EditionFiles } from "./edition-files.ts";

/** A row of D1 with the project it is of; the company's rows name none. */
type ProjectSheetRow = SheetRow & { readonly project: string | null };

const letters = "BCDEFGHIJKLMNOPQRSTU".split("");
const sheetColumns: readonly Column<ProjectSheetRow>[] = [
  { header: "项目", value: ({ project }) => project ?? "公司" },
  { header: "分类", value: ({ name }) => name },
  ...letters.map(
    (letter): Column<ProjectSheetRow> => ({ header: letter, value: (row) => figure(row, letter) }),
  ),
];

function figure(row: SheetRow, letter: string): number | null {
  const figures: Readonly<Record<string, string | number | null>> = { ...row };
  const value = figures[letter];
  return typeof value === "number" ? value : null;
}

const kinds = { complaint: "投诉", opinion: "意见/咨询", repair: "报修", help: "求助" } as const;

/** D10's twelve columns and those of the workbook's ledger beside them. */
function ledgerColumns(timeZone: string): readonly Column<LedgerRow>[] {
  const clock = localClock(timeZone);
  const local = (at: string | null) => (at === null ? null : minute(clock(millisecondsOf(at))));
  return [
    { header: "编号", value: ({ number }) => number },
    { header: "日期", value: ({ receivedAt }) => local(receivedAt) },
    { header: "投诉人", value: ({ complainant }) => complainant },
    { header: "联系方式", value: ({ contact }) => contact },
    { header: "项目", value: ({ project }) => project },
    { header: "区域", value: ({ area }) => area },
    { header: "楼栋", value: ({ building }) => building },
    { header: "单元", value: ({ unit }) => unit },
    { header: "房间号", value: ({ room }) => room },
    { header: "投诉来源", value: ({ source }) => source },
    { header: "投诉分类", value: (row) => row.class },
    { header: "投诉内容", value: ({ matter }) => matter },
    { header: "记录类型", value: ({ kind }) => kinds[kind] },
    { header: "应完成", value: ({ dueAt }) => local(dueAt) },
    { header: "完成", value: ({ completedAt }) => local(completedAt) },
    { header: "是否按时", value: ({ onTime }) => (onTime === null ? null : onTime ? "是" : "否") },
    { header: "首次回访", value: ({ followedUpAt }) => local(followedUpAt) },
    { header: "满意度(1–5)", value: ({ grade }) => grade },
    { header: "暂停(小时)", value: ({ pausedHours }) => pausedHours },
    { header: "暂停原因", value: ({ pausedFor }) => pausedFor.join("、") || null },
  ];
}

/** `YYYY-MM-DD hh:mm` of a wall time. */
function minute(wall: number): string {
  return instantAt(wall).slice(0, 16).replace("T", " ");
}

/** The statistics sheet and the ledger once more, for other programs: CSV as printed, JSON lines as counted. */
export async function addExports(files: EditionFiles, input: MonthlyWorkbookInput): Promise<void> {
  const sheet: readonly ProjectSheetRow[] = [
    ...input.companyRows.map((row) => ({ project: null, ...row })),
    ...input.projects.flatMap(({ name, rows }) => rows.map((row) => ({ project: name, ...row }))),
  ];
  await files.add("sheet", "csv", csv(sheetColumns, sheet));
  await files.add("sheet", "jsonl", jsonLines(sheet));
  const ledger: LedgerRow[] = [];
  for await (const row of input.ledger) ledger.push(row);
  await files.add("ledger", "csv", csv(ledgerColumns(input.timeZone), ledger));
  await files.add("ledger", "jsonl", jsonLines(ledger));
}

import type { PeriodOptions } from "../../../domain/statistics/period.ts";
import { periodTitle } from "../../../domain/statistics/period-name.ts";
import type { ReportEdition, ReportFile } from "../../ports/report-run.ts";

/** What people call the kinds of files of an edition. */
const kinds: Readonly<Record<string, string>> = {
  complaints: "客户投诉处理统计报表",
  statistics: "客户投诉统计表",
  analysis: "投诉分析报告",
  bulletin: "客户投诉工作月报",
  monthly: "物业月报",
  "monthly-headquarters": "物业月报（总部留存，含填写人电话）",
  classification: "客户投诉分类统计分析",
  sheet: "统计报表数据",
  ledger: "客户投诉处理台账",
  chart: "投诉统计图",
  changes: "更正清单",
  contested: "异议清单",
  "sheet-after-rulings": "统计报表数据（裁定后）",
  all: "全部文件",
};

/** The title of a file that was issued: its own name says which kind it is, projects are called what they are called now. */
export function titleOfFile(
  { name, projectId }: Pick<ReportFile, "name" | "projectId">,
  edition: Pick<ReportEdition, "month" | "edition" | "span">,
  { nameOf, timeZone }: { readonly nameOf: (projectId: string) => string; readonly timeZone: string },
): string {
  const dot = name.lastIndexOf(".");
  const whose = name.slice(0, dot).replace(`-${edition.month}-edition-${edition.edition}`, "");
  const what = Object.keys(kinds).find((kind) => kind === whose) ?? whose.split("-")[0] ?? whose;
  const project = projectId === undefined ? undefined : nameOf(projectId);
  return fileTitle({ what, type: name.slice(dot + 1), project }, { ...edition, timeZone });
}

/** Not in a name of any system that people keep files on. */
const forbidden = /[\\/:*?"<>|\p{Cc}]/gu;

/**
 * The name under which people save a file: `2026年3月客户投诉处理统计报表（第2版）.xlsx`, of one project with its name in
 * front. The address of a file keeps its own name.
 */
export function fileTitle(
  {
    what,
    type,
    project = "",
  }: { readonly what: string; readonly type: string; readonly project?: string | undefined },
  edition: PeriodOptions & { readonly edition?: number | undefined },
): string {
  const number = edition.edition === undefined ? "" : `（第${edition.edition}版）`;
  return `${project}${periodTitle(edition)}${kinds[what] ?? what}${number}.${type}`.replace(forbidden, "_");
}

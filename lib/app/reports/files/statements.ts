import type { AnalysisReport } from "../../../domain/narrative/analysis-report.ts";
import type { Bulletin, Received } from "../../../domain/narrative/bulletin.ts";
import type { ClassificationReport } from "../../../domain/narrative/classification-report.ts";
import type { ComplaintSection } from "../../../domain/narrative/company-monthly.ts";
import { firstFollowUps } from "../../../domain/statistics/analysis.ts";
import { sumOf } from "../../../domain/statistics/class-table.ts";
import { type Flow, tasksOf } from "../../../domain/statistics/details.ts";
import type { FileStatement } from "../../../domain/statistics/edition-identities.ts";
import { totalName } from "../../../domain/statistics/index.ts";
import type { MonthFigures } from "../../ports/document-input.ts";
import type { KeyFigures } from "../../ports/report-run.ts";
import type { LedgerRow, MonthlyWorkbookInput } from "../../ports/workbook-input.ts";

/** What the workbook says: D1, 分类统计 and the rows behind it. */
export function workbookStates(input: MonthlyWorkbookInput): FileStatement[] {
  const { classes, flow, points } = input.views;
  const of = (where: Parameters<typeof sumOf>[1]) => sumOf(classes, { kind: "complaint", ...where });
  const cases = input.cases.flatMap((project) => project.cases);
  const { reached, satisfied } = firstFollowUps(cases, input);
  return [
    { file: "统计报表", figures: { 任务: input.companyRows.find(({ name }) => name === totalName)?.B ?? 0 } },
    { file: "工作簿", figures: { ...flowStates(flow), 首次回访接通: reached, 首次回访满意: satisfied } },
    {
      file: "分类统计",
      figures: {
        受理: of({}),
        有效: of({ validity: "有效" }),
        协助处理: of({ validity: "协助处理" }),
        无效: of({ validity: "无效" }),
        未判定: of({ validity: "未判定" }),
      },
    },
    { file: "投诉点", figures: { 任务: points.reduce((sum, { count }) => sum + count, 0) } },
    // What the sheets of the projects add up to is the company's.
    ...(input.projects.length === 0
      ? []
      : [
          {
            file: "各项目统计报表",
            figures: {
              任务: input.projects.reduce(
                (sum, { rows }) => sum + (rows.find(({ name }) => name === totalName)?.B ?? 0),
                0,
              ),
            },
          },
        ]),
  ];
}

/** The picture: its classes are the tasks of the period. */
export function chartStates({ classes }: Pick<MonthFigures, "classes">): FileStatement {
  return { file: "图", figures: { 任务: classes.reduce((sum, { count }) => sum + count, 0) } };
}

/** The ledger's rows are one list for the sheet, CSV and JSON lines. */
export function ledgerStates(rows: readonly LedgerRow[]): FileStatement {
  return { file: "台账", figures: { 受理: rows.filter(({ kind }) => kind === "complaint").length } };
}

export function analysisStates({ flow, figures, reached, dissatisfied }: AnalysisReport): FileStatement {
  return {
    file: "投诉分析报告",
    figures: {
      ...flowStates(flow),
      任务: figures.received,
      完成: figures.done,
      未完成: figures.open,
      首次回访接通: reached,
      首次回访满意: reached - dissatisfied.length,
    },
  };
}

export function monthlyStates({ flow, figures, ways, intakes }: ComplaintSection): FileStatement[] {
  const sum = (counts: readonly { readonly count: number }[]) =>
    counts.reduce((n, { count }) => n + count, 0);
  return [
    {
      file: "物业月报",
      figures: { ...flowStates(flow), 任务: figures.received, 完成: figures.done, 未完成: figures.open },
    },
    { file: "物业月报受理途径", figures: { 受理: sum(ways) } },
    {
      file: "物业月报受理单位",
      figures: {
        受理: sum(intakes),
        公司直接受理: intakes.find(({ intake }) => intake === "company")?.count ?? 0,
      },
    },
  ];
}

export function bulletinStates({ all, received, valid, contents, projects }: Bulletin): FileStatement[] {
  const sum = (counts: readonly { readonly count: number }[]) =>
    counts.reduce((n, { count }) => n + count, 0);
  return [
    { file: "客户投诉工作月报", figures: { ...receivedStates(all), 公司直接受理: received.total } },
    { file: "客户投诉工作月报有效投诉", figures: { 有效: valid } },
    { file: "客户投诉工作月报附件2（服务内容）", figures: { 有效: sum(contents) } },
    { file: "客户投诉工作月报附件2（项目）", figures: { 有效: sum(projects) } },
  ];
}

/** D15: the whole, its classes and its causes. */
export function classificationStates({ figures, classes, causes }: ClassificationReport): FileStatement[] {
  const { received, done, open } = figures;
  return [
    { file: "分类统计分析", figures: { 任务: received, 完成: done, 未完成: open } },
    { file: "分类统计分析分类", figures: { 任务: classes.reduce((sum, row) => sum + row.received, 0) } },
    { file: "分类统计分析原因", figures: { 任务: causes.reduce((sum, row) => sum + row.count, 0) } },
  ];
}

/** The announcement and the list of editions. */
export function mailStates({ received, done, open }: KeyFigures): FileStatement {
  return { file: "邮件", figures: { 任务: received, 完成: done, 未完成: open } };
}

function flowStates(flow: Flow): FileStatement["figures"] {
  const { received, valid, assisted, invalid, unjudged, done, open } = flow;
  return {
    受理: received,
    有效: valid,
    协助处理: assisted,
    无效: invalid,
    未判定: unjudged,
    任务: tasksOf(flow),
    完成: done,
    未完成: open,
  };
}

function receivedStates({
  total,
  valid,
  assisted,
  invalid,
  unjudged,
  ended,
}: Received): FileStatement["figures"] {
  return {
    受理: total,
    有效: valid,
    协助处理: assisted,
    无效: invalid,
    未判定: unjudged,
    "撤销/转出/合并": ended,
  };
}

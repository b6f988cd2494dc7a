import type { ClassificationDocument } from "../../app/ports/document-input.ts";
import type {
  ClassificationReport,
  PeerGroup,
  Strength,
} from "../../domain/narrative/classification-report.ts";
import { casesRule } from "../../domain/narrative/story.ts";
import { afterName, printed } from "../../domain/printed.ts";
import type { AnalysisFigures } from "../../domain/statistics/analysis.ts";
import { periodTitle, periodWords } from "../../domain/statistics/period-name.ts";
import { FACTOR, SIGNIFICANT } from "../../domain/statistics/strengths.ts";
import { noData } from "../../domain/words/no-data.ts";
import { caseBlocks } from "./cases.ts";
import { frameWords, known, percent } from "./figures.ts";
import { heading, type List, prose, type Sheet, type SheetBlock } from "./sheet.ts";

/** 客户投诉分类统计分析 of the company (D15); the summary and the advice are prefilled and may be edited in Word. */
export function classificationSheet(input: ClassificationDocument): Sheet {
  const { report, company, chart, timeZone } = input;
  const words = periodWords(input);
  return {
    title: `${afterName(company)}${periodTitle(input)}客户投诉分类统计分析`,
    subtitle: "品质管理部",
    blocks: [
      prose(frameWords(input), "note"),
      heading("一、投诉总量及趋势"),
      totals(report, words.before, words.current),
      { kind: "picture", ...chart },
      trendTable(report),
      heading("二、同类项目对比"),
      prose(
        "同类型、同面积档（10万㎡）之间比较；同类平均为该组合并计算，不是各项目比率的平均。投诉率：居住类按每千户入住户，其他按每万㎡（默认）。",
        "note",
      ),
      ...report.groups.flatMap(groupBlocks),
      heading("三、分类统计"),
      classTable(report, words.before, words.current),
      heading("各类投诉件数趋势", 2),
      classTrend(report),
      heading("业务强弱项", 2),
      prose(
        `与同类项目合并水平相比：不少于${SIGNIFICANT}件且达到${FACTOR}倍为弱，应有不少于${SIGNIFICANT}件且不超过其1/${FACTOR}为强（默认）。`,
        "note",
      ),
      ...strengthBlocks("弱项", report.weak),
      ...strengthBlocks("强项", report.strong),
      heading("四、原因分析（人机料法环）"),
      causes(report),
      heading("五、典型案例"),
      prose(casesRule, "note"),
      ...caseBlocks(report.cases, timeZone, words),
      heading("六、总结与建议"),
      heading("总结", 2),
      ...report.summary.map((text) => prose(text)),
      heading("建议", 2),
      ...(report.advice.length === 0
        ? [prose("本期没有需要专项提示的问题。")]
        : report.advice.map((text, index) => prose(`${index + 1}. ${text}`))),
    ],
  };
}

function totals({ figures, before }: ClassificationReport, last: string, current: string): SheetBlock {
  const row = (name: string, of: (figures: AnalysisFigures) => string) => [
    name,
    known(before, of),
    of(figures),
  ];
  return {
    kind: "list",
    head: ["指标", last, current],
    widths: [40, 30, 30],
    centred: [1, 2],
    rows: [
      row("任务（件）", ({ received }) => String(received)),
      row("已完成（件）", ({ done }) => String(done)),
      row("未完成（件）", ({ open }) => String(open)),
      row("处理完成率", ({ handlingRate }) => percent(handlingRate)),
      row("完成及时率", ({ timelyRate }) => percent(timelyRate)),
      row("一次回访满意率", ({ firstFollowUpSatisfaction }) => percent(firstFollowUpSatisfaction)),
    ],
  };
}

function trendTable({ trend }: ClassificationReport): SheetBlock {
  return {
    kind: "list",
    head: ["月份", "任务", "属性地产相关", "处理完成率", "完成及时率", "一次回访满意率"],
    widths: [18, 12, 18, 17, 17, 18],
    centred: [0, 1, 2, 3, 4, 5],
    rows: trend.map((row) => [
      monthOf(row.month),
      ...(row.recorded
        ? [
            String(row.received),
            String(row.estate),
            ...[row.handlingRate, row.timelyRate, row.firstFollowUpSatisfaction].map(percent),
          ]
        : [noData.zh, "–", "–", "–", "–"]),
    ]),
  };
}

function monthOf(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

function groupBlocks({ type, band, rows, average }: PeerGroup): SheetBlock[] {
  const table: List = {
    kind: "list",
    head: ["项目", "任务", "投诉率", "不含属性地产相关", "处理完成率", "完成及时率", "满意率"],
    widths: [26, 10, 13, 15, 13, 13, 10],
    centred: [1, 2, 3, 4, 5, 6],
    rows: [
      ...rows.map(({ name, base, ...row }) => [
        name,
        String(row.received),
        perBase(row.complaintRate, base?.unit),
        perBase(row.basicRate, base?.unit),
        ...[row.handlingRate, row.timelyRate, row.firstFollowUpSatisfaction].map(percent),
      ]),
      [
        "同类平均",
        printed(average.received / rows.length, 1),
        perBase(average.complaintRate, rows[0]?.base?.unit),
        perBase(average.basicRate, rows[0]?.base?.unit),
        ...[average.handlingRate, average.timelyRate, average.firstFollowUpSatisfaction].map(percent),
      ],
    ],
  };
  return [heading(`${type}（${band}，${rows.length}个项目）`, 2), table];
}

function perBase(rate: number | null, unit: string | undefined): string {
  return rate === null ? "–" : `${printed(rate, 2)}/${unit ?? ""}`;
}

function classTable({ classes }: ClassificationReport, last: string, current: string): SheetBlock {
  return {
    kind: "list",
    head: ["类别", current, last, "占比", "投诉率（每万㎡）", "处理完成率", "完成及时率"],
    widths: [20, 11, 11, 13, 15, 15, 15],
    centred: [1, 2, 3, 4, 5, 6],
    rows: classes.map((row) => [
      row.name,
      String(row.received),
      known(row.receivedBefore, String),
      percent(row.share),
      row.complaintRate === null ? "–" : printed(row.complaintRate, 2),
      percent(row.handlingRate),
      percent(row.timelyRate),
    ]),
  };
}

function classTrend({ classTrend: rows, classNames }: ClassificationReport): SheetBlock {
  return {
    kind: "list",
    head: ["月份", ...classNames],
    widths: [20, ...classNames.map(() => 80 / classNames.length)],
    centred: [0, ...classNames.map((_, index) => index + 1)],
    rows: rows.map(({ month, counts }) => [monthOf(month), ...counts.map((count) => known(count, String))]),
  };
}

/** Rows of one verdict; 业务强弱项 of the workbook has all. */
const STRENGTHS = 10;

function strengthBlocks(name: string, rows: readonly Strength[]): SheetBlock[] {
  if (rows.length === 0) return [prose(`${name}：没有达到判定标准的项目。`)];
  const table: List = {
    kind: "list",
    head: [name, "类别", "件数", "按同类水平应有"],
    widths: [36, 26, 16, 22],
    centred: [1, 2, 3],
    rows: rows
      .slice(0, STRENGTHS)
      .map(({ project, class: top, count, expected }) => [project, top, String(count), printed(expected, 1)]),
  };
  const more = rows.length - STRENGTHS;
  return more > 0 ? [table, prose(`另有${more}项，见《客户投诉统计表》“业务强弱项”。`, "note")] : [table];
}

function causes({ causes: rows }: ClassificationReport): SheetBlock {
  return {
    kind: "list",
    head: ["因素", "原因", "件数", "占比"],
    widths: [16, 40, 22, 22],
    centred: [0, 2, 3],
    rows: rows.map(({ factor, detail, count, share }) => [factor, detail, String(count), percent(share)]),
  };
}

import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { RANK_FROM } from "../../domain/statistics/comparison.ts";
import { ticketsOfPeriod } from "../../domain/statistics/government.ts";
import { periodWords } from "../../domain/statistics/period-name.ts";
import { FACTOR, SIGNIFICANT } from "../../domain/statistics/strengths.ts";
import { writeActionSheet } from "./action-sheet.ts";
import {
  analyticsNote,
  analyticsSheetName,
  companyAnalytics,
  projectAnalytics,
  writeAnalyticsSheet,
} from "./analytics-sheets.ts";
import { writeCauseSheet } from "./cause-sheet.ts";
import { writeClassCells, writeClassSheet } from "./class-sheets.ts";
import { writeDefinitionSheet } from "./definition-sheet.ts";
import { writeDetailSheet } from "./detail-sheet.ts";
import { writeEmergencyList, writeEmergencySheet } from "./emergency-sheets.ts";
import { writeGovernmentSheet } from "./government-sheet.ts";
import type { MonthlyWorkbookInput } from "./input.ts";
import { sheetClock } from "./moments.ts";
import { writeComparisonSheet, writeStrengthSheet } from "./peer-sheets.ts";
import { writePointSheet } from "./point-sheet.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { type TicketLine, writeTicketSheet } from "./ticket-sheet.ts";
import type { SheetTitles } from "./titles.ts";
import type { TrendChart } from "./trend-charts.ts";
import { writeTrendSheet } from "./trend-sheet.ts";

/** The sheets beside the statistics and the ledger, by the name they are looked for under. */
export const viewNames = [
  "分类统计",
  "分类交叉",
  "投诉点",
  "人机料法环",
  "业务强弱项",
  "对比",
  "趋势",
  "政府转办",
  "政府工单",
  "突发事件",
  "突发事件清单",
  "整改",
  "口径说明",
  "明细",
] as const;
type ViewName = (typeof viewNames)[number];

/** What the reader must know to read a sheet, and by which columns of 明细 its figures are opened. */
function noteOf(name: ViewName, { flow }: MonthlyWorkbookInput["views"]): string {
  switch (name) {
    case "分类统计":
      return (
        `本期受理投诉 ${flow.received} = 已完成 ${flow.done} + 未完成 ${flow.open} + 无效 ${flow.invalid} + 其余撤销/转出/合并 ${flow.ended}` +
        ` = 有效 ${flow.valid} + 协助处理 ${flow.assisted} + 无效 ${flow.invalid} + 未判定 ${flow.unjudged}。打开数字：在“明细”按类型、分类、级别、来源、有效性筛选收到时间在本期的记录。`
      );
    case "分类交叉":
      return "本期记录的类型 × 分类 × 级别 × 来源 × 有效性，“分类统计”由本表求和。";
    case "投诉点":
      return "本期有效、协助处理及未判定的投诉，按件数排列，前三项加粗。打开数字：在“明细”按投诉点和 B 列筛选。";
    case "人机料法环":
      return "本期投诉的原因（人机料法环）× 分类。打开数字：在“明细”按人机料法环、分类和 B 列筛选。";
    case "业务强弱项":
      return (
        `与同类型、同面积档的其他项目合并水平相比（默认）：不少于 ${SIGNIFICANT} 件且达到 ${FACTOR} 倍为弱，` +
        `应有不少于 ${SIGNIFICANT} 件且不超过其 1/${FACTOR} 为强。打开数字：在“明细”按项目、分类和 B 列筛选。`
      );
    case "对比":
      return (
        "同类型、同面积档（10 万㎡）之间比较；及时率 = 按时 ÷ （已处理 + 超期未处理）；投诉率：居住类按每千户入住户，" +
        `其他按每万㎡（默认）；本期投诉不少于 ${RANK_FROM} 件的项目才排名。打开数字：在“明细”按项目和 B 列筛选。`
      );
    case "趋势":
      return "近十三个月，各月均以本表截止时间所知为准；及时率 = 按时 ÷ （已处理 + 超期未处理）。";
    case "政府转办":
      return (
        "本期接收 = 计入 + 剔除。响应率、解决率、满意率取平台在本期登记的回访评价：是 ÷ （是 + 否），未评价和剔除的工单不进分母（默认）；" +
        "按时回复率 = 按时回复 ÷ （计入 − 未到期或随主单）。打开数字：在“政府工单”按平台、剔除和评价筛选。"
      );
    case "政府工单":
      return "本期收到的，以及平台在本期评价的转办工单原始记录，“政府转办”由本表计数。";
    case "突发事件":
      return "负面事件与成功防止的事件（含外包）；由“突发事件清单”计数。";
    case "突发事件清单":
      return "本期发生的突发事件，按截止时间所知。";
    case "整改":
      return "未验证的整改项，以及本期提出或验证的整改项；由责任人以外的人验证后才算完成。";
    case "口径说明":
      return "本版全部文件（工作簿、报告、月报、邮件、图、CSV、JSON）中同一用词为同一口径，每次生成时核对一致。";
    case "明细":
      return (
        "各表数字背后的每一条记录；B–S 列为 1 表示计入“统计报表”该列。筛选后，第 3 行为所示记录的合计：" +
        "按项目和统计报表分类筛选即得该行数字（F、N、T 为两列之和）。"
      );
  }
}

export interface ViewContext {
  readonly input: MonthlyWorkbookInput;
  readonly titles: SheetTitles;
  /** The sheet's name in this workbook. */
  readonly nameOf: (name: string) => string;
}

/** Writes every view but the statistics and the ledger; returns the charts that stand on 趋势. */
export function writeViews(workbook: WorkbookWriter, context: ViewContext): readonly TrendChart[] {
  const { input, nameOf } = context;
  const { views, peers, emergencies, actions } = input;
  const clock = sheetClock(input.timeZone);
  const frame = (name: ViewName, opensIn?: ViewName) => frameOf(context, name, opensIn);
  writeClassSheet(workbook, frame("分类统计", "明细"), views.classes, nameOf("分类交叉"));
  writeClassCells(workbook, frame("分类交叉"), views.classes);
  writePointSheet(workbook, frame("投诉点", "明细"), views.points, periodWords(input));
  writeCauseSheet(workbook, frame("人机料法环", "明细"), views.causes);
  writeStrengthSheet(workbook, frame("业务强弱项", "明细"), peers.strengths);
  writeComparisonSheet(workbook, frame("对比", "明细"), peers.comparison);
  const charts = writeTrendSheet(workbook, frame("趋势"), views.trend);
  writeGovernmentSheet(workbook, frame("政府转办", "政府工单"), views.government);
  writeTicketSheet(workbook, frame("政府工单"), ticketLines(input), clock);
  writeEmergencySheet(workbook, frame("突发事件", "突发事件清单"), emergencies, nameOf("突发事件清单"));
  writeEmergencyList(workbook, frame("突发事件清单"), emergencies, clock);
  writeActionSheet(workbook, frame("整改"), actions, clock);
  writeAnalytics(workbook, context);
  writeDefinitionSheet(workbook, frame("口径说明"));
  return charts;
}

/** The names of the analysis sheets of a workbook, in their order. */
export function analyticsNames({ project }: MonthlyWorkbookInput): readonly string[] {
  return analyticsOf(project).map(analyticsSheetName);
}

function analyticsOf(project: string | undefined) {
  return project === undefined ? companyAnalytics : projectAnalytics;
}

function writeAnalytics(workbook: WorkbookWriter, { input, titles, nameOf }: ViewContext): void {
  for (const name of analyticsOf(input.project)) {
    const called = analyticsSheetName(name);
    const frame = {
      name: nameOf(called),
      title: titles.view(called),
      note: analyticsNote(name),
      footer: `${titles.period}　${titles.madeAt}`,
    };
    writeAnalyticsSheet(workbook, frame, name, input.analytics.view(name));
  }
}

/** Writes 明细, the longest sheet. */
export function writeDetails(workbook: WorkbookWriter, context: ViewContext): void {
  const { input, titles } = context;
  const frame = frameOf(context, "明细");
  // The longest sheet has no foot that anybody would see: its title says the edition.
  const title = `${frame.title}${titles.edition}`;
  writeDetailSheet(workbook, { ...frame, title }, input, sheetClock(input.timeZone));
}

/** The tickets behind 政府转办: received or rated in the period. */
function ticketLines({ cases, ...options }: MonthlyWorkbookInput): TicketLine[] {
  return cases.flatMap(({ project, cases: own }) =>
    ticketsOfPeriod(own, options).map((one) => ({ project, case: one })),
  );
}

function frameOf({ input, titles, nameOf }: ViewContext, name: ViewName, opensIn?: ViewName): SheetFrame {
  return {
    name: nameOf(name),
    title: titles.view(name),
    note: noteOf(name, input.views),
    footer: `${titles.period}　${titles.madeAt}`,
    ...(opensIn === undefined ? {} : { opensIn: nameOf(opensIn) }),
  };
}

import type { AnalyticsView } from "../../../../lib/domain/analytics/views.ts";
import type { Words } from "../../../../lib/domain/words/words.ts";

/** Where the same number stands in the company's workbook (and a project's): a test compares each tile with its cell. */
export interface WorkbookCell {
  /** A sheet; `own`: D1's own sheet of the scope, the first one. */
  readonly sheet: "own" | "分类统计" | "对比" | "部门分析";
  readonly row: string;
  /** The column's letter on D1, its head elsewhere. */
  readonly column: string;
}

export interface Tile {
  readonly view: AnalyticsView;
  readonly row: string;
  readonly column: string;
  readonly label: Words;
  readonly unit: "count" | "rate";
  readonly cell?: WorkbookCell;
}

export interface TileGroup {
  readonly title: Words;
  /** What the numbers are about. */
  readonly note: Words;
  readonly tiles: readonly Tile[];
}

const d1 = (column: string, zh: string, en: string, unit: Tile["unit"] = "count"): Tile => ({
  view: "sheet",
  row: "total",
  column,
  label: { zh, en },
  unit,
  cell: { sheet: "own", row: "汇总", column },
});

const d8 = (column: string, zh: string, en: string, head: string, unit: Tile["unit"] = "count"): Tile => ({
  view: "analysis",
  row: "total",
  column,
  label: { zh, en },
  unit,
  cell: { sheet: "部门分析", row: "汇总", column: head },
});

const d14 = (column: string, zh: string, en: string): Tile => ({
  view: "received",
  row: "total",
  column,
  label: { zh, en },
  unit: "count",
  cell: { sheet: "分类统计", row: "投诉 小计", column: column === "received" ? "合计" : zh },
});

/** The month at a glance: D8's figures, D1's, and what D14 reports. */
export const tileGroups: readonly TileGroup[] = [
  {
    title: { zh: "本期任务", en: "Tasks of the period" },
    note: {
      zh: "本期收到的有效、协助处理和未判定的投诉",
      en: "Valid, assisted and not yet judged complaints received in the period",
    },
    tiles: [
      d8("received", "任务", "Tasks", "任务"),
      d8("done", "完成", "Done", "完成"),
      d8("open", "未完成", "Open", "未完成"),
      d8("overdue", "超期未完成", "Open and overdue", "超期未完成"),
      d8("handlingRate", "处理完成率", "Handling rate", "处理完成率", "rate"),
      d8("timelyRate", "完成及时率", "Timely rate", "完成及时率", "rate"),
      d8(
        "firstFollowUpSatisfaction",
        "首次回访满意率",
        "First follow-up satisfaction",
        "首次回访满意率",
        "rate",
      ),
      {
        ...d8("received", "属性地产相关", "The developer's", ""),
        row: "estate",
        cell: { sheet: "对比", row: "汇总", column: "其中属性地产相关" },
      },
    ],
  },
  {
    title: { zh: "统计报表", en: "Statistics sheet" },
    note: {
      zh: "本月任务含以前遗留和提前完成的，逐月不能相加",
      en: "The month's tasks hold what was left over and what was done early; months do not add up",
    },
    tiles: [
      d1("B", "本月新增", "New in the month"),
      d1("C", "本月任务", "The month's tasks"),
      d1("D", "按时完成", "Done in time"),
      d1("E", "超时完成", "Done late"),
      d1("G", "按时完成率", "In time", "rate"),
      d1("I", "本月完成率", "Done", "rate"),
      d1("L", "年度按时完成率", "Year: in time", "rate"),
      d1("O", "年度完成率", "Year: done", "rate"),
      d1("P", "全部任务", "All tasks"),
      d1("U", "总完成率", "All: done", "rate"),
    ],
  },
  {
    title: { zh: "受理", en: "Received" },
    note: {
      zh: "受理 = 有效 + 协助处理 + 无效 + 未判定",
      en: "Received = valid + assisted + invalid + not judged",
    },
    tiles: [
      d14("received", "受理", "Received"),
      d14("valid", "有效", "Valid"),
      d14("assisted", "协助处理", "Assisted"),
      d14("invalid", "无效", "Invalid"),
      d14("unjudged", "未判定", "Not judged"),
      {
        view: "received",
        row: "company",
        column: "received",
        label: { zh: "公司直接受理", en: "Received by the company itself" },
        unit: "count",
      },
    ],
  },
];

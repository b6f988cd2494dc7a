import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { figureOf, type Row, TOTAL, type View } from "../../domain/analytics/view.ts";
import { type AnalyticsView, analyticsViews } from "../../domain/analytics/views.ts";
import { none } from "./live.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import type { CellFormat } from "./style.ts";
import { type SheetColumn, writeTable } from "./table-sheet.ts";

/** The views that stand as sheets of their own; the others have one that shows the same under another name. */
export const companyAnalytics = [
  "projects-by-class",
  "clocks",
  "ageing",
  "rungs",
  "hours",
  "regions",
  "cities",
  "projects",
  "departments",
  "handlers",
  "contractors",
  "buildings",
  "channels",
] as const satisfies readonly AnalyticsView[];
type SheetView = (typeof companyAnalytics)[number];

/** What compares projects or levels of the tree says nothing in the workbook of one project. */
export const projectAnalytics: readonly SheetView[] = [
  "clocks",
  "ageing",
  "rungs",
  "hours",
  "departments",
  "handlers",
  "contractors",
  "buildings",
  "channels",
];

/** The name of a view's sheet. */
export function analyticsSheetName(name: SheetView): string {
  return `${analyticsViews[name].zh}分析`;
}

/** What the reader must know to read it. */
export function analyticsNote(name: SheetView): string {
  switch (name) {
    case "clocks":
      return "本期任务的时限：时限合规率 = 按时 ÷（按时 + 超时），未到期的不计；返单后各次都按时才算按时；处理结果的时限即任务的应完成时间。";
    case "ageing":
      return "截止时未完成的全部任务，按收到后的自然天数分档（默认）；超期为已过应完成时间。";
    case "rungs":
      return "本期任务截止时督办到过的最高岗位（提醒不算）；迟发为晚于应发时间三分钟以上才决定发出的；未记载为旧版本未留存。升级率 = 已升级 ÷ 有记载。";
    case "hours":
      return "本期任务的收到时间，当地时间。";
    case "projects-by-class":
      return "本期任务，项目 × 分类（K8.3-F2）。打开数字：在“明细”按项目、分类和 B 列筛选。";
    case "regions":
    case "cities":
    case "projects":
    case "departments":
    case "handlers":
    case "contractors":
    case "buildings":
    case "channels":
      return (
        "本期任务，截止时的责任部门和处理人。用时为自收到起的自然小时；中位为居中的一个（双数取中间两个的平均），" +
        "九成为九成任务不超过的用时（默认）。暂停率、重复投诉率均 ÷ 任务。"
      );
  }
}

/** What stands in the first column. */
function rowsCalled(name: SheetView): string {
  switch (name) {
    case "projects-by-class":
    case "ageing":
    case "rungs":
      return analyticsViews.projects.zh;
    case "hours":
      return "星期";
    case "clocks":
    case "regions":
    case "cities":
    case "projects":
    case "departments":
    case "handlers":
    case "contractors":
    case "buildings":
    case "channels":
      return analyticsViews[name].zh;
  }
}

/** Writes one view as a sheet: its rows by its columns, the total last and set off. */
export function writeAnalyticsSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  name: SheetView,
  view: View,
): void {
  const { length } = view.columns;
  // As wide as readable print on one page allows: a day's hours, and what is told of a department.
  const width = length > 22 ? 5.8 : length > 14 ? 7 : 10.5;
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 1,
      isStrong: ({ key }) => key === TOTAL,
      columns: [
        {
          key: "label",
          header: rowsCalled(name),
          width: length > 14 ? 20 : 22,
          format: "text",
          value: ({ label }) => label.zh,
        },
        ...view.columns.map(
          ({ key, label, unit }): SheetColumn<Row> => ({
            key,
            header: label.zh,
            width,
            format: formats[unit],
            value: (row) => figureOf(view, row, key) ?? none,
          }),
        ),
      ],
    },
    view.rows,
  );
}

const formats: Readonly<Record<View["columns"][number]["unit"], CellFormat>> = {
  count: "count",
  rate: "rate",
  hours: "hours",
  ratio: "decimal",
};

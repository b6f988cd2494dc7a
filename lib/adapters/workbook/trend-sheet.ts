import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { TrendRow } from "../../domain/statistics/trend.ts";
import { noData } from "../../domain/words/no-data.ts";
import { liveRate } from "./live.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { firstTableRow, type Ref, type SheetColumn, type TableValue, writeTable } from "./table-sheet.ts";
import type { TrendChart } from "./trend-charts.ts";

const columns = [
  ["month", "月份", "text"],
  ["received", "新增任务", "count"],
  ["estate", "其中属性地产相关", "count"],
  ["done", "已处理", "count"],
  ["open", "未处理", "count"],
  ["handlingRate", "处理率", "rate"],
  ["timelyRate", "及时率", "rate"],
  ["firstFollowUpSatisfaction", "首次回访满意率", "rate"],
  ["historical", "另有历史台账", "count"],
] as const;

/** A month before the first record says so once and is a gap in the charts. */
function valueOf(key: (typeof columns)[number][0], row: TrendRow, ref: Ref): TableValue {
  if (!row.recorded && key !== "month") return key === "received" ? noData.zh : null;
  return key === "handlingRate" && row.received > 0
    ? liveRate(ref("done"), ref("received"), [row.done, row.received])
    : row[key];
}

/** Rows that the charts take below the figures. */
const CHART_ROWS = 18;

/** 趋势 (D15): thirteen months, and which charts stand below. A rate without a divisor stays empty: charts leave a gap. */
export function writeTrendSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  rows: readonly TrendRow[],
): readonly TrendChart[] {
  const last = writeTable(
    workbook,
    {
      ...frame,
      frozen: 1,
      onePage: true,
      columns: columns.map(
        ([key, header, format]): SheetColumn<TrendRow> => ({
          key,
          header,
          width: 16,
          format,
          value: (row, ref) => valueOf(key, row, ref),
        }),
      ),
    },
    rows,
  );
  const series = (letter: string, name: string) => ({
    name,
    categories: `'${frame.name}'!$A$${firstTableRow}:$A$${last}`,
    values: `'${frame.name}'!$${letter}$${firstTableRow}:$${letter}$${last}`,
  });
  const top = last + 3;
  const bottom = top + CHART_ROWS;
  return [
    {
      type: "bar",
      title: "投诉件数",
      series: [series("B", "新增任务"), series("C", "其中属性地产相关")],
      range: `A${top}:D${bottom}`,
    },
    {
      type: "line",
      title: "处理率、及时率、满意率",
      series: [series("F", "处理率"), series("G", "及时率"), series("H", "首次回访满意率")],
      range: `E${top}:H${bottom}`,
    },
  ];
}

import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { topClasses } from "../../domain/statistics/case.ts";
import type { ComparisonRow } from "../../domain/statistics/comparison.ts";
import type { StrengthCell, StrengthRow } from "../../domain/statistics/strengths.ts";
import { liveRate, none } from "./live.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { type Live, type SheetColumn, type TableValue, writeTable } from "./table-sheet.ts";

/** 对比 (D15): each project among its like, with and without 地产相关; a rank only where there are enough cases. */
export function writeComparisonSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  rows: readonly ComparisonRow[],
): void {
  const plain = (
    key: string,
    header: string,
    format: SheetColumn<ComparisonRow>["format"],
    value: (row: ComparisonRow) => TableValue,
    width = 10,
  ): SheetColumn<ComparisonRow> => ({ key, header, width, format, value });
  const per = (part: string, count: number, { base }: ComparisonRow, amount: string): Live | string =>
    base === undefined ? none : { formula: `(${part})/${amount}`, result: count / base.amount };
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 1,
      columns: [
        plain("name", "项目", "text", ({ name }) => name, 20),
        plain("type", "类型", "text", ({ type }) => type),
        plain("band", "面积档", "text", ({ band }) => band, 12),
        plain("floorArea", "管理面积（㎡）", "count", ({ floorArea }) => floorArea, 12),
        plain("peers", "同类项目数", "count", ({ peers }) => peers),
        { ...plain("received", "本期任务", "count", ({ received }) => received), total: "sum" },
        { ...plain("estate", "其中属性地产相关", "count", ({ estate }) => estate), total: "sum" },
        { ...plain("done", "已处理", "count", ({ done }) => done), total: "sum" },
        {
          ...plain("handlingRate", "处理率", "rate", () => null),
          value: ({ done, received }, ref) => liveRate(ref("done"), ref("received"), [done, received]),
        },
        plain("timelyRate", "及时率", "rate", ({ timelyRate }) => timelyRate ?? none),
        plain("satisfaction", "首次回访满意率", "rate", (row) => row.firstFollowUpSatisfaction ?? none),
        plain("base", "基数", "decimal", ({ base }) => base?.amount ?? none),
        plain("unit", "基数单位", "text", ({ base }) => base?.unit ?? none),
        {
          ...plain("complaintRate", "投诉率", "decimal", () => null),
          value: (row, ref) => per(ref("received"), row.received, row, ref("base")),
        },
        {
          ...plain("basicRate", "投诉率（不含地产相关）", "decimal", () => null, 12),
          value: (row, ref) =>
            per(`${ref("received")}-${ref("estate")}`, row.received - row.estate, row, ref("base")),
        },
        plain("rank", "及时率排名", "count", ({ rank }) => rank ?? none),
      ],
    },
    rows,
  );
}

interface ClassStrength extends Omit<StrengthRow, "cells">, StrengthCell {
  readonly class: string;
}

/** 业务强弱项 (D15): per project and class what was complained of beside what its like would make one expect. */
export function writeStrengthSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  rows: readonly StrengthRow[],
): void {
  const lines = rows.flatMap(({ cells, ...row }) =>
    topClasses.flatMap((name, index): ClassStrength[] => {
      const cell = cells[index];
      return cell === undefined ? [] : [{ ...row, ...cell, class: name }];
    }),
  );
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 2,
      isStrong: ({ verdict }) => verdict !== null,
      columns: [
        { key: "name", header: "项目", width: 24, format: "text", value: ({ name }) => name },
        { key: "class", header: "分类（K8.3-F2）", width: 16, format: "text", value: (row) => row.class },
        { key: "peers", header: "同类其他项目数", width: 14, format: "count", value: ({ peers }) => peers },
        { key: "unit", header: "比较基数", width: 12, format: "text", value: ({ unit }) => unit ?? none },
        {
          key: "count",
          header: "本期任务",
          width: 12,
          format: "count",
          value: ({ count }) => count,
          total: "sum",
        },
        {
          key: "expected",
          header: "按同类水平应有",
          width: 14,
          format: "decimal",
          value: ({ expected }) => expected ?? none,
        },
        {
          key: "ratio",
          header: "与同类之比",
          width: 12,
          format: "decimal",
          value: ({ count, expected }, ref) =>
            expected === null ? none : liveRate(ref("count"), ref("expected"), [count, expected]),
        },
        { key: "verdict", header: "强弱", width: 10, format: "text", value: ({ verdict }) => verdict },
      ],
    },
    lines,
  );
}

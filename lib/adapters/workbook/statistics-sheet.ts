import type { WorkbookWriter, WorksheetWriter } from "@cj-tech-master/excelts";
import { checkIdentities, type SheetRow, totalName } from "../../domain/statistics/index.ts";
import type { PeriodWords } from "../../domain/statistics/period-name.ts";
import { a4Landscape, figureStyle, footerStyle, headerStyle, pageNumbers, titleStyle } from "./style.ts";
import { cellText } from "./text.ts";

type Column = Exclude<keyof SheetRow, "name">;

/** D1's columns B–U: header text under its group, width, and how the figure comes about. */
interface ColumnPlan {
  readonly column: Column;
  readonly header: string;
  readonly width: number;
  /** A count from the tasks, a sum of two columns, or a rate: numerator (as the source writes it) over a column. */
  readonly figure: "count" | readonly ["sum", Column, Column] | readonly ["rate", readonly Column[], Column];
}

interface ColumnGroup {
  /** Text of the upper header; `null` where the column's own header fills both levels. */
  readonly header: string | null;
  readonly columns: readonly ColumnPlan[];
}

/** The two-level header with the source's texts; R's "(O/N)" there is a leftover and reads (Q/P). */
const groups: readonly ColumnGroup[] = [
  {
    header: null,
    columns: [
      { column: "B", header: "本月新增任务\n（新增绝对数）", width: 10.5, figure: "count" },
      {
        column: "C",
        header: "本月任务\n（新增需当月完成的\n+遗留到本月完成的\n+非本月任务但\n提前完成的）",
        width: 16,
        figure: "count",
      },
    ],
  },
  {
    header: "本月任务完成量",
    columns: [
      { column: "D", header: "按时完成量\n（含提前完成）", width: 10.5, figure: "count" },
      { column: "E", header: "超时\n完成量", width: 8, figure: "count" },
      { column: "F", header: "小计", width: 6.5, figure: ["sum", "D", "E"] },
    ],
  },
  {
    header: "本月任务完成率",
    columns: [
      {
        column: "G",
        header: "按时完成率\n（含提前完成）\n（D/C）",
        width: 10.5,
        figure: ["rate", ["D"], "C"],
      },
      { column: "H", header: "超时\n完成率\n（E/C）", width: 8.5, figure: ["rate", ["E"], "C"] },
      { column: "I", header: "小计", width: 8.5, figure: ["rate", ["D", "E"], "C"] },
    ],
  },
  {
    header: "年度任务",
    columns: [{ column: "J", header: "总量\n（新增量\n+遗留量）", width: 9, figure: "count" }],
  },
  {
    header: "年度任务完成情况分析",
    columns: [
      { column: "K", header: "按时完成量\n（含提前完成）", width: 10.5, figure: "count" },
      { column: "L", header: "年度按时\n完成率\n（K/J）", width: 9, figure: ["rate", ["K"], "J"] },
      { column: "M", header: "超期\n完成量", width: 8, figure: "count" },
      { column: "N", header: "小计", width: 6.5, figure: ["sum", "K", "M"] },
      {
        column: "O",
        header: "年度投诉\n完成率\n（（K+M）/J）",
        width: 11.5,
        figure: ["rate", ["K", "M"], "J"],
      },
    ],
  },
  {
    header: "全项目任务完成情况分析",
    columns: [
      { column: "P", header: "任务总量\n（本项目全部\n投诉任务）", width: 10.5, figure: "count" },
      { column: "Q", header: "按时完成量\n（含提前完成）", width: 10.5, figure: "count" },
      { column: "R", header: "按时\n完成率\n（Q/P）", width: 8.5, figure: ["rate", ["Q"], "P"] },
      { column: "S", header: "超期\n完成量", width: 8, figure: "count" },
      { column: "T", header: "小计", width: 6.5, figure: ["sum", "Q", "S"] },
      {
        column: "U",
        header: "总任务\n完成率\n（（Q+S）/P）",
        width: 11.5,
        figure: ["rate", ["Q", "S"], "P"],
      },
    ],
  },
];

const plans = groups.flatMap((group) => group.columns);
const firstRow = 4;
/** D1's twenty-one columns stand on one page: at two thirds of its size eleven points are still seven. */
const formHead = { ...headerStyle, font: { ...headerStyle.font, size: 11 } };
const formFoot = { ...footerStyle, font: { ...footerStyle.font, size: 11 } };
const none = "–";

export interface StatisticsSheet {
  /** A name Excel accepts. */
  readonly name: string;
  readonly title: string;
  readonly period: string;
  readonly madeAt: string;
  /** 本月, or 本期 of a span: what D1's heads begin with. */
  readonly current: PeriodWords["current"];
  readonly rows: readonly SheetRow[];
  /** The same once more as it stood otherwise, under a heading of its own. */
  readonly below?: { readonly heading: string; readonly rows: readonly SheetRow[] };
}

/**
 * Writes one D1 sheet: title, two-level header, seven classes and 汇总, footer. Counts of the classes are values;
 * totals, subtotals and rates are live formulas that carry the computed values as their cached results.
 * @throws Error when the rows contradict themselves (a wrong sheet is never issued)
 */
export function writeStatisticsSheet(workbook: WorkbookWriter, sheet: StatisticsSheet): void {
  const { name, rows, below } = sheet;
  assertSound(name, rows);
  if (below !== undefined) assertSound(name, below.rows);
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", xSplit: 1, ySplit: firstRow - 1, showGridLines: false }],
    pageSetup: a4Landscape(`1:${firstRow - 1}`),
    headerFooter: { oddFooter: pageNumbers },
  });
  worksheet.columns = [{ width: 10.5 }, ...plans.map(({ width }) => ({ width }))];
  writeHeader(worksheet, sheet);
  let end = writeRows(worksheet, firstRow, rows);
  if (below !== undefined) {
    writeHeading(worksheet, end, below.heading);
    end = writeRows(worksheet, end + 1, below.rows);
  }
  writeFooter(worksheet, end, sheet);
  worksheet.commit();
}

function assertSound(name: string, rows: readonly SheetRow[]): void {
  const violations = checkIdentities({ rows: [...rows] });
  if (violations.length === 0) return;
  const list = violations.map(({ row, rule, found }) => `${row} ${rule}: ${found}`).join("; ");
  throw new Error(`statistics sheet "${name}" contradicts itself: ${list}`);
}

/** Returns the number of the next free row. */
function writeRows(worksheet: WorksheetWriter, first: number, rows: readonly SheetRow[]): number {
  for (const [index, row] of rows.entries()) writeRow(worksheet, first + index, row, first);
  return first + rows.length;
}

function writeHeading(worksheet: WorksheetWriter, at: number, heading: string): void {
  worksheet.getRow(at).height = 26;
  worksheet.mergeCells(`A${at}:U${at}`);
  worksheet.getCell(`A${at}`).value = heading;
  worksheet.getCell(`A${at}`).style = formHead;
}

function writeHeader(
  worksheet: WorksheetWriter,
  { title, current }: Pick<StatisticsSheet, "title" | "current">,
): void {
  const named = (header: string) =>
    header.replaceAll("本月", current).replace("当月", current === "本月" ? "当月" : "当期");
  worksheet.mergeCells("A1:U1");
  worksheet.getCell("A1").value = cellText(title);
  worksheet.getCell("A1").style = titleStyle;
  worksheet.getRow(1).height = 42;
  worksheet.getRow(2).height = 34;
  worksheet.getRow(3).height = 112;
  for (const column of ["A", ...plans.map((plan) => plan.column)]) {
    for (const row of [2, 3]) worksheet.getCell(`${column}${row}`).style = formHead;
  }
  worksheet.getCell("A2").value = "分类";
  worksheet.mergeCells("A2:A3");
  for (const { header, columns } of groups) {
    for (const plan of columns) {
      worksheet.getCell(`${plan.column}${header === null ? 2 : 3}`).value = named(plan.header);
      if (header === null) worksheet.mergeCells(`${plan.column}2:${plan.column}3`);
    }
    const [first, last] = [columns.at(0), columns.at(-1)];
    if (header === null || !first || !last) continue;
    worksheet.getCell(`${first.column}2`).value = named(header);
    if (first !== last) worksheet.mergeCells(`${first.column}2:${last.column}2`);
  }
}

function writeRow(worksheet: WorksheetWriter, at: number, row: SheetRow, first: number): void {
  const total = row.name === totalName;
  worksheet.getRow(at).height = 30;
  const name = worksheet.getCell(`A${at}`);
  name.value = row.name;
  name.style = figureStyle("@", total);
  for (const plan of plans) {
    const cell = worksheet.getCell(`${plan.column}${at}`);
    const formula = formulaOf(plan, at, total ? first : null);
    const result = row[plan.column] ?? none;
    cell.value = formula === null ? result : { formula, result };
    cell.style = figureStyle(plan.figure !== "count" && plan.figure[0] === "rate" ? "0.0%" : "0", total);
  }
}

/** `first`: the first of the rows that a total adds up; null in a row of one class. */
function formulaOf({ column, figure }: ColumnPlan, at: number, first: number | null): string | null {
  if (figure === "count") return first === null ? null : `SUM(${column}${first}:${column}${at - 1})`;
  if (figure[0] === "sum") return `${figure[1]}${at}+${figure[2]}${at}`;
  const [, parts, whole] = figure;
  const part = parts.map((letter) => `${letter}${at}`).join("+");
  return `IF(${whole}${at}=0,"${none}",${parts.length > 1 ? `(${part})` : part}/${whole}${at})`;
}

function writeFooter(worksheet: WorksheetWriter, at: number, { period, madeAt }: StatisticsSheet): void {
  worksheet.getRow(at).height = 24;
  worksheet.mergeCells(`A${at}:N${at}`);
  worksheet.mergeCells(`O${at}:U${at}`);
  const [left, right] = [worksheet.getCell(`A${at}`), worksheet.getCell(`O${at}`)];
  left.value = period;
  left.style = formFoot;
  right.value = madeAt;
  right.style = { ...formFoot, alignment: { ...formFoot.alignment, horizontal: "right" } };
}

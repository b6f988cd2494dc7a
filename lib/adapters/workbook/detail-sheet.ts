import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { complaintClasses } from "../../domain/classification/classes.ts";
import { toEstateClass } from "../../domain/classification/estate.ts";
import { topClassName, undecided } from "../../domain/statistics/case.ts";
import { validityName } from "../../domain/statistics/class-table.ts";
import { type Detail, details } from "../../domain/statistics/details.ts";
import type { SheetOptions } from "../../domain/statistics/index.ts";
import { type CountedColumn, countedColumns } from "../../domain/statistics/sheet.ts";
import { causeFactorWords } from "../../domain/words/causes.ts";
import { channelWords } from "../../domain/words/channels.ts";
import { recordKindWords } from "../../domain/words/complaint.ts";
import type { MonthlyWorkbookInput } from "./input.ts";
import { columnLetter } from "./letters.ts";
import type { SheetClock } from "./moments.ts";
import { printSetup } from "./printing.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { bodyStyle, headerStyle, noteStyle, titleStyle, totalStyle } from "./style.ts";
import { type SheetColumn, type TableValue, writeEmpty } from "./table-sheet.ts";
import { cellText } from "./text.ts";

interface Line extends Detail {
  readonly project: string;
}

interface DetailColumn extends Pick<SheetColumn<Line>, "key" | "header" | "width" | "format"> {
  readonly value: (line: Line) => TableValue;
}

/** A sheet that opens every task there ever was is useful up to here; above, those of the year are listed. */
const EVERY_TASK = 100_000;
/** Columns that count what happened in the month or the year. */
const current: ReadonlySet<CountedColumn> = new Set(["B", "C", "D", "E", "J", "K", "M"]);
/** Title, note, sums over what a filter shows, header. */
const firstRow = 5;

/** True when there are too many tasks to list those that ended long ago. */
function isShortened(cases: MonthlyWorkbookInput["cases"]): boolean {
  return cases.reduce((sum, project) => sum + project.cases.length, 0) > EVERY_TASK;
}

/**
 * 明细: every record behind the figures, one line each, with a 1 under each column of D1 that counts it. Filtering by
 * project and class makes the sums in row 3 the figures of that D1 row.
 * @throws RangeError when an instant or the zone cannot be read
 */
export function writeDetailSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  input: Pick<MonthlyWorkbookInput, "cases" | "companyRows"> & SheetOptions,
  clock: SheetClock,
): void {
  const shortened = isShortened(input.cases);
  const columns = columnsFor(clock);
  const widths = columns.map(({ width }) => width);
  const print = printSetup({ title: frame.title, widths, headRows: firstRow - 1, firstColumns: 2 });
  const worksheet = workbook.addWorksheet(frame.name, {
    views: [{ state: "frozen", xSplit: 2, ySplit: firstRow - 1 }],
    pageSetup: print.pageSetup,
    headerFooter: print.headerFooter,
  });
  worksheet.columns = widths.map((width) => ({ width }));
  const end = columnLetter(columns.length);
  const [words, headEnd] = [columnLetter(print.wordsColumn), columnLetter(print.titleColumns)];
  worksheet.getCell("A1").value = cellText(frame.title);
  worksheet.getCell("A1").style = titleStyle;
  worksheet.mergeCells(`A1:${headEnd}1`);
  worksheet.getCell(`${words}2`).value =
    frame.note + (shortened ? "；全项目（P、Q、S）以前年度已完成的任务见各项目工作簿。" : "");
  worksheet.getCell(`${words}2`).style = noteStyle;
  worksheet.mergeCells(`${words}2:${headEnd}2`);
  worksheet.getRow(2).height = 30;
  for (const at of [1, 2]) worksheet.getRow(at).commit();

  const rows = [...linesOf(input, shortened)];
  const last = firstRow - 1 + Math.max(1, rows.length);
  let at = firstRow;
  const sums = worksheet.getRow(firstRow - 2);
  const header = worksheet.getRow(firstRow - 1);
  sums.getCell(1).value = "筛选合计";
  for (const [index, { key, header: text }] of columns.entries()) {
    header.getCell(index + 1).value = text;
    header.getCell(index + 1).style = headerStyle;
    sums.getCell(index + 1).style = totalStyle("count");
    const counted = countedColumns.find((column) => column === key);
    if (counted === undefined || (shortened && !current.has(counted))) continue;
    const letter = columnLetter(index + 1);
    const result = input.companyRows.at(-1)?.[counted] ?? 0;
    sums.getCell(index + 1).value = {
      formula: `SUBTOTAL(109,${letter}${firstRow}:${letter}${last})`,
      result,
    };
  }
  header.height = 40;
  sums.commit();
  header.commit();
  const styles = columns.map(({ format }) => bodyStyle(format));
  if (rows.length === 0) {
    writeEmpty(worksheet, at, end);
    at += 1;
  }
  for (const line of rows) {
    const row = worksheet.getRow(at);
    for (const [index, column] of columns.entries()) {
      const cell = row.getCell(index + 1);
      cell.value = column.value(line);
      cell.style = styles[index] ?? {};
    }
    row.commit();
    at += 1;
  }
  worksheet.autoFilter = `A${firstRow - 1}:${end}${Math.max(at - 1, firstRow - 1)}`;
  worksheet.ignoredErrors = [{ ref: `A1:${end}${at}`, numberStoredAsText: true }];
  worksheet.commit();
}

function* linesOf(
  { cases, ...options }: Pick<MonthlyWorkbookInput, "cases"> & SheetOptions,
  shortened: boolean,
): Generator<Line> {
  for (const { project, cases: own } of cases) {
    for (const detail of details(own, options)) {
      const { columns } = detail;
      if (shortened && columns.length > 0 && !columns.some((column) => current.has(column))) continue;
      yield { ...detail, project };
    }
  }
}

function columnsFor(clock: SheetClock): DetailColumn[] {
  const column = (
    key: string,
    header: string,
    width: number,
    format: DetailColumn["format"],
    value: DetailColumn["value"],
  ): DetailColumn => ({ key, header, width, format, value });
  return [
    column("number", "编号", 9, "text", ({ case: one }) => cellText(one.number)),
    column("project", "项目", 16, "text", ({ project }) => cellText(project)),
    column("kind", "类型", 9, "text", ({ case: one }) => recordKindWords[one.recordKind].zh),
    column("validity", "有效性", 8, "text", ({ case: one }) => validityName(one)),
    column("level", "级别", 5, "text", ({ case: one }) => one.level ?? undecided),
    column("channel", "来源", 12, "text", ({ case: one }) => channelWords[one.channel].zh),
    column("class", "分类（K8.3-F2）", 10, "text", ({ case: one }) => topClassName(one.classCode)),
    column("point", "投诉点", 16, "text", ({ case: { classCode } }) =>
      classCode === undefined ? null : complaintClasses[classCode].zh,
    ),
    column("cause", "人机料法环", 12, "text", ({ case: { causeFactor } }) =>
      causeFactor === undefined ? null : causeFactorWords(causeFactor).zh,
    ),
    column("estate", "统计报表分类", 9, "text", ({ case: one }) => toEstateClass(one.estateClass)),
    column("system", "转办平台", 10, "text", ({ case: { external } }) =>
      external === undefined ? null : cellText(external.system),
    ),
    column("receivedAt", "收到", 15, "moment", ({ case: one }) => clock.moment(one.receivedAt)),
    column("dueAt", "应完成", 15, "moment", ({ case: one }) => clock.moment(one.dueAt)),
    column("completedAt", "完成", 15, "moment", ({ case: one }) => clock.optional(one.completedAt)),
    column("endedAt", "撤销/转出/合并", 15, "moment", ({ case: one }) => clock.optional(one.endedAt)),
    column("timeliness", "时效", 10, "text", ({ timeliness }) => timeliness),
    column("followUp", "首次回访", 8, "text", ({ case: one }) => followUpOf(one.firstFollowUpSatisfied)),
    ...countedColumns.map((letter) =>
      column(letter, letter, 4.5, "count", ({ columns }) => (columns.includes(letter) ? 1 : null)),
    ),
  ];
}

function followUpOf(satisfied: boolean | null): string | null {
  if (satisfied === null) return null;
  return satisfied ? "满意" : "不满意";
}

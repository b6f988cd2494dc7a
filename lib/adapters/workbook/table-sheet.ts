import type { WorkbookWriter, WorksheetWriter } from "@cj-tech-master/excelts";
import { columnLetter } from "./letters.ts";
import { printSetup } from "./printing.ts";
import {
  bodyStyle,
  type CellFormat,
  footerStyle,
  headerStyle,
  linkStyle,
  noteStyle,
  titleStyle,
  totalStyle,
} from "./style.ts";
import { cellText, isOverlong, rowHeight, textUnits, wrappedLines } from "./text.ts";

/** A live formula with the value it has: what programs show that do not calculate. */
export interface Live {
  readonly formula: string;
  readonly result: number | string;
}
export type TableValue = string | number | Date | null | Live;

/** Address of another cell of the same row, by the key of its column. */
export type Ref = (key: string) => string;

export interface SheetColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly format: CellFormat;
  readonly value: (row: Row, ref: Ref) => TableValue;
  /** What stands in the total's row: the sum of the column, or a formula of that row. */
  readonly total?: "sum" | ((ref: Ref) => Live);
}

export interface SheetTable<Row> {
  /** A name Excel accepts. */
  readonly name: string;
  readonly title: string;
  /** What the reader must know to read the figures, and where they are opened. */
  readonly note: string;
  /** Sheet that the note leads to. */
  readonly opensIn?: string;
  readonly footer: string;
  readonly columns: readonly SheetColumn<Row>[];
  /** Columns kept in sight on the left. */
  readonly frozen: number;
  /** Printed on one page, whatever stands on the sheet. */
  readonly onePage?: boolean;
  /** Rows to set off, e.g. the top three. */
  readonly isStrong?: (row: Row) => boolean;
}

/** Title, note, header; the first row of figures. */
export const firstTableRow = 4;

/**
 * Writes a table as a sheet of its own, row by row: title, note, header with filters, rows, a total where columns ask
 * for one, footer. Texts never become formulas. Returns the number of the last row of figures.
 */
export function writeTable<Row>(
  workbook: WorkbookWriter,
  given: SheetTable<Row>,
  rows: Iterable<Row>,
): number {
  const table = { ...given, columns: asWideAsTitle(given) };
  const { worksheet, wordsColumn } = openTable(workbook, table);
  const sums = table.columns.map(() => 0);
  let at = firstTableRow;
  for (const row of rows) {
    writeRow(worksheet, table, row, at, sums);
    at += 1;
  }
  const last = at - 1;
  const end = columnLetter(table.columns.length);
  if (last < firstTableRow) {
    writeEmpty(worksheet, at, end);
    at += 1;
  }
  if (table.columns.some(({ total }) => total !== undefined)) {
    writeTotal(worksheet, table.columns, at, sums);
    at += 1;
  }
  const footer = worksheet.getCell(`${wordsColumn}${at}`);
  footer.value = cellText(table.footer);
  footer.style = footerStyle;
  const filtered = Math.max(last, firstTableRow - 1);
  worksheet.autoFilter = `A${firstTableRow - 1}:${end}${filtered}`;
  // Numbers of complaints and codes are texts on purpose.
  worksheet.ignoredErrors = [{ ref: `A1:${end}${at}`, numberStoredAsText: true }];
  worksheet.commit();
  return last;
}

/** A title is set half as large again as a cell, and begins and ends inside its sheet: few columns are made wider for it. */
function asWideAsTitle<Row>({ title, columns }: SheetTable<Row>): readonly SheetColumn<Row>[] {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const share = (textUnits(title) * 1.5) / width;
  return share <= 1 ? columns : columns.map((column) => ({ ...column, width: column.width * share }));
}

function openTable<Row>(
  workbook: WorkbookWriter,
  table: SheetTable<Row>,
): { readonly worksheet: WorksheetWriter; readonly wordsColumn: string } {
  const { name, title, note, opensIn, columns, frozen, onePage } = table;
  const widths = columns.map(({ width }) => width);
  const print = printSetup({ title, widths, headRows: firstTableRow - 1, firstColumns: frozen });
  const worksheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", xSplit: frozen, ySplit: firstTableRow - 1, showGridLines: false }],
    pageSetup: { ...print.pageSetup, ...(onePage ? { fitToHeight: 1 } : {}) },
    headerFooter: print.headerFooter,
  });
  worksheet.columns = widths.map((width) => ({ width }));
  const end = columnLetter(print.titleColumns);
  const wordsColumn = columnLetter(print.wordsColumn);
  const width = widths.slice(print.wordsColumn - 1, print.titleColumns).reduce((sum, one) => sum + one, 0);
  const [titleCell, noteCell] = [worksheet.getCell("A1"), worksheet.getCell(`${wordsColumn}2`)];
  titleCell.value = cellText(title);
  titleCell.style = titleStyle;
  worksheet.mergeCells(`A1:${end}1`);
  worksheet.getRow(1).height = 30;
  const isApart = print.wordsColumn > 1;
  if (opensIn !== undefined) {
    // Links are not wrapped by every program: a note that takes lines has its link beside it.
    const link = isApart ? worksheet.getCell("A2") : noteCell;
    link.value = { text: isApart ? `→ ${opensIn}` : note, hyperlink: `#'${opensIn}'!A1` };
    link.style = linkStyle;
  }
  if (opensIn === undefined || isApart) {
    noteCell.value = note;
    noteCell.style = noteStyle;
  }
  worksheet.mergeCells(`${wordsColumn}2:${end}2`);
  worksheet.getRow(2).height = rowHeight(wrappedLines(note, width));
  const header = worksheet.getRow(firstTableRow - 1);
  header.height =
    rowHeight(Math.max(...columns.map((column) => wrappedLines(column.header, column.width)))) + 4;
  for (const [index, column] of columns.entries()) {
    header.getCell(index + 1).value = column.header;
    header.getCell(index + 1).style = headerStyle;
  }
  for (let row = 1; row < firstTableRow; row += 1) worksheet.getRow(row).commit();
  return { worksheet, wordsColumn };
}

function writeRow<Row>(
  worksheet: WorksheetWriter,
  { columns, isStrong }: SheetTable<Row>,
  row: Row,
  at: number,
  sums: number[],
): void {
  const sheetRow = worksheet.getRow(at);
  const ref = refsIn(columns, at);
  const strong = isStrong?.(row) ?? false;
  let lines = 1;
  for (const [index, column] of columns.entries()) {
    const value = column.value(row, ref);
    const cell = sheetRow.getCell(index + 1);
    cell.style = strong ? totalStyle(column.format) : bodyStyle(column.format);
    if (typeof value === "string") {
      const text = cellText(value);
      const own = wrappedLines(text, column.width);
      if (isOverlong(own)) cell.style = bodyStyle("overlong");
      lines = Math.max(lines, own);
      cell.value = text === "" ? null : text;
    } else {
      cell.value = value;
      sums[index] = (sums[index] ?? 0) + numberOf(value);
    }
  }
  sheetRow.height = rowHeight(lines);
  sheetRow.commit();
}

/** Says in words that there is nothing to list: a bare head could as well be a sheet that failed. */
export function writeEmpty(worksheet: WorksheetWriter, at: number, end: string): void {
  worksheet.getCell(`A${at}`).value = "本期没有记录";
  worksheet.getCell(`A${at}`).style = bodyStyle("text");
  worksheet.mergeCells(`A${at}:${end}${at}`);
  worksheet.getRow(at).height = 22;
}

function writeTotal<Row>(
  worksheet: WorksheetWriter,
  columns: readonly SheetColumn<Row>[],
  at: number,
  sums: readonly number[],
): void {
  const ref = refsIn(columns, at);
  const row = worksheet.getRow(at);
  for (const [index, { total, format }] of columns.entries()) {
    const cell = row.getCell(index + 1);
    cell.style = totalStyle(index === 0 ? "text" : format);
    if (index === 0) cell.value = "汇总";
    else if (total === "sum") cell.value = sumCell(columnLetter(index + 1), at, sums[index] ?? 0);
    else if (total !== undefined) cell.value = total(ref);
  }
  row.height = 22;
  row.commit();
}

function sumCell(letter: string, at: number, result: number): Live {
  return { formula: `SUM(${letter}${firstTableRow}:${letter}${at - 1})`, result };
}

function numberOf(value: Exclude<TableValue, string>): number {
  if (typeof value === "number") return value;
  return value !== null && "result" in value && typeof value.result === "number" ? value.result : 0;
}

function refsIn(columns: readonly { readonly key: string }[], at: number): Ref {
  return (key) => {
    const index = columns.findIndex((column) => column.key === key);
    if (index < 0) throw new RangeError(`the table has no column ${key}`);
    return `${columnLetter(index + 1)}${at}`;
  };
}

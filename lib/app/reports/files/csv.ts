/** A value of a table; numbers stay numbers. */
export type Cell = string | number | boolean | null;

export interface CsvColumn<Row> {
  /** What the first line calls it. */
  readonly header: string;
  readonly value: (row: Row) => Cell;
}

/** Excel reads UTF-8 only behind this mark. */
const BOM = "\uFEFF";

/** Controls other than tab and line ends: at some of them readers of CSV end a text, or the file; and marks that turn the writing round. */
const control = /[[\p{Cc}--[\t\n\r]][\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]]/gv;
/** What spreadsheets take for the beginning of a formula, full-width forms included. */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;

/**
 * A table as CSV: UTF-8 with BOM, CRLF, texts quoted. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front, so that opening the file runs nothing.
 */
export function csv<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): Uint8Array {
  const lines = [columns.map(({ header }) => quoted(header)).join(",")];
  for (const row of rows) lines.push(columns.map(({ value }) => cell(value(row))).join(","));
  return new TextEncoder().encode(`${BOM}${lines.join("\r\n")}\r\n`);
}

/** Rows as JSON lines: one object a line, UTF-8, as the figures are and not as they are printed. */
export function jsonLines(rows: Iterable<object>): Uint8Array {
  let text = "";
  for (const row of rows) text += `${JSON.stringify(row)}\n`;
  return new TextEncoder().encode(text);
}

function cell(value: Cell): string {
  switch (typeof value) {
    case "string":
      return quoted(harmless(value.replace(control, "")));
    case "number":
    case "boolean":
      return String(value);
    default:
      return "";
  }
}

function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

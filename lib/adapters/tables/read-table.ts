import Papa from "papaparse";
import type { TextTable } from "../../domain/organisation/table.ts";
import { natureOf, noTable } from "./file-nature.ts";
import { openedWorkbook } from "./opened-workbook.ts";
import { markOfText, visible } from "./text-marks.ts";
import { UnreadableTable } from "./unreadable-table.ts";
import { cellOf, type ReadCell } from "./xlsx-cell.ts";

/**
 * Parts of a sheet that hold no values: what the library writes out for every cell of a range (a whole column, often), and links, for
 * which it would give up that a cell holds a number.
 */
const WRITTEN_OUT = ["dataValidations", "conditionalFormatting", "cols", "hyperlinks"] as const;
const MAX_COLUMNS = 40;
/** A sheet that was formatted down to its end has a million empty rows. */
const MAX_ROWS = 20_000;

/**
 * The first sheet that is shown of an xlsx file, or a csv file in UTF-8 (with or without BOM), UTF-16 or GB18030, as text: told apart by
 * their bytes, not their names. Dates are `YYYY-MM-DD`, times `HH:MM`, formulas what they last gave, numbers as they are shown;
 * what a cell holds beside its text is marked. Empty rows are left out. Throws UnreadableTable.
 */
export async function readTable(bytes: Uint8Array): Promise<TextTable> {
  const nature = natureOf(bytes);
  if (nature !== undefined) throw new UnreadableTable(nature);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return tableOf(isZip ? { rows: await xlsxRows(bytes), first: 1 } : csvRows(bytes));
}

interface Read {
  readonly rows: readonly (readonly ReadCell[])[];
  /** The number of the first of them, as a spreadsheet counts. */
  readonly first: number;
}

function tableOf({ rows, first }: Read): TextTable {
  const [headings = [], ...others] = rows;
  return {
    headings: headings.map(({ text }) => text),
    rows: others
      .map((cells, index) => ({ number: index + first + 1, ...rowOf(cells) }))
      .filter(({ cells, marks = {} }) => cells.some((cell) => cell !== "") || Object.keys(marks).length > 0),
  };
}

function rowOf(cells: readonly ReadCell[]): Pick<TextTable["rows"][number], "cells" | "marks"> {
  const marks = Object.fromEntries(
    cells.flatMap(({ mark }, index) => (mark === undefined ? [] : [[String(index), mark]])),
  );
  return {
    cells: cells.map(({ text }) => text),
    ...(Object.keys(marks).length === 0 ? {} : { marks }),
  };
}

/** Excel names the separator in a line of its own; else it is the one that parts the headings best. */
function csvRows(bytes: Uint8Array): Read {
  const whole = decoded(bytes).replace(/^\uFEFF/, "");
  const [line, named] = /^"?sep=(.)"?\r?\n/i.exec(whole) ?? [];
  const text = line === undefined ? whole : whole.slice(line.length);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: named ?? delimiterOf(text) });
  const first = line === undefined ? 1 : 2;
  const [broken] = errors.filter(({ type }) => type === "Quotes");
  if (broken !== undefined)
    throw new UnreadableTable({
      zh: `第 ${(broken.row ?? 0) + first} 行的引号没有配对。`,
      en: `Quotes are not closed at row ${(broken.row ?? 0) + first}.`,
    });
  return { rows: data.map((cells) => cells.map(csvCell)), first };
}

const delimiters = [",", "\t", ";"] as const;

function delimiterOf(text: string): string {
  const parts = delimiters.map((delimiter) => ({
    delimiter,
    columns: Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0,
  }));
  return parts.toSorted((a, b) => b.columns - a.columns)[0]?.delimiter ?? ",";
}

/** `="0101"` is how a csv tells a spreadsheet to leave the zeros. */
function csvCell(raw: string): ReadCell {
  const [, quoted] = /^\s*="(.*)"\s*$/s.exec(raw) ?? [];
  if (quoted !== undefined) return { text: visible(quoted.replaceAll('""', '"')) };
  const text = visible(raw);
  const mark = markOfText(text);
  return mark === undefined ? { text } : { text, mark };
}

/** Excel in China writes csv in GB18030, and 'Unicode text' in UTF-16; bytes that are valid UTF-8 are hardly ever the former. */
function decoded(bytes: Uint8Array): string {
  for (const encoding of encodingsOf(bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new UnreadableTable(noTable.encoding);
}

function encodingsOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  return first === 0xfe && second === 0xff ? ["utf-16be"] : ["utf-8", "gb18030"];
}

async function xlsxRows(bytes: Uint8Array): Promise<ReadCell[][]> {
  // Only here, so that other requests do not load it.
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(openedWorkbook(bytes), { ignoreNodes: [...WRITTEN_OUT] });
  } catch (cause) {
    if (cause instanceof UnreadableTable) throw cause;
    throw new UnreadableTable(noTable.damaged, cause);
  }
  const { worksheets } = workbook;
  const sheet = worksheets.find(({ state }) => state === "visible") ?? worksheets[0];
  if (sheet === undefined) throw new UnreadableTable(noTable.noSheet);
  if (sheet.rowCount > MAX_ROWS)
    throw new UnreadableTable({
      zh: `工作表超过 ${MAX_ROWS} 行，请分成几个文件。`,
      en: `The sheet has more than ${MAX_ROWS} rows: part it into several files.`,
    });
  const date1904 = workbook.properties.date1904 === true;
  const width = Math.min(sheet.columnCount, MAX_COLUMNS);
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      cellOf(sheet.getRow(row + 1).getCell(column + 1), date1904),
    ),
  );
}

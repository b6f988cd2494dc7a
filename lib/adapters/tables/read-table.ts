import { unzipSync } from "fflate";
import Papa from "papaparse";
import type { TextTable } from "../../domain/organisation/table.ts";

/** A file that is no table we can read; the reason is for people. */
export class UnreadableTable extends Error {
  override readonly name = "UnreadableTable";
}

/** What a workbook may unpack to: a few kilobytes of zeros must not fill the memory. */
const MAX_UNPACKED_BYTES = 40_000_000;
const MAX_COLUMNS = 40;
/** A sheet that was formatted down to its end has a million empty rows. */
const MAX_ROWS = 20_000;

/**
 * The first sheet of an xlsx file, or a csv file in UTF-8 (with or without BOM) or GB18030, as text: told apart by their
 * bytes, not their names. Dates are `YYYY-MM-DD`, times `HH:MM`, formulas what they last gave. Empty rows are left out.
 * Throws UnreadableTable.
 */
export async function readTable(bytes: Uint8Array): Promise<TextTable> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return tableOf(isZip ? await xlsxRows(bytes) : csvRows(bytes));
}

function tableOf(rows: readonly (readonly string[])[]): TextTable {
  const [headings = [], ...others] = rows.map((cells) => cells.map((cell) => cell.trim()));
  return {
    headings,
    rows: others
      .map((cells, index) => ({ number: index + 2, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== "")),
  };
}

function csvRows(bytes: Uint8Array): string[][] {
  const { data, errors } = Papa.parse<string[]>(decoded(bytes), { delimitersToGuess: [",", "\t", ";"] });
  const [broken] = errors.filter(({ type }) => type === "Quotes");
  if (broken !== undefined)
    throw new UnreadableTable(`quotes are not closed at row ${(broken.row ?? 0) + 1}`);
  return data;
}

/** Excel in China writes csv in GB18030; bytes that are valid UTF-8 are hardly ever that. */
function decoded(bytes: Uint8Array): string {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new UnreadableTable("neither UTF-8 nor GB18030");
}

async function xlsxRows(bytes: Uint8Array): Promise<string[][]> {
  // Only here, so that other requests do not load it.
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  try {
    if (unpackedSize(bytes) > MAX_UNPACKED_BYTES)
      throw new UnreadableTable("the workbook unpacks to too much");
    await workbook.xlsx.load(bytes);
  } catch (cause) {
    throw new UnreadableTable("not an xlsx file", { cause });
  }
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new UnreadableTable("the workbook has no sheet");
  if (sheet.rowCount > MAX_ROWS) throw new UnreadableTable(`the sheet has more than ${MAX_ROWS} rows`);
  const width = Math.min(sheet.columnCount, MAX_COLUMNS);
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: width }, (__, column) => cellText(sheet.getRow(row + 1).getCell(column + 1).value)),
  );
}

function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  return size;
}

function cellText(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null) return "";
  if ("result" in value) return cellText(value.result);
  if ("richText" in value && Array.isArray(value.richText)) return value.richText.map(cellText).join("");
  if ("text" in value) return cellText(value.text);
  return "";
}

/** Spreadsheets keep a time of day as a date of 1899. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const nearest = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
  return nearest < "1901" ? nearest.slice(11, 16) : nearest.slice(0, 10);
}

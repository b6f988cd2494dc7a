import { Unzip, UnzipInflate, zipSync } from "fflate";
import { natureOfParts } from "./file-nature.ts";
import { mendedSheet, mendedStyles, mendedTexts } from "./mended-parts.ts";
import { UnreadableTable } from "./unreadable-table.ts";

/** What a workbook may unpack to, whatever its own headers say: a few kilobytes of zeros must not fill the memory. */
const MAX_UNPACKED_BYTES = 40_000_000;
/** So much is unpacked before it is looked at again: at most a thousand times as many bytes. */
const STEP = 4096;
/** Cells that a sheet may merge, all together: a list of 1 KB can merge every cell of a sheet. */
const MAX_MERGED_CELLS = 100_000;
/** The last row that may hold something; a spreadsheet has a million. */
const MAX_ROW = 100_000;
/** Empty rows below are left out: whoever formats a column formats them all. */
const LAST_FORMATTED = 20_000;

/**
 * The same workbook packed by us, once it is known to be of a size that can be read, with what the reader does not know of other
 * programs put in its words. Throws UnreadableTable.
 */
export function openedWorkbook(bytes: Uint8Array): Uint8Array {
  const files = unpacked(bytes);
  const nature = natureOfParts(Object.keys(files));
  if (nature !== undefined) throw new UnreadableTable(nature);
  for (const [name, file] of Object.entries(files)) {
    const mend = menderOf(name);
    if (mend === undefined) continue;
    const text = new TextDecoder().decode(file);
    const mended = mend(text);
    if (mended !== text) files[name] = new TextEncoder().encode(mended);
  }
  return zipSync(files, { level: 0 });
}

function menderOf(name: string): ((xml: string) => string) | undefined {
  if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return checkedSheet;
  if (name === "xl/styles.xml") return mendedStyles;
  return name === "xl/sharedStrings.xml" ? mendedTexts : undefined;
}

function checkedSheet(xml: string): string {
  const mended = mendedSheet(xml, LAST_FORMATTED);
  checkSheet(mended);
  return mended;
}

function tooLarge(zh: string, en: string): UnreadableTable {
  return new UnreadableTable({ zh: `文件过大：${zh}。`, en: `The file is too large: ${en}.` });
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  let size = 0;
  const archive = new Unzip((file) => {
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, isLast) => {
      if (error !== null) throw error;
      size += part.length;
      if (size > MAX_UNPACKED_BYTES) throw tooLarge("解压后超过 40 MB", "it unpacks to more than 40 MB");
      parts.push(part);
      // Some writers part the names of folders as Windows does.
      if (isLast) files[file.name.replaceAll("\\", "/")] = Buffer.concat(parts);
    };
    file.start();
  });
  archive.register(UnzipInflate);
  for (let from = 0; from < bytes.length; from += STEP) {
    archive.push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length);
  }
  return files;
}

const merges = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)["']/g;
const rows = /<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d+)["'][^>]*?(\/?)>/g;

/** What a spreadsheet says in a few bytes and a reader writes out cell by cell. */
function checkSheet(xml: string): void {
  let merged = 0;
  for (const [, left = "", top, right = "", bottom] of xml.matchAll(merges)) {
    merged += (columnOf(right) - columnOf(left) + 1) * (Number(bottom) - Number(top) + 1);
    if (merged > MAX_MERGED_CELLS)
      throw tooLarge(
        `合并单元格超过 ${MAX_MERGED_CELLS} 个`,
        `it merges more than ${MAX_MERGED_CELLS} cells`,
      );
  }
  for (const [, row, isEmpty] of xml.matchAll(rows)) {
    if (isEmpty === "" && Number(row) > MAX_ROW)
      throw tooLarge(`第 ${row} 行还有内容`, `it has something in row ${row}`);
  }
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

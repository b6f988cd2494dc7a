import { Unzip, UnzipInflate, zipSync } from "fflate";

/** A workbook that would take more than it can be worth. */
export class OversizedWorkbook extends Error {
  override readonly name = "OversizedWorkbook";
}

/** What a workbook may unpack to, whatever its own headers say: a few kilobytes of zeros must not fill the memory. */
const MAX_UNPACKED_BYTES = 40_000_000;
/** So much is unpacked before it is looked at again: at most a thousand times as many bytes. */
const STEP = 4096;
/** Cells that a sheet may merge, all together: a list of 1 KB can merge every cell of a sheet. */
const MAX_MERGED_CELLS = 100_000;
/** The last row that may hold something; a spreadsheet has a million. */
const MAX_ROW = 100_000;

/** The same workbook packed by us, once it is known to be of a size that can be read. Throws OversizedWorkbook. */
export function openedWorkbook(bytes: Uint8Array): Uint8Array {
  const files = unpacked(bytes);
  for (const [name, file] of Object.entries(files)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) checkSheet(new TextDecoder().decode(file));
  }
  return zipSync(files, { level: 0 });
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  let size = 0;
  const archive = new Unzip((file) => {
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, isLast) => {
      if (error !== null) throw error;
      size += part.length;
      if (size > MAX_UNPACKED_BYTES) throw new OversizedWorkbook("the workbook unpacks to too much");
      parts.push(part);
      if (isLast) files[file.name] = Buffer.concat(parts);
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
      throw new OversizedWorkbook(`the sheet merges more than ${MAX_MERGED_CELLS} cells`);
  }
  for (const [, row, isEmpty] of xml.matchAll(rows)) {
    if (isEmpty === "" && Number(row) > MAX_ROW)
      throw new OversizedWorkbook(`the sheet has something in row ${row}`);
  }
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

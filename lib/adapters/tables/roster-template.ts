import Papa from "papaparse";
import { rosterColumns } from "../../domain/organisation/roster-file.ts";

const headings = rosterColumns.map(({ zh }) => zh);
/** A day and a night shift, to be written over. */
const examples = [
  ["2026-01-01", "08:00", "20:00", "客服主管", "", "姓名、编号或邮箱"],
  ["2026-01-01", "20:00", "08:00", "客服主管", "", "姓名、编号或邮箱"],
];

/** An empty roster file as csv that Excel opens in Chinese (UTF-8 with BOM). */
export function rosterTemplateCsv(): string {
  return `\uFEFF${Papa.unparse([headings, ...examples])}\r\n`;
}

/** An empty roster file as xlsx; every column is text, so that nothing is turned into numbers. */
export async function rosterTemplateXlsx(): Promise<Uint8Array> {
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("值班表");
  for (const row of [headings, ...examples]) sheet.addRow(row);
  for (let column = 1; column <= headings.length; column += 1) {
    sheet.getColumn(column).numFmt = "@";
    sheet.getColumn(column).width = 16;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

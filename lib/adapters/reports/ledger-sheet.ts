import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { LedgerRow } from "./input.ts";
import { a4Landscape, headerStyle, ledgerStyle, pageNumbers } from "./style.ts";
import { cellText, wrappedLines } from "./text.ts";
import { localDate } from "./titles.ts";

/** D10's twelve columns. */
const columns = [
  { header: "编号", width: 9.2, field: "number" },
  { header: "日期", width: 14, field: "receivedAt" },
  { header: "投诉人", width: 10, field: "complainant" },
  { header: "联系方式", width: 15, field: "contact" },
  { header: "项目", width: 16, field: "project" },
  { header: "区域", width: 9.2, field: "area" },
  { header: "楼栋", width: 7, field: "building" },
  { header: "单元", width: 7, field: "unit" },
  { header: "房间号", width: 9.2, field: "room" },
  { header: "投诉来源", width: 13, field: "source" },
  { header: "投诉分类", width: 11, field: "class" },
  { header: "投诉内容", width: 62, field: "matter" },
] as const satisfies readonly { header: string; width: number; field: keyof LedgerRow }[];

/** Points; 409 is the tallest row Excel knows. */
const lineHeight = 15;
const tallest = 409;

const dateStyle = ledgerStyle('yyyy"年"m"月"d"日"', false);
const textStyle = ledgerStyle("@", false);
const matterStyle = ledgerStyle("@", true);

/**
 * Writes the ledger (D10), row by row, so that its size does not sit in memory. Every value but the date is a
 * text, also numbers and phones, and can never become a formula.
 * @throws RangeError when a row's `receivedAt` cannot be read
 */
export async function writeLedgerSheet(
  workbook: WorkbookWriter,
  sheet: { readonly name: string; readonly timeZone: string },
  rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>,
): Promise<void> {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", xSplit: 1, ySplit: 1 }],
    pageSetup: a4Landscape("1:1"),
    headerFooter: { oddHeader: "&C客户投诉处理台账", oddFooter: pageNumbers },
  });
  worksheet.columns = columns.map(({ width }) => ({ width }));
  const header = worksheet.addRow(columns.map((column) => column.header));
  header.height = 24;
  for (let column = 1; column <= columns.length; column += 1) header.getCell(column).style = headerStyle;
  header.commit();
  let last = 1;
  for await (const entry of rows) {
    const row = worksheet.addRow([]);
    let lines = 1;
    for (const [index, { field, width }] of columns.entries()) {
      const cell = row.getCell(index + 1);
      if (field === "receivedAt") {
        cell.value = sheetDate(entry.receivedAt, sheet.timeZone);
        cell.style = dateStyle;
      } else {
        const text = cellText(entry[field] ?? "");
        lines = Math.max(lines, wrappedLines(text, width));
        cell.value = text === "" ? null : text;
        cell.style = field === "matter" ? matterStyle : textStyle;
      }
    }
    row.height = Math.min(tallest, lines * lineHeight + 5);
    last = row.number;
    row.commit();
  }
  worksheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: last, col: columns.length } };
  // Numbers and rooms are texts on purpose; Excel need not mark each of them.
  worksheet.ignoredErrors = [{ ref: `A1:L${last}`, numberStoredAsText: true }];
  worksheet.commit();
}

/** The library turns a Date's UTC fields into the cell's date. */
function sheetDate(instant: string, timeZone: string): Date {
  const { year, month, day } = localDate(instant, timeZone);
  return new Date(Date.UTC(year, month - 1, day));
}

import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { pauseReasonWords } from "../../domain/words/clocks.ts";
import { recordKindWords } from "../../domain/words/complaint.ts";
import type { LedgerRow } from "./input.ts";
import { columnLetter } from "./letters.ts";
import { type SheetClock, sheetClock } from "./moments.ts";
import { a4Landscape, bodyStyle, type CellFormat, headerStyle, pageNumbers } from "./style.ts";
import { writeEmpty } from "./table-sheet.ts";
import { cellText, isOverlong, pageHead, rowHeight, wrappedLines } from "./text.ts";

interface LedgerColumn {
  readonly header: string;
  readonly width: number;
  readonly format: CellFormat;
  readonly value: (row: LedgerRow, clock: SheetClock) => string | number | Date | null;
}

const text = (
  header: string,
  width: number,
  value: (row: LedgerRow) => string | null,
  format: CellFormat = "text",
): LedgerColumn => ({ header, width, format, value });

/** D10's twelve columns, then what became of it. */
const columns: readonly LedgerColumn[] = [
  text("编号", 9.2, ({ number }) => number),
  { header: "日期", width: 11, format: "date", value: ({ receivedAt }, clock) => clock.date(receivedAt) },
  text("投诉人", 10, ({ complainant }) => complainant),
  text("联系方式", 15, ({ contact }) => contact),
  text("项目", 16, ({ project }) => project),
  text("区域", 9.2, ({ area }) => area),
  text("楼栋", 7, ({ building }) => building),
  text("单元", 7, ({ unit }) => unit),
  text("房间号", 9.2, ({ room }) => room),
  text("投诉来源", 13, ({ source }) => source),
  text("投诉分类", 13, (row) => row.class),
  text("投诉内容", 56, ({ matter }) => matter, "wrapped"),
  text("记录类型", 11.5, ({ kind }) => recordKindWords[kind].zh),
  { header: "应完成", width: 15, format: "moment", value: ({ dueAt }, clock) => clock.optional(dueAt) },
  { header: "完成", width: 15, format: "moment", value: (row, clock) => clock.optional(row.completedAt) },
  text("是否按时", 8, ({ onTime }) => (onTime === null ? null : onTime ? "是" : "否")),
  {
    header: "首次回访",
    width: 15,
    format: "moment",
    value: (row, clock) => clock.optional(row.followedUpAt),
  },
  { header: "满意度(1–5)", width: 8, format: "count", value: ({ grade }) => grade },
  { header: "暂停(小时)", width: 8, format: "decimal", value: ({ pausedHours }) => pausedHours },
  text("暂停原因", 13, ({ pausedFor }) => pausedFor.map((reason) => pauseReasonWords[reason].zh).join("、")),
];

/**
 * Writes the ledger (D10), row by row, so that its size does not sit in memory. What people wrote is a
 * text, also numbers and phones, and can never become a formula.
 * @throws RangeError when a row's `receivedAt` cannot be read
 */
export async function writeLedgerSheet(
  workbook: WorkbookWriter,
  sheet: { readonly name: string; readonly title: string; readonly timeZone: string },
  rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>,
): Promise<void> {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", xSplit: 1, ySplit: 1 }],
    pageSetup: a4Landscape("1:1"),
    headerFooter: { oddHeader: `&C${pageHead(sheet.title)}`, oddFooter: pageNumbers },
  });
  worksheet.columns = columns.map(({ width }) => ({ width }));
  const header = worksheet.addRow(columns.map((column) => column.header));
  header.height = 24;
  for (let column = 1; column <= columns.length; column += 1) header.getCell(column).style = headerStyle;
  header.commit();
  const clock = sheetClock(sheet.timeZone);
  let last = 1;
  for await (const entry of rows) {
    const row = worksheet.addRow([]);
    let lines = 1;
    for (const [index, { value, format, width }] of columns.entries()) {
      const cell = row.getCell(index + 1);
      const found = value(entry, clock);
      cell.style = bodyStyle(format);
      if (typeof found === "string") {
        const shown = cellText(found);
        const own = wrappedLines(shown, width);
        if (isOverlong(own)) cell.style = bodyStyle("overlong");
        lines = Math.max(lines, own);
        cell.value = shown === "" ? null : shown;
      } else cell.value = found;
    }
    row.height = rowHeight(lines);
    last = row.number;
    row.commit();
  }
  if (last === 1) writeEmpty(worksheet, 2, columnLetter(columns.length));
  worksheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: last, col: columns.length } };
  // Numbers and rooms are texts on purpose; Excel need not mark each of them.
  worksheet.ignoredErrors = [{ ref: `A1:${columnLetter(columns.length)}${last}`, numberStoredAsText: true }];
  worksheet.commit();
}

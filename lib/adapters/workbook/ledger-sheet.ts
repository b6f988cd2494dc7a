import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { type LedgerColumn, ledgerColumns } from "../../app/reports/content/ledger-columns.ts";
import type { LedgerRow } from "./input.ts";
import { columnLetter } from "./letters.ts";
import { type SheetClock, sheetClock } from "./moments.ts";
import { a4Landscape, bodyStyle, type CellFormat, headerStyle, pageNumbers } from "./style.ts";
import { writeEmpty } from "./table-sheet.ts";
import { cellText, isOverlong, pageHead, rowHeight, wrappedLines } from "./text.ts";

const formats: Readonly<Record<LedgerColumn["kind"], CellFormat>> = {
  text: "text",
  "long-text": "wrapped",
  day: "date",
  moment: "moment",
  count: "count",
  hours: "decimal",
};

/**
 * Ten points at 72 per cent are more than seven: D10's twelve columns fill a page's width, what became of the record
 * the next one, with the number repeated beside it.
 */
const readable = { ...a4Landscape("1:1"), fitToPage: false, scale: 72, printTitlesColumn: "A:A" };

/** Nine points as elsewhere would print at six and a half. */
const ledgerHead = { ...headerStyle, font: { ...headerStyle.font, size: 10 } };

/** What stands in the cell. */
function cellOf(column: LedgerColumn, row: LedgerRow, clock: SheetClock): string | number | Date | null {
  switch (column.kind) {
    case "text":
    case "long-text":
    case "count":
    case "hours":
      return column.value(row);
    case "day": {
      const at = column.value(row);
      return at === null ? null : clock.date(at);
    }
    case "moment":
      return clock.optional(column.value(row));
  }
}

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
    pageSetup: readable,
    headerFooter: { oddHeader: `&C${pageHead(sheet.title)}`, oddFooter: pageNumbers },
  });
  worksheet.columns = ledgerColumns.map(({ width }) => ({ width }));
  const header = worksheet.addRow(ledgerColumns.map((column) => column.header));
  header.height = 24;
  for (let column = 1; column <= ledgerColumns.length; column += 1) header.getCell(column).style = ledgerHead;
  header.commit();
  const clock = sheetClock(sheet.timeZone);
  let last = 1;
  for await (const entry of rows) {
    const row = worksheet.addRow([]);
    let lines = 1;
    for (const [index, column] of ledgerColumns.entries()) {
      const cell = row.getCell(index + 1);
      const found = cellOf(column, entry, clock);
      cell.style = bodyStyle(formats[column.kind]);
      if (typeof found === "string") {
        const shown = cellText(found);
        const own = wrappedLines(shown, column.width);
        if (isOverlong(own)) cell.style = bodyStyle("overlong");
        lines = Math.max(lines, own);
        cell.value = shown === "" ? null : shown;
      } else cell.value = found;
    }
    row.height = rowHeight(lines);
    last = row.number;
    row.commit();
  }
  if (last === 1) writeEmpty(worksheet, 2, columnLetter(ledgerColumns.length));
  worksheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: last, col: ledgerColumns.length } };
  // Numbers and rooms are texts on purpose; Excel need not mark each of them.
  worksheet.ignoredErrors = [
    { ref: `A1:${columnLetter(ledgerColumns.length)}${last}`, numberStoredAsText: true },
  ];
  worksheet.commit();
}

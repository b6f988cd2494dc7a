/** The report files of a month. */
export type { LedgerRow, MonthlyWorkbookInput } from "./input.ts";
export { buildMonthlyWorkbook } from "./workbook.ts";
export { zipWriter } from "./zip.ts";

/** The report files of a month. */
export { buildMonthlyWorkbook } from "./workbook.ts";
export { zipWriter } from "./zip.ts";

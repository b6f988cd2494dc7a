import Papa from "papaparse";
import { householdColumns } from "../../domain/organisation/household-file.ts";
import { rosterColumns } from "../../domain/organisation/roster-file.ts";

/** An empty file for people to fill in; the examples are to be written over. */
export interface Template {
  readonly name: string;
  readonly headings: readonly string[];
  readonly examples: readonly (readonly string[])[];
}

/** A day and a night shift. */
export const rosterTemplate: Template = {
  name: "值班表",
  headings: rosterColumns.map(({ zh }) => zh),
  examples: [
    ["2026-01-01", "08:00", "20:00", "客服主管", "", "姓名、编号或邮箱"],
    ["2026-01-01", "20:00", "08:00", "客服主管", "", "姓名、编号或邮箱"],
  ],
};

/** A flat that somebody lives in, and an empty one. */
export const householdTemplate: Template = {
  name: "房产台账",
  headings: householdColumns.map(({ zh }) => zh),
  examples: [
    ["一区", "3", "1", "502", "业主", "姓名", "13800000000", "89.5", "2026-01-01", "是"],
    ["一区", "3", "1", "503", "", "", "", "89.5", "", "否"],
  ],
};

/** The file as csv that Excel opens in Chinese (UTF-8 with BOM). */
export function templateCsv({ headings, examples }: Template): string {
  return `\uFEFF${Papa.unparse([[...headings], ...examples.map((row) => [...row])])}\r\n`;
}

/** The file as xlsx; every column is text, so that nothing is turned into numbers. */
export async function templateXlsx({ name, headings, examples }: Template): Promise<Uint8Array> {
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(name);
  for (const row of [headings, ...examples]) sheet.addRow([...row]);
  for (let column = 1; column <= headings.length; column += 1) {
    sheet.getColumn(column).numFmt = "@";
    sheet.getColumn(column).width = 16;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

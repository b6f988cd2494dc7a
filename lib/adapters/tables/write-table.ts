import { cellText } from "../workbook/text.ts";

/** A table as xlsx; every cell is text, so that no number loses its zeros and no text becomes a formula. */
export async function tableXlsx(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(name);
  for (let column = 1; column <= headings.length; column += 1) {
    sheet.getColumn(column).numFmt = "@";
    sheet.getColumn(column).width = 16;
  }
  sheet.addRow([...headings]);
  for (const row of rows) sheet.addRow(row.map((cell) => (cell === "" ? null : cellText(cell))));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

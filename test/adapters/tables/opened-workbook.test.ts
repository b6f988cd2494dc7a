import { Workbook } from "@cj-tech-master/excelts";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readTable } from "../../../lib/adapters/tables/read-table.ts";
import { UnreadableTable } from "../../../lib/adapters/tables/unreadable-table.ts";

/** A workbook of two cells, and what is written into its sheet besides. */
async function workbook(change: (sheet: string) => string = (sheet) => sheet) {
  const book = new Workbook();
  book.addWorksheet("房产").addRows([
    ["楼栋", "房号"],
    ["12", "903"],
  ]);
  const files = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  const name = "xl/worksheets/sheet1.xml";
  const sheet = Buffer.from(files[name]!).toString("utf8");
  return { files: { ...files, [name]: strToU8(change(sheet)) }, name };
}

const packed = async (change: (sheet: string) => string) => zipSync((await workbook(change)).files);
const behindData = (more: string) => (sheet: string) => sheet.replace("</sheetData>", `</sheetData>${more}`);
const whole = { headings: ["楼栋", "房号"], rows: [expect.objectContaining({ cells: ["12", "903"] })] };

describe("a file says in a few bytes what would fill the memory", () => {
  test.each([
    ["every cell merged", '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'],
    [
      "a hundred thousand small merges",
      `<mergeCells>${Array.from({ length: 60_000 }, (_, n) => `<mergeCell ref="A${n + 3}:B${n + 3}"/>`).join("")}</mergeCells>`,
    ],
  ])("%s: refused in words", async (_, more) => {
    const read = readTable(await packed(behindData(more)));
    await expect(read).rejects.toBeInstanceOf(UnreadableTable);
    await expect(read).rejects.toThrow(/merges more than/);
  });

  test("a value in the last row of all", async () => {
    const last = '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>';
    const read = readTable(await packed((sheet) => sheet.replace("</sheetData>", last)));
    await expect(read).rejects.toThrow(/row 1048576/);
  });

  test.each([
    [
      "a drop-down list for whole columns",
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
    ],
    [
      "a colour rule for the whole sheet",
      '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>',
    ],
  ])("%s is no value, and the file is read", async (_, more) => {
    expect(await readTable(await packed(behindData(more)))).toMatchObject(whole);
  });

  test("more than forty megabytes, and headers that say less", async () => {
    const { files } = await workbook();
    const bomb = zipSync({ ...files, "xl/media/a.bin": new Uint8Array(60_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(readTable(bomb)).rejects.toThrow(/unpacks to more than/);
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 30; at += 1) {
      if (view.getUint32(at, true) === 0x04034b50 && view.getUint32(at + 22, true) === 60_000_000)
        view.setUint32(at + 22, 10, true);
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 60_000_000)
        view.setUint32(at + 24, 10, true);
    }
    await expect(readTable(lying)).rejects.toThrow(/unpacks to more than/);
  });
});

test("what Excel, WPS and others write is read as before", async () => {
  expect(await readTable(zipSync((await workbook()).files, { level: 9 }))).toMatchObject(whole);
});

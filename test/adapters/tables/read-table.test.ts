import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../lib/adapters/tables/read-table.ts";
import { readHouseholds } from "../../../lib/domain/organisation/household-file.ts";
import type { Household } from "../../../lib/domain/organisation/organisation.ts";

const headings = ["区域", "楼栋", "单元", "房号", "身份", "姓名", "电话", "建筑面积", "入住日期", "是否入住"];
const flat = ["北区", "12", "2", "903", "业主", "示例业主", "13800000005", 96.5, "2026-01-05", "是"] as const;
const at = (heading: string) => headings.indexOf(heading);

/** A file with one flat, of which some cells are something else; `change` may format them. */
async function xlsx(cells: Readonly<Record<string, unknown>>, change: (sheet: Worksheet) => void = () => {}) {
  const book = new Workbook();
  const sheet = book.addWorksheet("房产");
  sheet.addRow([...headings]);
  sheet.addRow(headings.map((heading, index) => (heading in cells ? cells[heading] : flat[index])) as never);
  change(sheet);
  return read(new Uint8Array(await book.xlsx.writeBuffer()));
}

async function read(bytes: Uint8Array) {
  const { households, faults } = readHouseholds(await readTable(bytes), "p", "2026-03-01");
  return {
    household: households[0] as Household,
    faults: faults.map(({ row, column, code }) => [row, column, code]),
  };
}

const csv = (text: string) => read(new TextEncoder().encode(text));
const columnLetter = (heading: string) => String.fromCharCode(65 + at(heading));

describe("a file is read as it is shown, or a fault names row and column", () => {
  it.each(["楼栋", "单元", "房号", "姓名", "电话"])("a date in %s is a fault", async (heading) => {
    for (const [value, format] of [
      [new Date("2026-12-02T00:00:00Z"), 'm"-"d'],
      [0.375, "h:mm"],
    ] as const) {
      const { faults } = await xlsx({ [heading]: value }, (sheet) => {
        sheet.getCell(`${columnLetter(heading)}2`).numFmt = format;
      });
      expect(faults).toEqual([[2, heading, "date-cell"]]);
    }
    expect((await csv(`${headings.join()}\n${row({ [heading]: "12月2日" })}`)).faults).toEqual([
      [2, heading, "date-cell"],
    ]);
  });

  it.each(headings)(
    "an error, an uncomputed formula and 1.38E+10 in %s are never empty or 0",
    async (heading) => {
      const cases: [unknown, string][] = [
        [{ error: "#VALUE!" }, "error-cell"],
        [{ formula: "A1+1", result: { error: "#DIV/0!" } }, "error-cell"],
        [{ formula: "A1&B1" }, "uncomputed-formula"],
        [2.5e15, "damaged-number"],
      ];
      for (const [value, code] of cases)
        expect((await xlsx({ [heading]: value })).faults).toEqual([[2, heading, code]]);
      for (const text of ["#NAME?", "######", "1.38E+10"]) {
        const code = text.startsWith("#") ? "error-cell" : "damaged-number";
        expect((await csv(`${headings.join()}\n${row({ [heading]: text })}`)).faults).toEqual([
          [2, heading, code],
        ]);
      }
    },
  );

  it("a number is what its format shows; an area is its value", async () => {
    const { household, faults } = await xlsx(
      { 楼栋: 9, 单元: 2, 房号: 508, 电话: 37166001234, 建筑面积: 120.700000000000017 },
      (sheet) => {
        sheet.getCell("B2").numFmt = '00"号楼"';
        sheet.getCell("D2").numFmt = "00000";
        sheet.getCell("G2").numFmt = "0000-00000000";
        sheet.getCell("H2").numFmt = "0";
      },
    );
    expect(faults).toEqual([]);
    expect(household).toMatchObject({
      building: "09号楼",
      unit: "2",
      room: "00508",
      phone: "0371-66001234",
      floorArea: 120.7,
    });
    const percent = await xlsx({ 建筑面积: 0.5 }, (sheet) => {
      sheet.getCell("H2").numFmt = "0%";
    });
    expect(percent.faults).toEqual([[2, "建筑面积", "damaged-number"]]);
  });

  it("whole numbers keep every digit, whatever formulas or columns did to them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 10_000_000_000, max: 19_999_999_999 }),
        async (room, phone) => {
          const { household, faults } = await xlsx({ 房号: { formula: "1", result: room }, 电话: phone });
          expect([faults, household.room, household.phone]).toEqual([[], String(room), String(phone)]);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("what nobody sees is not there", async () => {
    const { household, faults } = await xlsx({
      楼栋: "\u200b12\ufeff",
      房号: "9\u00ad03\u00a0",
      建筑面积: "９６．５",
      电话: "１３８ ００００ ０００５",
      是否入住: "\u200e是",
    });
    expect(faults).toEqual([]);
    expect(household).toMatchObject({ building: "12", room: "903", floorArea: 96.5, occupied: true });
  });

  it("a building merged over its flats is the building of each; a cell merged across columns is a fault", async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet("房产");
    sheet.addRow(["楼栋", "单元", "房号"]);
    for (const room of ["101", "102", "103"]) sheet.addRow(["7", "1", room]);
    sheet.mergeCells("A2:A4");
    const merged = readHouseholds(
      await readTable(new Uint8Array(await book.xlsx.writeBuffer())),
      "p",
      "2026-03-01",
    );
    expect(merged.households.map(({ building, room }) => [building, room])).toEqual([
      ["7", "101"],
      ["7", "102"],
      ["7", "103"],
    ]);
    sheet.mergeCells("B3:C3");
    const across = readHouseholds(
      await readTable(new Uint8Array(await book.xlsx.writeBuffer())),
      "p",
      "2026-03-01",
    );
    expect(across.faults.map(({ row: number, code }) => [number, code])).toEqual([[3, "merged-cell"]]);
  });

  it("times of the 1904 date system are times of day, and its days are days", async () => {
    const book = new Workbook();
    book.properties.date1904 = true;
    const sheet = book.addWorksheet("值班");
    sheet.addRow(["日期", "开始", "结束"]);
    sheet.addRow([
      new Date("2026-04-02T00:00:00Z"),
      new Date("1904-01-01T07:30:00Z"),
      new Date("1904-01-02T00:00:00Z"),
    ]);
    sheet.getCell("A2").numFmt = "yyyy-mm-dd";
    sheet.getCell("B2").numFmt = "h:mm";
    sheet.getCell("C2").numFmt = "[h]:mm";
    const table = await readTable(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(table.rows[0]?.cells).toEqual(["2026-04-02", "07:30", "24:00"]);
  });
});

describe("a csv of any size", () => {
  it.each([
    ["tabs", "楼栋\t房号\n12\t903\n"],
    ["semicolons", "楼栋;房号\n12;903\n"],
    ["commas in a semicolon's file", '楼栋;房号;姓名\n12;903;"甲,乙"\n'],
    ["Excel's own line", "sep=;\r\n楼栋;房号\r\n12;903\r\n"],
    ["Excel's own line behind a BOM", "\ufeffsep=|\n楼栋|房号\n12|903\n"],
    ["text kept as text", '楼栋,房号\n="12",="903"\n'],
    ["text kept as text, quoted", '楼栋,房号\n"=""12""","=""903"""\n'],
  ])("%s", async (_, text) => {
    const { household, faults } = await csv(text);
    expect(faults).toEqual([]);
    expect(household).toMatchObject({ building: "12", room: "903" });
  });

  it("counts rows as the spreadsheet does, Excel's line too, and keeps zeros", async () => {
    expect((await csv("sep=,\n楼栋,房号\n12,\n")).faults).toEqual([[3, "房号", "required"]]);
    expect((await csv('楼栋,房号\n12,="0903"\n')).household.room).toBe("0903");
  });
});

function row(cells: Readonly<Record<string, string>>): string {
  return headings.map((heading, index) => cells[heading] ?? String(flat[index])).join();
}

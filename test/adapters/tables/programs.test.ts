import { describe, expect, it } from "vitest";
import { readTable } from "../../../lib/adapters/tables/read-table.ts";
import { UnreadableTable } from "../../../lib/adapters/tables/unreadable-table.ts";
import { readLedger } from "../../../lib/domain/ledger/read-ledger.ts";
import { readHouseholds } from "../../../lib/domain/organisation/household-file.ts";
import { at, ZONE } from "../../support/builders.ts";
import { inline, type Written, workbook } from "./programs.ts";

const strings = "<si><t>楼栋</t></si><si><t>房号</t></si><si><t>3栋</t></si>";
const rows =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>101</v></c></row>';
const cells = async (of: Written) => {
  const table = await readTable(workbook(of));
  return [table.headings, ...table.rows.map((row) => row.cells)];
};
const marks = async (of: Written) =>
  (await readTable(workbook(of))).rows.map(({ marks: found = {} }) =>
    Object.values(found).map(({ kind }) => kind),
  );
const plain = [
  ["楼栋", "房号"],
  ["3栋", "101"],
];
const format = (id: number, code: string) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`;
const styled = (...ids: readonly number[]) => `<xf/>${ids.map((id) => `<xf numFmtId="${id}"/>`).join("")}`;

const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const wps = "http://www.wps.cn/officeDocument/2017/etCustomData";

describe("a workbook says the same, whichever program wrote it", () => {
  const writers: Readonly<Record<string, Written>> = {
    "Excel: attributes and paths of its own": {
      rows: rows.replace('<row r="2">', '<row r="2" spans="1:2" customHeight="1" x14ac:dyDescent="0.15">'),
      strings,
      worksheet: `xmlns:mc="${MC}" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"`,
      workbook: `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x15"><x15ac:absPath url="D:\\台账\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>`,
    },
    "Excel, strict Open XML": { rows, strings, strict: true },
    "WPS: etc attributes, a dimension that is wrong, an extension": {
      rows: rows.replace('<row r="2">', '<row r="2" etc:x="1">'),
      strings,
      worksheet: `xmlns:etc="${wps}"`,
      beforeRows:
        '<sheetPr/><dimension ref="A1"/><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/>',
      afterRows: `<autoFilter ref="A1:B2" etc:filterBottomFollowUsedRange="0"/><extLst><ext uri="{0}" xmlns:etc="${wps}"><etc:x/></ext></extLst>`,
    },
    "Open XML SDK: every element with a prefix, absolute targets": {
      rows,
      strings,
      prefix: "x:",
      absolute: true,
    },
    "packed with the folders of Windows": { rows, strings, backslashes: true },
    "exporters: inline texts, no shared strings, no places": {
      rows: inline("楼栋", "房号") + inline("3栋", "101"),
    },
    "an input method: what is spoken stands beside what is written": {
      rows,
      strings:
        '<si><t>楼栋</t><rPh sb="0" eb="1"><t>lou</t></rPh><phoneticPr fontId="1"/></si><si><r><t>房</t></r><r><rPr><b/></rPr><t xml:space="preserve">号</t></r><rPh sb="0" eb="1"><t>fang</t></rPh></si><si><t>3栋</t><phoneticPr fontId="1"/></si>',
    },
    "an input method, inline": {
      rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>楼栋</t><rPh sb="0" eb="1"><t>lou</t></rPh></is></c><c r="B1" t="inlineStr"><is><r><t>房</t></r><r><t>号</t></r><rPh sb="0" eb="1"><t>fang</t></rPh></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>3栋</t></is></c><c r="B2" t="inlineStr"><is><t>101</t></is></c></row>',
    },
    "CDATA, escapes and entities": {
      rows,
      strings:
        '<si><t><![CDATA[楼栋]]></t></si><si><t>&#25151;&#x53F7;</t></si><si><t xml:space="preserve"> 3栋_x200B_ </t></si>',
    },
    "a column that is formatted down to the last row of all": {
      rows: `${rows}<row r="1048575" ht="13"/><row r="1048576"><c r="A1048576" s="0"/></row>`,
      strings,
    },
    "a number with a link": {
      rows,
      strings,
      afterRows: '<hyperlinks><hyperlink ref="B2" location="Sheet1!A1" display="101"/></hyperlinks>',
    },
    "a cell that says it is a shared text and names none": {
      rows: rows.replace("</row><row", '<c r="C1" t="s"/></row><row'),
      strings,
    },
  };
  it.each(Object.keys(writers))("%s", async (name) => {
    const [headings = [], ...others] = await cells(writers[name]!);
    expect([headings.slice(0, 2), ...others.map((row) => row.slice(0, 2))]).toEqual(plain);
  });

  it("the first sheet that is shown counts: lists for drop-downs are often hidden before it", async () => {
    const hidden = workbook({
      rows: "",
      workbook: "",
      more: {
        "xl/workbook.xml":
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="字典" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="房产" sheetId="2" r:id="rId9"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
        "xl/worksheets/sheet2.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inline("楼栋", "房号")}${inline("3栋", "101")}</sheetData></worksheet>`,
      },
    });
    const { headings, rows: found } = await readTable(hidden);
    expect([headings, ...found.map((row) => row.cells)]).toEqual(plain);
  });
});

describe("what a cell shows", () => {
  const two = (first: string, second: string) =>
    `${rows}<row r="3"><c r="A3" ${first}</c><c r="B3" ${second}</c></row>`;

  it.each([
    [31, 46082, "2026-03-01", "date"],
    [57, 46082, "2026-03-01", "date"],
    [58, 46082, "2026-03-01", "date"],
    [27, 46082, "2026-03-01", "date"],
    [32, 0.5, "12:00", "time"],
    [14, 46082, "2026-03-01", "date"],
  ])(
    "format %i of a Chinese Excel, which the file does not write out, is a date",
    async (id, value, shown, kind) => {
      const of = { rows: two(`s="1"><v>${value}</v>`, "><v>5</v>"), strings, styles: styled(id) };
      expect((await cells(of))[2]).toEqual([shown, "5"]);
      expect((await marks(of))[1]).toEqual([kind, "number"]);
    },
  );

  it("formats of one's own: zeros, units, 年月日, a telephone's hyphens", async () => {
    const of = {
      rows: `${two('s="1"><v>101</v>', 's="2"><v>3</v>')}<row r="4"><c r="A4" s="3"><v>46082</v></c><c r="B4" s="4"><v>13800001234</v></c></row>`,
      strings,
      formats: `<numFmts count="4">${format(164, "0000")}${format(165, "0&quot;栋&quot;")}${format(166, "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@")}${format(167, "000\\-0000\\-0000")}</numFmts>`,
      styles: styled(164, 165, 166, 167),
    };
    expect((await cells(of)).slice(2)).toEqual([
      ["0101", "3栋"],
      ["2026-03-01", "138-0000-1234"],
    ]);
  });

  it("a day as ISO text, and a day of the 1904 system", async () => {
    const iso = {
      rows: two('t="d" s="1"><v>2026-03-01</v>', "><v>5</v>"),
      strings,
      strict: true,
      styles: styled(14),
    };
    expect((await cells(iso))[2]).toEqual(["2026-03-01", "5"]);
    const mac = { rows: two('s="1"><v>44620</v>', "><v>5</v>"), strings, date1904: true, styles: styled(14) };
    expect((await cells(mac))[2]).toEqual(["2026-03-01", "5"]);
  });

  it("a formula that gave an empty text is empty; one that was not computed is a fault", async () => {
    const empty = { rows: two('t="str"><f>IF(1=2,"x","")</f><v></v>', "><v>5</v>"), strings };
    expect([(await cells(empty))[2], (await marks(empty))[1]]).toEqual([["", "5"], ["number"]]);
    const never = { rows: two("><f>A1+B1</f>", "><v>5</v>"), strings };
    expect((await marks(never))[1]).toEqual(["uncomputed", "number"]);
    const shared = {
      rows: two('><f t="shared" ref="A3:A4" si="0">1+1</f><v>2</v>', 't="e"><v>#N/A</v>'),
      strings,
    };
    expect([(await cells(shared))[2], (await marks(shared))[1]]).toEqual([
      ["2", ""],
      ["number", "error"],
    ]);
  });

  it("a flat that was typed 3-1 and became 3月1日 is a fault with row and column, no flat 46082", async () => {
    const table = await readTable(
      workbook({
        rows: `${inline("楼栋", "房号")}<row r="2"><c r="A2" t="inlineStr"><is><t>3</t></is></c><c r="B2" s="1"><v>46082</v></c></row>`,
        styles: styled(58),
      }),
    );
    const { households, faults } = readHouseholds(table, "p", "2026-03-01");
    expect(households).toEqual([]);
    expect(faults).toMatchObject([{ row: 2, column: "房号", code: "date-cell" }]);
  });

  it("the ledger's day, as a Chinese Excel keeps it, is that day", async () => {
    const names = [
      "编号",
      "日期",
      "投诉人",
      "联系方式",
      "项目",
      "区域",
      "楼栋",
      "单元",
      "房间号",
      "投诉来源",
      "投诉分类",
      "投诉内容",
    ];
    const table = await readTable(
      workbook({
        rows: `${inline(...names)}<row r="2"><c r="A2"><v>466</v></c><c r="B2" s="1"><v>45934</v></c>${["王先生", "13800000001", "示例一期", "一期", "32", "5", "0103", "呼叫中心", "销售管理", "洗车卡过期"].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`,
        styles: styled(58),
      }),
    );
    const projects = [{ id: "lake", name: "示例一期", timeZone: ZONE }];
    const { entries, faults } = readLedger(table, { projects, now: at("2026-03-02 10:00") });
    expect(faults).toEqual([]);
    expect(entries).toMatchObject([
      { number: "466", receivedAt: at("2025-10-04 00:00"), location: { building: "32", room: "0103" } },
    ]);
  });
});

describe("a file that is no table says what it is, in two languages", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ["an old xls, or a password", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /xls/, /xls/],
    ["a web page named xls", bytes('\uFEFF<html xmlns:x="urn:x"><table>'), /网页/, /web page/],
    ["XML of 2003", bytes('<?xml version="1.0"?><Workbook/>'), /XML/, /XML/],
    ["a PDF", bytes("%PDF-1.7\n"), /PDF/, /PDF/],
    ["nothing", new Uint8Array(), /空/, /empty/],
    ["half a workbook", workbook({ rows, strings }).slice(0, 900), /损坏/, /damaged/],
    ["OpenDocument", workbook({ rows, more: { "content.xml": "<x/>" } }), /OpenDocument/, /OpenDocument/],
    ["xlsb", workbook({ rows, more: { "xl/workbook.bin": "" } }), /xlsb/, /xlsb/],
  ])("%s", async (_, file, zh, en) => {
    const error: unknown = await readTable(file).catch((thrown: unknown) => thrown);
    if (!(error instanceof UnreadableTable)) throw new Error(`read: ${JSON.stringify(error)}`);
    expect(error.reason.zh).toMatch(zh);
    expect(error.reason.en).toMatch(en);
  });

  it("texts of Excel: Unicode with tabs, GB18030 with tabs, line ends of any system", async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from("楼栋\t房号\r\n3栋\t101\r\n", "utf16le"),
    ]);
    const gbk = [
      0xc2, 0xa5, 0xb6, 0xb0, 9, 0xb7, 0xbf, 0xba, 0xc5, 13, 10, 0x33, 0xb6, 0xb0, 9, 0x31, 0x30, 0x31,
    ];
    for (const file of [
      utf16,
      new Uint8Array(gbk),
      bytes("楼栋,房号\r3栋,101\r"),
      bytes("sep=;\r\n楼栋;房号\r\n3栋;101"),
    ]) {
      const { headings, rows: found } = await readTable(file);
      expect([headings, ...found.map((row) => row.cells)]).toEqual(plain);
    }
  });
});

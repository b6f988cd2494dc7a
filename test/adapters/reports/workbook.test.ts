import { Workbook } from "@cj-tech-master/excelts";
import { installFormulaEngine } from "@cj-tech-master/excelts/formula";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { buildMonthlyWorkbook } from "../../../lib/adapters/workbook/index.ts";
import type { MonthlyWorkbookInput } from "../../../lib/app/ports/workbook-input.ts";
import { entry, rowsOf, sampleInput, sampleWorkbooks } from "./sample.ts";

async function open(more: Partial<MonthlyWorkbookInput> = {}): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(await buildMonthlyWorkbook(sampleInput(more)));
  return workbook;
}

const sheetOf = (workbook: Workbook, name: string) => workbook.getWorksheet(name)!;
const names = (workbook: Workbook) => workbook.worksheets.map((sheet) => sheet.name);
const shown = (value: unknown) =>
  typeof value === "object" && value !== null && "result" in value ? value.result : value;

describe("the month's workbook", () => {
  it("holds the company's statistics, every view, the ledger, and the statistics of each project", async () => {
    expect(names(await open()).join(" ")).toBe(
      "公司 分类统计 分类交叉 投诉点 人机料法环 业务强弱项 对比 趋势 政府转办 政府工单 突发事件 突发事件清单 整改 项目与分类分析 时限分析 积压分析 督办分析 时段分析 区域分析 城市公司分析 项目分析 部门分析 处理人分析 外包单位分析 楼栋分析 投诉来源分析 口径说明 台账 明细 森林湖 翠湖苑项目",
    );
  });

  it("of one project holds the same about that project", async () => {
    const workbook = new Workbook();
    const { input } = sampleWorkbooks().find(({ projectId }) => projectId === "p2")!;
    await workbook.xlsx.load(await buildMonthlyWorkbook(input));
    expect(names(workbook).join(" ")).toBe(
      "统计报表 分类统计 分类交叉 投诉点 人机料法环 业务强弱项 对比 趋势 政府转办 政府工单 突发事件 突发事件清单 整改 时限分析 积压分析 督办分析 时段分析 部门分析 处理人分析 外包单位分析 楼栋分析 投诉来源分析 口径说明 台账 明细",
    );
    expect(sheetOf(workbook, "统计报表").getCell("A1").value).toContain("示例地产翠湖苑项目 2026年3月");
    expect(shown(sheetOf(workbook, "统计报表").getCell("P11").value)).toBe(3);
  });

  it("of D1 alone names no complaint, no person and no other sheet, and is the same file for the same input", async () => {
    const levels = [{ name: "区域 east", rows: rowsOf("p1") }];
    const first = await buildMonthlyWorkbook(sampleInput({ levels }), "statistics");
    const workbook = new Workbook();
    await workbook.xlsx.load(first);
    expect(names(workbook).join(",")).toBe("公司,区域 east,森林湖,翠湖苑项目");
    expect(shown(sheetOf(workbook, "公司").getCell("B11").value)).toBe(
      shown(sheetOf(await open(), "公司").getCell("B11").value),
    );
    vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const again = await buildMonthlyWorkbook(sampleInput({ levels }), "statistics");
    expect(Buffer.from(again).equals(first)).toBe(true);
  });

  it("is the same file for the same input, and its created date is the time it was made", async () => {
    const first = await buildMonthlyWorkbook(sampleInput());
    vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    expect(Buffer.from(await buildMonthlyWorkbook(sampleInput())).equals(first)).toBe(true);
    expect((await open()).created).toEqual(new Date("2026-03-31T18:00:00Z"));
  });

  it("gives every project a sheet that Excel can open, however it is called", async () => {
    const long = "很".repeat(40);
    const projects = [
      "台账",
      "a/b[c]:*?\\d",
      "A/B[C]:*?\\D",
      long,
      `${long}二`,
      "'王'氏'",
      "  ",
      "History",
      `${"x".repeat(30)}😀`,
    ];
    const workbook = await open({ projects: projects.map((name) => ({ name, rows: rowsOf("p1") })) });
    expect(names(workbook).slice(29)).toEqual([
      "台账(2)",
      "a_b_c_____d",
      "A_B_C_____D(2)",
      "很".repeat(31),
      `${"很".repeat(28)}(2)`,
      "王'氏",
      "未命名",
      "History(2)",
      "x".repeat(30),
    ]);
  });

  it("lists what it corrects, in words, and says its edition on every page", async () => {
    const line = {
      project: "森林湖",
      projectId: "p1",
      number: "466",
      what: "完成",
      from: null,
      to: "2026-03-05 10:00",
    };
    const workbook = await open({ edition: 2, stage: "rebuilt", changes: { of: 1, lines: [line] } });
    const sheet = sheetOf(workbook, "更正");
    expect(sheet.getCell("A2").text).toContain("与第1版相比");
    expect(["A4", "B4", "C4", "E4"].map((cell) => sheet.getCell(cell).value)).toEqual([
      "森林湖",
      "466",
      "完成",
      "2026-03-05 10:00",
    ]);
    for (const one of workbook.worksheets) {
      let told = one.headerFooter.oddHeader ?? "";
      one.eachRow((row) =>
        row.eachCell((cell) => (told += typeof cell.value === "string" ? cell.value : "")),
      );
      expect(`${one.name} ${told}`).toContain("第2版");
    }
  });

  it("never issues a sheet that contradicts itself", async () => {
    const companyRows = rowsOf().map((row) => (row.name === "工程质量" ? { ...row, B: row.B + 1 } : row));
    await expect(buildMonthlyWorkbook(sampleInput({ companyRows }))).rejects.toThrow(/公司.*B of 汇总/);
  });
});

describe("a D1 sheet", () => {
  it("says whose month it is and until when; a cut-off at midnight is the end of the day before", async () => {
    const title = async (name: string, more = {}) => sheetOf(await open(more), name).getCell("A1").value;
    expect(await title("公司")).toBe("示例地产 2026年3月客户投诉处理统计报表（截止到3月31日）");
    expect(await title("森林湖")).toBe("示例地产森林湖项目 2026年3月客户投诉处理统计报表（截止到3月31日）");
    expect(await title("翠湖苑项目", { asOf: "2027-01-05T12:00:00+08:00" })).toBe(
      "示例地产翠湖苑项目 2026年3月客户投诉处理统计报表（截止到2027年1月5日）",
    );
    const lacking = { missing: ["翠湖苑", "湖畔"], span: { from: "2026-03-01", to: "2026-03-10" } };
    expect(sheetOf(await open(lacking), "公司").getCell("A12").value).toMatch(
      /^统计期间：2026年3月1日至2026年3月10日　.*　未计入：翠湖苑、湖畔$/,
    );
    const company = sheetOf(await open({ startDay: 26, asOf: "2026-03-26T09:05:00+08:00" }), "公司");
    expect(company.getCell("A12").value).toBe(
      "统计期间：2026年2月26日至2026年3月25日　截止：2026年3月26日 09:05（北京时间）",
    );
    expect(company.getCell("O12").value).toBe("制表时间：2026年4月1日 02:00");
  });

  it("has the source's two-level header over the columns A–U", async () => {
    const sheet = sheetOf(await open(), "公司");
    const text = (cell: string) => sheet.getCell(cell).text.replaceAll("\n", "");
    expect("ABCDGJKP".split("").map((column) => text(`${column}2`))).toEqual([
      "分类",
      "本月新增任务（新增绝对数）",
      "本月任务（新增需当月完成的+遗留到本月完成的+非本月任务但提前完成的）",
      "本月任务完成量",
      "本月任务完成率",
      "年度任务",
      "年度任务完成情况分析",
      "全项目任务完成情况分析",
    ]);
    expect("DEFGHIJKLMNOPQRSTU".split("").map((column) => text(`${column}3`))).toEqual([
      "按时完成量（含提前完成）",
      "超时完成量",
      "小计",
      "按时完成率（含提前完成）（D/C）",
      "超时完成率（E/C）",
      "小计",
      "总量（新增量+遗留量）",
      "按时完成量（含提前完成）",
      "年度按时完成率（K/J）",
      "超期完成量",
      "小计",
      "年度投诉完成率（（K+M）/J）",
      "任务总量（本项目全部投诉任务）",
      "按时完成量（含提前完成）",
      "按时完成率（Q/P）",
      "超期完成量",
      "小计",
      "总任务完成率（（Q+S）/P）",
    ]);
    const merged = "A1:U1 A2:A3 B2:B3 C2:C3 D2:F2 G2:I2 K2:O2 P2:U2 A12:N12 O12:U12".split(" ");
    expect(sheet.model.mergeCells?.toSorted()).toEqual(merged.toSorted());
  });

  it("shows the figures of the eight rows, a dash where there is nothing to divide by", async () => {
    const workbook = await open();
    for (const [name, rows] of [
      ["公司", rowsOf()],
      ["森林湖", rowsOf("p1")],
      ["翠湖苑项目", rowsOf("p2")],
    ] as const) {
      const sheet = sheetOf(workbook, name);
      for (const [index, row] of rows.entries()) {
        const cells = "BCDEFGHIJKLMNOPQRSTU"
          .split("")
          .map((letter) => shown(sheet.getCell(`${letter}${index + 4}`).value));
        const { name: label, ...figures } = row;
        expect(sheet.getCell(`A${index + 4}`).value).toBe(label);
        expect(cells).toEqual(Object.values(figures).map((figure) => figure ?? "–"));
      }
    }
  });

  it("carries in every live formula what a calculation gives: totals, subtotals and rates", async () => {
    const workbook = await open();
    const formulas = ["公司", "森林湖", "翠湖苑项目"].flatMap((name) =>
      Array.from({ length: 8 }, (_, index) => index + 4).flatMap((row) =>
        "BCDEFGHIJKLMNOPQRSTU".split("").map((column) => sheetOf(workbook, name).getCell(`${column}${row}`)),
      ),
    );
    const live = formulas.filter((cell) => cell.formula);
    // Ten calculated columns in each class, all twenty in the total.
    expect(live).toHaveLength(3 * (7 * 10 + 20));
    const rounded = () =>
      live.map(({ result }) => (typeof result === "number" ? result.toFixed(12) : result));
    const cached = rounded();
    for (const cell of live) cell.value = { formula: cell.formula! };
    expect(rounded().filter((result) => result !== undefined)).toEqual([]);
    installFormulaEngine();
    workbook.calculateFormulas();
    expect(rounded()).toEqual(cached);
    expect(sheetOf(workbook, "公司").getCell("O4").formula).toBe('IF(J4=0,"–",(K4+M4)/J4)');
    expect(sheetOf(workbook, "公司").getCell("C11").formula).toBe("SUM(C4:C10)");
  });

  it("shows both figures where cases are contested: D1 without those upheld above D1 as counted, each live", async () => {
    const line = { projectId: "p1", project: "森林湖", number: "466", reason: "非我方责任" } as const;
    const lines = [{ ...line, text: "=开发商保修", ruling: "成立", rulingText: null } as const];
    const workbook = await open({ ruled: { lines, rows: rowsOf("p2") } });
    expect(names(workbook).slice(0, 4)).toEqual(["公司", "裁定后", "异议", "分类统计"]);
    const sheet = sheetOf(workbook, "裁定后");
    expect(sheet.getCell("A12").value).toBe("异议裁定前");
    for (const [row, rows] of [
      [11, rowsOf("p2")],
      [20, rowsOf()],
    ] as const) {
      expect(sheet.getCell(`B${row}`).formula).toBe(`SUM(B${row - 7}:B${row - 1})`);
      for (const column of ["B", "C", "G", "J", "O", "P", "U"] as const)
        expect(shown(sheet.getCell(`${column}${row}`).value)).toBe(rows.at(-1)?.[column] ?? "–");
    }
    const live = [11, 20].flatMap((row) =>
      "BCDEFGHIJKLMNOPQRSTU".split("").map((at) => sheet.getCell(`${at}${row}`)),
    );
    const cached = live.map(({ result }) => result);
    for (const cell of live) cell.value = { formula: cell.formula! };
    installFormulaEngine();
    workbook.calculateFormulas();
    expect(live.map(({ result }) => result)).toEqual(cached);
    const contest = sheetOf(workbook, "异议");
    expect("ABCDE".split("").map((at) => contest.getCell(`${at}4`).value)).toEqual([
      "森林湖",
      "466",
      "非我方责任",
      "=开发商保修",
      "成立",
    ]);
    expect(contest.getCell("D4").formula).toBeUndefined();
  });

  it("prints on one page's width of A4 landscape, repeats its head, and keeps it in sight", async () => {
    const sheet = sheetOf(await open(), "森林湖");
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:3",
    });
    expect(sheet.views?.at(0)).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 3 });
    expect([sheet.getCell("B4").numFmt, sheet.getCell("G4").numFmt]).toEqual(["0", "0.0%"]);
    expect(sheet.getCell("U11").border?.bottom?.style).toBe("thin");
  });
});

describe("the ledger (D10)", () => {
  const matters = (workbook: Workbook, count: number) =>
    Array.from({ length: count }, (_, index) => sheetOf(workbook, "台账").getCell(`L${index + 2}`));

  it("has the twelve columns, the local date of receipt, and texts as they are", async () => {
    const sheet = sheetOf(await open(), "台账");
    const row = (at: number) =>
      Array.from({ length: 12 }, (_, index) => sheet.getRow(at).getCell(index + 1).value);
    expect(row(1)).toEqual(
      "编号 日期 投诉人 联系方式 项目 区域 楼栋 单元 房间号 投诉来源 投诉分类 投诉内容".split(" "),
    );
    // 16:30 UTC on the 4th is half past midnight on the 5th in Shanghai.
    const date = new Date("2026-03-05T00:00:00Z");
    expect(row(2).slice(0, 6)).toEqual(["466", date, "王先生", "138****0000", "郑州·森林湖", "一期"]);
    expect(row(2).slice(6)).toEqual(["32", null, "503", "呼叫中心", "销售管理", entry.matter]);
    expect(sheet.autoFilter).toBe("A1:Y2");
    expect(sheet.views?.at(0)).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.pageSetup).toMatchObject({
      printTitlesRow: "1:1",
      orientation: "landscape",
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet.getCell("L2").alignment?.wrapText).toBe(true);
  });

  it("what a customer writes stays a text: shown unchanged, never a formula, also when it is retyped", async () => {
    const texts = [
      "=1+1",
      '=HYPERLINK("http://example.com","点我")',
      "+86 138 0000 0000",
      "-5 度",
      "@SUM(A1:A9)",
      "\t=1+1",
      "'=1+1",
      "_x0041_ <b>&amp;",
      "  两边空格  ",
      "第一行\n第二行 😀",
      "00123",
    ];
    const workbook = await open({ ledger: texts.map((matter) => ({ ...entry, matter })) });
    const cells = matters(workbook, texts.length);
    expect(cells.map((cell) => cell.value)).toEqual(texts);
    for (const cell of cells) expect([cell.formula, cell.numFmt]).toEqual([undefined, "@"]);
  });

  it("leaves out what would make the file unreadable, and unifies line ends", async () => {
    const texts = ["a\u0000b\u0007c\u001Bd\uFFFEe\uFFFF", "半\uD800个", "一\r\n二\r三"];
    const workbook = await open({ ledger: texts.map((matter) => ({ ...entry, matter })) });
    expect(matters(workbook, 3).map((cell) => cell.value)).toEqual(["abcde", "半个", "一\n二\n三"]);
  });

  it("makes rows as tall as their wrapped text needs", async () => {
    const ledger = ["短", "很长的内容".repeat(40), "内\n容\n三"].map((matter) => ({ ...entry, matter }));
    const sheet = sheetOf(await open({ ledger }), "台账");
    // 400 half-width units in a column of 56: eight lines.
    expect([2, 3, 4].map((row) => sheet.getRow(row).height)).toEqual([20, 8 * 15 + 5, 3 * 15 + 5]);
  });

  it("shows the beginning of a text that no row is tall enough for", async () => {
    const ledger = ["很长".repeat(2000), "短"].map((matter) => ({ ...entry, matter }));
    const sheet = sheetOf(await open({ ledger }), "台账");
    expect(
      [2, 3].map((row) => [sheet.getRow(row).height, sheet.getCell(`L${row}`).alignment?.vertical]),
    ).toEqual([
      [409, "top"],
      [20, "middle"],
    ]);
  });

  it("is read page by page, and is still a ledger when the month had no complaint", async () => {
    async function* pages() {
      for (let number = 1; number <= 2_500; number += 1)
        yield { ...entry, number: `W${String(number).padStart(3, "0")}` };
    }
    const sheet = sheetOf(await open({ ledger: pages() }), "台账");
    expect([sheet.rowCount, sheet.getCell("A2501").value, sheet.autoFilter]).toEqual([
      2501,
      "W2500",
      "A1:Y2501",
    ]);
    const empty = sheetOf(await open({ ledger: [] }), "台账");
    expect([empty.rowCount, empty.autoFilter]).toEqual([2, "A1:Y1"]);
    expect(empty.getCell("A2").value).toBe("本期没有记录");
  });

  it("says above every page whose it is and until when, whatever the project is called", async () => {
    const [, { input }] = sampleWorkbooks() as [unknown, { input: MonthlyWorkbookInput }];
    const workbook = new Workbook();
    await workbook.xlsx.load(await buildMonthlyWorkbook({ ...input, project: "A&B\n花园" }));
    expect(sheetOf(workbook, "台账").headerFooter?.oddHeader).toBe(
      "&C示例地产A&&B 花园 2026年3月客户投诉处理台账（截止到3月31日）",
    );
  });
});

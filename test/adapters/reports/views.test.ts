import { type Cell, Workbook } from "@cj-tech-master/excelts";
import { unzip } from "@cj-tech-master/excelts/archive";
import { installFormulaEngine } from "@cj-tech-master/excelts/formula";
import { describe, expect, it } from "vitest";
import { buildMonthlyWorkbook } from "../../../lib/adapters/workbook/index.ts";
import { monthlyWorkbooks } from "../../../lib/app/reports/files/workbooks.ts";
import { sampleInput, sampleWorkbooks } from "./sample.ts";

const emptyPart = { cases: [], ledger: [], emergencies: [], actions: [], stories: [] };

const file = await buildMonthlyWorkbook(sampleInput());

async function open(body: Uint8Array = file): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(body);
  return workbook;
}

/** What a sheet shows from row 3 on, the header first; cells without a value are empty. */
function shown(workbook: Workbook, name: string, from = 3): string[][] {
  const rows: string[][] = [];
  workbook.getWorksheet(name)!.eachRow((row, at) => {
    if (at < from) return;
    const cells: string[] = [];
    for (let column = 1; column <= row.cellCount; column += 1) cells.push(textOf(row.getCell(column)));
    rows.push(cells);
  });
  return rows;
}

function textOf({ value }: Cell): string {
  const plain = typeof value === "object" && value !== null && "result" in value ? value.result : value;
  if (plain instanceof Date) return plain.toISOString().slice(0, 16);
  if (plain === null || plain === undefined) return "";
  return typeof plain === "object" ? JSON.stringify(plain) : String(plain);
}

function formulaCells(workbook: Workbook): Cell[] {
  const cells: Cell[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) cells.push(cell);
      });
    });
  }
  return cells;
}

describe("every live formula of every sheet", () => {
  it.each(["company", "p1", "p2"])("carries what a calculation gives (%s)", async (whose) => {
    const { input } = sampleWorkbooks().find(({ projectId = "company" }) => projectId === whose)!;
    const workbook = await open(await buildMonthlyWorkbook(input));
    const live = formulaCells(workbook);
    expect(live.length).toBeGreaterThan(300);
    const results = () => live.map(({ result }) => (typeof result === "number" ? result.toFixed(9) : result));
    const cached = results();
    for (const cell of live) cell.value = { formula: cell.formula! };
    expect(results().filter((result) => result !== undefined)).toEqual([]);
    installFormulaEngine();
    workbook.calculateFormulas();
    expect(results()).toEqual(cached);
  });

  it("is one of ours: nothing that people wrote became one", async () => {
    const allowed = /^(?:IF|SUM|SUMIFS|COUNTIFS|SUBTOTAL)\(|^\(?[A-Z]+\d+[-+]|^\([A-Z]+\d+\)\//;
    const formulas = formulaCells(await open()).map(({ formula }) => formula ?? "");
    expect(formulas.filter((formula) => !allowed.test(formula))).toEqual([]);
    const workbook = await open();
    expect(shown(workbook, "政府转办")[1]?.[0]).toBe("=12345");
    expect(shown(workbook, "突发事件清单")[1]?.[5]).toBe("=地下车库");
    expect(shown(workbook, "整改")[1]?.[3]).toBe("=1+1");
  });
});

describe("the sheets of the views", () => {
  it("分类统计: complaints by class × level, validity and channel; opinions apart; the flow above them", async () => {
    const workbook = await open();
    expect(workbook.getWorksheet("分类统计")!.getCell("A2").text).toContain(
      "本期受理投诉 4 = 已完成 2 + 未完成 1 + 无效 1 + 其余撤销/转出/合并 0",
    );
    const [header = [], ...rows] = shown(workbook, "分类统计");
    const at = (row: string[], name: string) => row[header.indexOf(name)];
    const total = rows.find(([kind, name]) => kind === "投诉" && name === "小计")!;
    expect(
      ["合计", "C", "未定", "有效", "无效", "呼叫中心", "微信", "政府转办"].map((name) => at(total, name)),
    ).toEqual(["4", "1", "3", "3", "1", "2", "1", "1"]);
    const opinions = rows.filter(([kind]) => kind === "意见/咨询");
    expect(opinions.map((row) => [row[1], at(row, "E"), at(row, "未判定")])).toEqual([
      ["未分类", "1", "1"],
      ["小计", "1", "1"],
    ]);
  });

  it("投诉点 (D8): by frequency with shares, the unclassified last", async () => {
    const rows = shown(await open(), "投诉点").slice(1, -1);
    expect(rows.map((row) => row.slice(0, 7).concat(row.slice(8, 10)))).toEqual([
      ["1", "1.7.2", "工程质量", "地产相关", "地产相关", "1", String(1 / 3), "0", "1"],
      ["2", "1.7.4", "营销管理", "地产相关", "地产相关", "1", String(1 / 3), "0", "1"],
      ["3", "", "未分类", "未分类", "基础服务", "1", String(1 / 3), "1", "0"],
      ["汇总", "", "", "", "", "3", "", "1", "2"],
    ]);
  });

  it("人机料法环 (D15): the cause where it is known, 未定 for the rest", async () => {
    const rows = shown(await open(), "人机料法环");
    const sum = (detail: string) => rows.find((row) => row[1] === detail)?.[10];
    expect([sum("服务态度"), sum("服务技能"), sum("尚未分析")]).toEqual(["1", "0", "2"]);
  });

  it("政府转办: 按时回复率, 响应率, 解决率, 满意率; a dash where nobody was rated", async () => {
    const [head = [], row = [], total] = shown(await open(), "政府转办");
    const under = (...names: string[]) => names.map((name) => row[head.indexOf(name)]);
    expect(row[0]).toBe("=12345");
    expect(under("本期接收", "剔除合计", "计入", "按时回复", "退回重办", "本期平台评价")).toEqual([
      "1",
      "0",
      "1",
      "1",
      "1",
      "1",
    ]);
    expect(under("按时回复率", "响应率", "解决率", "满意率")).toEqual(["1", "1", "0", "–"]);
    expect(total?.slice(1)).toEqual(row.slice(1));
  });

  it("政府工单: the raw tickets, their numbers as texts", async () => {
    const [head = [], row = []] = shown(await open(), "政府工单");
    const under = (...names: string[]) => names.map((name) => row[head.indexOf(name)]);
    expect(under("转办平台", "工单号", "退回重办次数", "响应", "解决", "满意", "剔除")).toEqual([
      "=12345",
      "=20260402-7",
      "1",
      "是",
      "否",
      "未评价",
      "",
    ]);
  });

  it("对比 (D15): rates per thousand households or 10,000 m²; no rank with so few complaints", async () => {
    const rows = shown(await open(), "对比").slice(1, 3);
    const figures = rows.map((row) => [row[0], row[2], row[12], row[13], row[14], row[15]]);
    expect(figures).toEqual([
      ["翠湖苑项目", "10万㎡以下", "万㎡", "0.125", "0", "–"],
      ["森林湖", "10万㎡以上", "千户", "2", "0", "–"],
    ]);
  });

  it("突发事件 (D7): prevented ones too, with injury and loss", async () => {
    const workbook = await open();
    const fires = shown(workbook, "突发事件").find(([category]) => category === "安全管理·消防");
    expect(fires).toEqual(["安全管理·消防", "0", "1", "1", "0", "1", "1200.5"]);
    const [, event = []] = shown(workbook, "突发事件清单");
    // What goes to others than its own project names the department alone.
    expect([event[2], event[4], event[11], event[12], event[15]]).toEqual([
      "成功防止",
      "2026-03-09T06:05",
      "",
      "",
      "处理中",
    ]);
  });

  it("明细: filtering opens each figure of D1; the sums above are 汇总", async () => {
    const workbook = await open();
    const [sums = [], header = [], ...rows] = shown(workbook, "明细");
    const company = workbook.getWorksheet("公司")!;
    for (const letter of "BCDEJKMPQS".split("")) {
      const column = header.indexOf(letter);
      expect(sums[column]).toBe(textOf(company.getCell(`${letter}11`)));
      expect(rows.filter((row) => row[column] === "1")).toHaveLength(Number(sums[column]));
    }
    // The invalid one and the opinion of March are there, and counted nowhere.
    expect(rows).toHaveLength(7);
    expect(workbook.getWorksheet("明细")!.autoFilter).toBe("A4:AA11");
  });

  it("趋势 (D15): thirteen months and two native charts with their values", async () => {
    const rows = shown(await open(), "趋势").slice(1, 14);
    expect([rows[0]?.[0], rows[12]?.[0], rows[12]?.[1], rows[12]?.[5]]).toEqual([
      "2025-03",
      "2026-03",
      "3",
      String(2 / 3),
    ]);
    const parts = new Map<string, string>();
    for await (const entry of unzip(file).entries()) {
      parts.set(entry.path, new TextDecoder().decode(await entry.bytes()));
    }
    expect(parts.get("xl/charts/chart1.xml")).toContain("<c:barChart>");
    expect(parts.get("xl/charts/chart2.xml")).toContain("<c:lineChart>");
    expect(parts.get("xl/charts/chart1.xml")).toContain("$B$4:$B$16");
    const sheet = [...parts].find(([, xml]) => xml.includes("<drawing xmlns:r="))?.[0] ?? "";
    expect(parts.get(sheet.replace("worksheets/", "worksheets/_rels/").concat(".rels"))).toContain(
      "drawing1.xml",
    );
    expect(parts.get("[Content_Types].xml")).toContain("/xl/drawings/drawing1.xml");
  });

  it("a month of nothing says so in words on every list, and its totals are still live", async () => {
    const part = { projectId: "p3", name: "空", type: "大厦", floorArea: 1, ...emptyPart } as const;
    const [company] = monthlyWorkbooks(sampleInput(), [part]);
    const workbook = await open(await buildMonthlyWorkbook(company!.input));
    for (const name of ["分类交叉", "投诉点", "政府转办", "突发事件清单", "整改", "台账", "明细"]) {
      const words = shown(workbook, name, 1).filter(([first]) => first === "本期没有记录");
      expect([name, words.length]).toEqual([name, 1]);
    }
    expect(workbook.getWorksheet("投诉点")!.getCell("F5").formula).toBe("SUM(F4:F4)");
  });

  it("every sheet prints on A4 landscape with its head repeated, and filters", async () => {
    for (const sheet of (await open()).worksheets) {
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape" });
      expect(sheet.pageSetup.printTitlesRow).toMatch(/^\d:\d$/);
      expect(sheet.views?.at(0)).toMatchObject({ state: "frozen" });
    }
  });

  it("nothing is printed smaller than seven points; what is too wide for a page goes on, behind its first columns", async () => {
    const split: string[] = [];
    for (const sheet of (await open()).worksheets) {
      const { fitToPage, scale, printTitlesColumn } = sheet.pageSetup;
      const pixels = sheet.columns.map(({ width = 9 }) => Math.trunc(width * 7 + 5));
      // 27.7 cm between the margins, in pixels of a 96th of an inch.
      const fitting = Math.min(1, 1_047 / pixels.reduce((sum, one) => sum + one, 0));
      let smallest = Number.POSITIVE_INFINITY;
      sheet.eachRow((row) =>
        row.eachCell(({ font, value }) => {
          if (value !== null) smallest = Math.min(smallest, font?.size ?? 10);
        }),
      );
      const printed = smallest * (fitToPage ? fitting : (scale ?? 100) / 100);
      expect([sheet.name, printed >= 7 ? "read" : printed]).toEqual([sheet.name, "read"]);
      if (printTitlesColumn !== undefined) split.push(`${sheet.name} ${printTitlesColumn}`);
    }
    expect(split).toEqual(["政府转办 A:A", "台账 A:A", "明细 A:B"]);
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentOf, momentText } from "../../../lib/domain/ledger/moment.ts";
import { readLedger } from "../../../lib/domain/ledger/read-ledger.ts";
import type { TextTable } from "../../../lib/domain/organisation/table.ts";
import { at, ZONE } from "../../support/builders.ts";

const twelve = [
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
const projects = [{ id: "lake", name: "森林湖", timeZone: ZONE }];
const now = at("2026-03-02 10:00");

const usual: Readonly<Record<string, string>> = {
  编号: "466",
  日期: "2024/5/6",
  投诉人: "业主甲",
  联系方式: "13800000001",
  项目: "森林湖",
  楼栋: "3",
  房间号: "502",
  投诉来源: "呼叫中心",
  投诉分类: "物业服务",
  投诉内容: "楼道灯不亮",
};

function ledger(rows: readonly Readonly<Record<string, string>>[], more: readonly string[] = []): TextTable {
  const headings = [...twelve, ...more];
  return {
    headings,
    rows: rows.map((row, index) => ({
      number: index + 2,
      cells: headings.map((heading) => row[heading] ?? ""),
    })),
  };
}

const read = (table: TextTable) => readLedger(table, { projects, now });
const one = (more: Readonly<Record<string, string>>, extra: readonly string[] = []) =>
  read(ledger([{ ...usual, ...more }], extra));
const faults = (more: Readonly<Record<string, string>>, extra: readonly string[] = []) =>
  one(more, extra).faults.map(({ column, code }) => [column, code]);

describe("D10's twelve columns", () => {
  test("are read as they stand; the class of D1 is kept where no problem point is named", () => {
    const { entries, faults: none, ignored } = one({});
    expect(none).toEqual([]);
    expect(ignored).toEqual([]);
    expect(entries).toEqual([
      {
        row: 2,
        number: "466",
        running: 466,
        channel: "phone",
        projectId: "lake",
        receivedAt: at("2024-05-06 00:00"),
        recordKind: "complaint",
        anonymous: false,
        name: "业主甲",
        phone: "13800000001",
        location: { building: "3", room: "502" },
        matter: "楼道灯不亮",
        historical: { completedAt: at("2024-05-06 00:00"), estateClass: "物业服务" },
      },
    ]);
  });

  test.each([
    ["呼叫中心", "7", "phone", "007"],
    ["电话", "0469", "phone", "469"],
    ["其他部门转达", "Q001", "relay", "Q001"],
    ["微信", "w12", "wechat", "W012"],
    ["论坛监控", "Ｌ００３", "forum", "L003"],
    ["邮箱", "E1000", "email", "E1000"],
    ["12345", "G002", "government", "G002"],
  ])("source %s with number %s", (source, typed, channel, number) => {
    expect(one({ 投诉来源: source, 编号: typed }).entries).toMatchObject([{ channel, number }]);
  });

  test.each([
    ["a prefix of another source", { 编号: "Q001" }, [["编号", "bad-format"]]],
    ["no number", { 编号: "无" }, [["编号", "bad-format"]]],
    ["number nought", { 编号: "000" }, [["编号", "bad-format"]]],
    ["an unknown source", { 投诉来源: "电报" }, [["投诉来源", "unknown-source"]]],
    ["an unknown project", { 项目: "别处" }, [["项目", "unknown-project"]]],
    ["tomorrow", { 日期: "2026-03-03" }, [["日期", "out-of-range"]]],
    ["the last century", { 日期: "1999-12-31" }, [["日期", "out-of-range"]]],
    ["no day", { 日期: "2026-02-30" }, [["日期", "bad-format"]]],
    ["an empty matter", { 投诉内容: "" }, [["投诉内容", "required"]]],
  ])("%s is a fault of its row and column", (_, more, wanted) => {
    expect(faults(more)).toEqual(wanted);
  });

  test("faulty rows keep nobody else out; the same number twice is a fault", () => {
    const { entries, faults: found } = read(
      ledger([usual, { ...usual, 项目: "别处", 编号: "467" }, usual, { ...usual, 编号: "468" }]),
    );
    expect(entries.map(({ number }) => number)).toEqual(["466", "468"]);
    expect(found.map(({ row, code }) => [row, code])).toEqual([
      [3, "unknown-project"],
      [4, "double-row"],
    ]);
  });

  test("a title above the headings, and columns of one's own, are no hindrance", () => {
    const table = ledger([usual], ["备注"]);
    const titled: TextTable = {
      headings: ["客户投诉处理台账", "", ""],
      rows: [{ number: 2, cells: table.headings }, ...table.rows.map((row) => ({ ...row, number: 3 }))],
    };
    const { entries, faults: none, ignored } = read(titled);
    expect(none).toEqual([]);
    expect(entries).toMatchObject([{ row: 3, number: "466" }]);
    expect(ignored).toEqual(["备注"]);
  });

  test("a missing column is told by name", () => {
    const table = ledger([usual]);
    const headings = table.headings.map((heading) => (heading === "投诉来源" ? "" : heading));
    expect(read({ ...table, headings }).faults).toMatchObject([
      { column: "投诉来源", code: "missing-column" },
    ]);
  });

  test("匿名 is anonymous; a masked or unreadable contact is none; phone and address stand beside each other", () => {
    expect(one({ 投诉人: "匿名" }).entries[0]).not.toHaveProperty("phone");
    expect(one({ 投诉人: "匿名" }).entries).toMatchObject([{ anonymous: true }]);
    for (const contact of ["138****0001", "见登记表"])
      expect(one({ 联系方式: contact }).entries[0]).not.toHaveProperty("phone");
    expect(one({ 联系方式: "0371-66660000\na@b.example" }).entries).toMatchObject([
      { phone: "0371-66660000", email: "a@b.example" },
    ]);
  });
});

test.each([
  ["13800000001 13900000002", { phone: "13800000001" }],
  ["13800000001/13900000002", { phone: "13800000001" }],
  ["业主 138 0000 0001", {}],
  ["王女士 ０１３８００００００01", { phone: "０１３８００００００01" }],
  ["0371-66660000转801", { phone: "0371-66660000转801" }],
  ["+86 371 6666 0000 分机 801", { phone: "+86 371 6666 0000 分机 801" }],
  ["13800000001 a@b.example", { phone: "13800000001", email: "a@b.example" }],
])("a contact written %s is read as %o", (contact, expected) => {
  const [entry] = one({ 联系方式: contact }).entries;
  expect({
    ...(entry?.phone ? { phone: entry.phone } : {}),
    ...(entry?.email ? { email: entry.email } : {}),
  }).toEqual(expected);
});

describe("what became of it", () => {
  const more = ["投诉点", "应完成", "完成", "有效性", "满意度（1–5）", "状态", "记录类型"];

  test("is read where the ledger says it", () => {
    const said = {
      投诉点: "1.2.1 电梯困人",
      应完成: "2024-05-09 18:00",
      完成: "2024-05-08 09:30:15",
      有效性: "协助处理",
      "满意度（1–5）": "4",
      状态: "已关闭",
      记录类型: "意见/咨询",
    };
    expect(one(said, more).entries).toMatchObject([
      {
        classCode: "1.2.1",
        recordKind: "opinion",
        historical: {
          completedAt: at("2024-05-08 09:30:15"),
          dueAt: at("2024-05-09 18:00"),
          validity: "assisted",
          grade: 4,
        },
      },
    ]);
  });

  test("done without a day is done the day it came in, and its limit says nothing", () => {
    const { entries } = one({ 应完成: "2024-05-09 18:00" }, more);
    expect(entries[0]?.historical).toEqual({ completedAt: at("2024-05-06 00:00"), estateClass: "物业服务" });
  });

  test("what is open is registered like any other; what left is no task that was done", () => {
    for (const status of ["已登记", "处理中", "已处理，待回访"])
      expect(faults({ 状态: status }, more)).toEqual([["状态", "still-open"]]);
    expect(one({ 状态: "已撤回" }, more).entries).toMatchObject([{ historical: { left: "withdrawn" } }]);
  });

  test("done before it came in is a fault", () => {
    expect(faults({ 完成: "2024-05-05" }, more)).toEqual([["完成", "out-of-range"]]);
  });
});

test("a moment is read as it is written, to the millisecond", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2000-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
      (date) => {
        const instant = date.toISOString();
        expect(momentOf(momentText(instant, ZONE), ZONE)).toBe(instant);
      },
    ),
  );
});

import { describe, expect, test } from "vitest";
import {
  householdColumns,
  MAX_HOUSEHOLDS,
  readHouseholds,
} from "../../../lib/domain/organisation/household-file.ts";
import {
  householdAddress,
  householdDifference,
  occupancyOf,
} from "../../../lib/domain/organisation/households.ts";
import type { Household } from "../../../lib/domain/organisation/organisation.ts";

const headings = householdColumns.map(({ zh }) => zh);
const today = "2026-03-01";
const read = (rows: readonly string[], names: readonly string[] = headings) => {
  const table = {
    headings: names,
    rows: rows.map((row, index) => ({ number: index + 2, cells: row.split(",") })),
  };
  return readHouseholds(table, "project-1", today);
};
/** The only fault, as `row column code`, with its words. */
function fault(rows: readonly string[], names?: readonly string[]) {
  const { households, faults } = read(rows, names);
  const told = faults.map(({ row, column, code, message }) => [
    `${row} ${column} ${code}`,
    message.zh,
    message.en,
  ]);
  return households.length === 0 && told.length === 1 ? told[0] : told;
}
/** A row with one cell of its own. */
const row = (column: string, text: string) => {
  const cells = new Map([
    ["building", "3"],
    ["room", "502"],
    [column, text],
  ]);
  return householdColumns.map(({ name }) => cells.get(name) ?? "").join(",");
};
const only = (column: string, text: string) => read([row(column, text)]).households[0];

describe("cells of a household file (房产台账)", () => {
  test("only building and room must be there; nothing is made up for the others", () => {
    expect(read(["3,502"], ["楼栋", "Room"])).toStrictEqual({
      households: [
        { projectId: "project-1", area: "", building: "3", unit: "", room: "502", occupied: false },
      ],
      faults: [],
    });
  });

  test.each<[string, readonly string[], Partial<Household>]>([
    ["kind", ["业主", "owner", "Owner"], { kind: "owner" }],
    ["kind", ["租户", "租客", "TENANT"], { kind: "tenant" }],
    ["occupied", ["是", "已入住", "入住", "yes", "Y", "true", "1"], { occupied: true }],
    ["occupied", ["否", "未入住", "空置", "No", "n", "false", "0"], { occupied: false }],
    ["since", ["2026-03-01", "2026/3/1"], { occupiedSince: "2026-03-01", occupied: true }],
    ["since", ["2026-03-02"], { occupiedSince: "2026-03-02", occupied: false }],
    ["sqm", ["89.5", "000089.5000"], { floorArea: 89.5 }],
    ["phone", ["+86 138-0000-0000"], { phone: "+86 138-0000-0000" }],
    ["phone", ["0086 0371-6666 0000 转 801"], { phone: "0086 0371-6666 0000 转 801" }],
    ["phone", ["(021) 5555 0000"], { phone: "(021) 5555 0000" }],
    ["name", ["示例 / 示例配偶"], { name: "示例 / 示例配偶" }],
    ["room", ["一".repeat(60)], { room: "一".repeat(60) }],
  ])("%s: %o", (column, texts, expected) => {
    for (const text of texts) expect(only(column, text)).toMatchObject(expected);
  });

  test("是否入住 goes before 入住日期", () => {
    const [told] = read([",3,,502,,,,,2026-01-01,否"]).households;
    expect(told).toMatchObject({ occupied: false, occupiedSince: "2026-01-01" });
  });

  test.each<[string, string, string, string, string]>([
    ["area", "一/二", "2 区域 bad-format", "不能含「/」", "No slash here"],
    ["building", "一".repeat(61), "2 楼栋 bad-format", "最多 60 字", "Too long"],
    ["unit", "/", "2 单元 bad-format", "不能含「/」", "No slash here"],
    ["room", "", "2 房号 required", "必填", "This cell is required"],
    ["name", "一".repeat(61), "2 姓名 bad-format", "最多 60 字", "Too long"],
    ["kind", "业主家属", "2 身份 bad-format", "应为业主或租户", "Write owner or tenant"],
    [
      "phone",
      "1380",
      "2 电话 bad-format",
      "一格一个电话，只含数字、空格和横线",
      "One number: digits, spaces and hyphens only",
    ],
    [
      "phone",
      "13800000000 13900000000",
      "2 电话 bad-format",
      "一格一个电话，只含数字、空格和横线",
      "One number: digits, spaces and hyphens only",
    ],
    [
      "phone",
      "13800000000转甲",
      "2 电话 bad-format",
      "一格一个电话，只含数字、空格和横线",
      "One number: digits, spaces and hyphens only",
    ],
    [
      "phone",
      "电话13800000000",
      "2 电话 bad-format",
      "一格一个电话，只含数字、空格和横线",
      "One number: digits, spaces and hyphens only",
    ],
    ["sqm", "0", "2 建筑面积 bad-format", "面积应为平方米数，如 89.5", "Square metres, such as 89.5"],
    ["sqm", "1234567", "2 建筑面积 bad-format", "面积应为平方米数，如 89.5", "Square metres, such as 89.5"],
    ["sqm", "89.", "2 建筑面积 bad-format", "面积应为平方米数，如 89.5", "Square metres, such as 89.5"],
    ["sqm", "-5", "2 建筑面积 bad-format", "面积应为平方米数，如 89.5", "Square metres, such as 89.5"],
    ["sqm", "89.12345", "2 建筑面积 bad-format", "面积应为平方米数，如 89.5", "Square metres, such as 89.5"],
    ["since", "去年", "2 入住日期 bad-format", "日期应为 2026-02-13", "Write the date as 2026-02-13"],
    ["occupied", "不是", "2 是否入住 bad-format", "应为是或否", "Write yes or no"],
    ["occupied", "是的", "2 是否入住 bad-format", "应为是或否", "Write yes or no"],
    ["occupied", "100", "2 是否入住 bad-format", "应为是或否", "Write yes or no"],
  ])("%s %s: %s", (column, text, what, zh, en) => {
    expect(fault([row(column, text)])).toEqual([what, zh, en]);
  });
});

describe("a household file as a whole", () => {
  const many = (count: number) => Array.from({ length: count }, () => row("area", ""));

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["no room", ["楼栋"], ["3"], ["1 房号 missing-column", "缺少「房号」列", "The column room is missing"]],
    ["no rows", headings, [], ["1 undefined empty", "没有房产行", "There are no rows"]],
    [
      "too many rows",
      headings,
      many(MAX_HOUSEHOLDS + 1),
      ["1 undefined too-many-rows", "最多 20000 行", "At most 20000 rows"],
    ],
  ])("%s is its only fault", (_, names, rows, expected) => {
    expect(fault(rows, names)).toEqual(expected);
  });

  test("the largest project is read; of its faults so many are told that people see what is wrong", () => {
    const { households, faults } = read(many(MAX_HOUSEHOLDS));
    expect([households.length, faults.length]).toEqual([1, 500]);
  });

  test("households stand by address", () => {
    const rooms = ["二区,1,,101", "一区,2,1,101", "一区,1,2,102", "一区,1,1,103"];
    const { households } = read(rooms, headings.slice(0, 4));
    expect(households.map(householdAddress)).toEqual([
      "一区/1/1/103",
      "一区/1/2/102",
      "一区/2/1/101",
      "二区/1//101",
    ]);
  });
});

const flat: Household = {
  projectId: "project-1",
  area: "",
  building: "3",
  unit: "1",
  room: "502",
  occupied: true,
};

describe("the monthly difference", () => {
  test.each<[string, Partial<Household>]>([
    ["occupied", { occupied: false }],
    ["kind", { kind: "tenant" }],
    ["name", { name: "示例" }],
    ["phone", { phone: "13800000000" }],
    ["floorArea", { floorArea: 90 }],
    ["occupiedSince", { occupiedSince: "2026-01-01" }],
  ])("%s changed: named without its value", (field, more) => {
    expect(householdDifference([flat], [{ ...flat, ...more }])).toEqual({
      added: [],
      gone: [],
      changed: [{ address: "/3/1/502", fields: [field] }],
    });
  });

  test("D15: only occupied households count, with their area to the hundredth of a square metre", () => {
    const all = [0.1, 0.2, 89.5, undefined].map((floorArea) => ({
      ...flat,
      ...(floorArea && { floorArea }),
    }));
    const empty = { ...flat, occupied: false, floorArea: 1000 };
    expect(occupancyOf([...all, empty])).toEqual({ occupiedHouseholds: 4, occupiedArea: 89.8 });
  });
});

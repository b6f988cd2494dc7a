import { describe, expect, test } from "vitest";
import { shiftKey } from "../../../lib/domain/organisation/roster.ts";
import { MAX_SHIFTS, readRoster, rosterColumns } from "../../../lib/domain/organisation/roster-file.ts";
import { dateOf } from "../../../lib/domain/organisation/table.ts";
import { postWords } from "../../../lib/domain/words/organisation.ts";
import { everybody, people, project } from "../../support/organisation.ts";

const headings = rosterColumns.map(({ zh }) => zh);

const cellsOf = (row: string, index: number) => ({ number: index + 2, cells: row.split(",") });
const read = (rows: readonly string[], names: readonly string[] = headings, staff = everybody) =>
  readRoster({ headings: names, rows: rows.map(cellsOf) }, "2026-02", project, staff);

const day = "2026-02-13,08:00,20:00,handler,engineering,handler-1";
const shift = {
  date: "2026-02-13",
  from: "08:00",
  to: "20:00",
  post: "handler",
  departmentId: "engineering",
  personId: "handler-1",
};
/** The only fault, as `row column code`, with its words. */
function fault(rows: readonly string[], names?: readonly string[]) {
  const { shifts, faults } = read(rows, names);
  const [first, ...others] = faults.map(({ row, column, code, message }) => [
    `${row} ${column} ${code}`,
    message.zh,
    message.en,
  ]);
  return others.length > 0 || shifts.length > 0 ? { shifts, faults } : first;
}

describe("a duty roster file (值班表)", () => {
  test("reads date, times, post, department and person, by id or as people write them", () => {
    for (const row of [
      day,
      `2026/2/13,8:00,20:00:00,${postWords.handler.zh},工程部,HANDLER-1@desk.example`,
      "2026年2月13日,8：00,20：00：00,handler,engineering,handler-1",
      "2026.02.13,08:00,20:00,handler,engineering,handler-1",
    ]) {
      expect(read([row])).toStrictEqual({ shifts: [shift], faults: [] });
    }
  });

  test("the department may be left out, its column as well; columns come in any order, in Chinese or English", () => {
    const { departmentId: _, ...without } = shift;
    expect(read(["2026-02-13,08:00,20:00,handler,,handler-1"]).shifts).toStrictEqual([without]);
    const names = ["人员", "Post", "", "DATE", "from", "结束"];
    expect(read(["handler-1,handler,不看,2026-02-13,08:00,20:00"], names).shifts).toStrictEqual([without]);
  });

  test("a name is enough where it is one person's alone; id and address go before it; strangers are not meant", () => {
    const named = (id: string, name: string) => ({
      ...people.handler,
      id,
      name,
      email: `${id}@desk.example`,
    });
    const staff = [named("a", "示例甲"), named("b", "a"), people.stranger];
    const person = (text: string) =>
      read([`2026-02-13,08:00,20:00,handler,,${text}`], headings, staff).shifts[0]?.personId;
    expect([person("示例甲"), person("a"), person("b@desk.example"), person("stranger-1")]).toEqual([
      "a",
      "a",
      "b",
      undefined,
    ]);
  });

  test("shifts stand by date, time, post in the order of the hierarchy, department and person", () => {
    const inOrder = [
      "2026-02-01,00:00,24:00,handler,,duty-1",
      "2026-02-01,08:00,20:00,handler,,duty-1",
      "2026-02-01,08:00,24:00,handler,,duty-1",
      "2026-02-01,08:00,24:00,handler,,handler-1",
      "2026-02-01,08:00,24:00,handler,engineering,duty-1",
      "2026-02-01,08:00,24:00,manager,,manager-1",
      "2026-02-28,08:00,20:00,handler,,duty-1",
    ];
    const { shifts, faults } = read(inOrder.toReversed());
    expect(faults).toEqual([]);
    expect(
      shifts.map(({ date, from, to, post, departmentId = "", personId }) =>
        [date, from, to, post, departmentId, personId].join(","),
      ),
    ).toEqual(inOrder);
    expect(new Set(shifts.map(shiftKey)).size).toBe(inOrder.length);
  });

  test.each<[string, string, string, string]>([
    [",08:00,20:00,handler,,duty-1", "2 日期 required", "必填", "This cell is required"],
    [
      "13.2.2026,08:00,20:00,handler,,duty-1",
      "2 日期 bad-format",
      "日期应为 2026-02-13",
      "Write the date as 2026-02-13",
    ],
    [
      "2026-03-01,08:00,20:00,handler,,duty-1",
      "2 日期 other-month",
      "不是 2026-02 的日期",
      "Not a date of 2026-02",
    ],
    [
      "2026-02-13,24:00,20:00,handler,,duty-1",
      "2 开始 bad-format",
      "时间应为 08:00",
      "Write the time as 08:00",
    ],
    [
      "2026-02-13,08:00,24:01,handler,,duty-1",
      "2 结束 bad-format",
      "时间应为 08:00",
      "Write the time as 08:00",
    ],
    [
      "2026-02-13,08:00,20:60,handler,,duty-1",
      "2 结束 bad-format",
      "时间应为 08:00",
      "Write the time as 08:00",
    ],
    [
      "2026-02-13,08:00,8点,handler,,duty-1",
      "2 结束 bad-format",
      "时间应为 08:00",
      "Write the time as 08:00",
    ],
    [
      "2026-02-13,08:00,120:00,handler,,duty-1",
      "2 结束 bad-format",
      "时间应为 08:00",
      "Write the time as 08:00",
    ],
    [
      "2026-02-13,08:00,20:00:30,handler,,duty-1",
      "2 结束 bad-format",
      "时间应为 08:00",
      "Write the time as 08:00",
    ],
    ["2026-02-13,08:00,20:00,老板,,duty-1", "2 岗位 unknown-post", "没有这个岗位", "There is no such post"],
    [
      "2026-02-13,08:00,20:00,handler,财务,duty-1",
      "2 部门 unknown-department",
      "项目没有这个部门",
      "The project has no such department",
    ],
    [
      "2026-02-13,08:00,20:00,handler,,stranger-1",
      "2 人员 unknown-person",
      "项目没有这个人员",
      "Nobody of this project has this id, address or name",
    ],
  ])("%s: %s", (row, what, zh, en) => {
    expect(fault([row])).toEqual([what, zh, en]);
  });

  test("a name of several people names nobody", () => {
    const twins = ["a", "b"].map((id) => ({
      ...people.handler,
      id,
      name: "示例甲",
      email: `${id}@desk.example`,
    }));
    const { shifts, faults } = read(["2026-02-13,08:00,20:00,handler,,示例甲"], headings, twins);
    expect(shifts).toEqual([]);
    expect(faults).toEqual([
      {
        row: 2,
        column: "人员",
        code: "ambiguous-person",
        message: {
          zh: "有同名人员，请填写编号或邮箱",
          en: "Several people have this name; write the id or address",
        },
      },
    ]);
  });

  test("a row with a fault gives no shift, the others do; every fault of a row is named", () => {
    const { shifts, faults } = read(["昨天,8,9,老板,财务,谁", day, "", day]);
    expect(shifts).toEqual([shift]);
    expect(faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      "2 日期 bad-format",
      "2 开始 bad-format",
      "2 结束 bad-format",
      "2 岗位 unknown-post",
      "2 部门 unknown-department",
      "2 人员 unknown-person",
      ...["日期", "开始", "结束", "岗位", "人员"].map((column) => `4 ${column} required`),
      "5 undefined double-row",
    ]);
    expect(faults.at(-1)?.message).toEqual({ zh: "与前面的行相同", en: "The same as an earlier row" });
  });
});

describe("the file as a whole", () => {
  test.each<[string, readonly string[], readonly string[], [string, string, string]]>([
    [
      "a heading that nobody knows",
      [...headings, "备注".repeat(30)],
      [day],
      [`1 ${"备注".repeat(20)} unknown-column`, "没有这一列", "There is no such column"],
    ],
    [
      "a heading twice",
      [...headings, "date"],
      [day],
      ["1 日期 double-column", "此列出现两次", "The column is there twice"],
    ],
    [
      "a column that is not there",
      headings.slice(0, 5),
      [day],
      ["1 人员 missing-column", "缺少「人员」列", "The column person is missing"],
    ],
    ["no rows", headings, [], ["1 undefined empty", "没有值班行", "There are no rows"]],
    [
      "too many rows",
      headings,
      Array.from({ length: MAX_SHIFTS + 1 }, () => day),
      ["1 undefined too-many-rows", `最多 ${MAX_SHIFTS} 行`, `At most ${MAX_SHIFTS} rows`],
    ],
  ])("%s is its only fault", (_, names, rows, expected) => {
    expect(fault(rows, names)).toEqual(expected);
  });

  test("as many rows as a month can need are read", () => {
    const { shifts, faults } = read(Array.from({ length: MAX_SHIFTS }, () => day));
    expect([shifts.length, faults.length]).toEqual([1, MAX_SHIFTS - 1]);
  });
});

describe("a date in a file", () => {
  test.each([
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-02-00",
    "x2026-02-13",
    "2026-02-13日x",
    "26-02-13",
    "",
    "2026-2",
  ])("%s is none", (text) => {
    expect(dateOf(text)).toBeUndefined();
  });

  test.each(["2028-02-29", "2028-2-29", "2028/02/29", "2028.2.29", "2028年2月29日"])(
    "%s is the leap day",
    (text) => {
      expect(dateOf(text)).toBe("2028-02-29");
    },
  );
});

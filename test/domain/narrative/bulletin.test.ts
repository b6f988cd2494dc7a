import { describe, expect, test } from "vitest";
import type { ClassCode } from "../../../lib/domain/classification/classes.ts";
import { type BulletinProject, bulletin } from "../../../lib/domain/narrative/bulletin.ts";
import type { Story } from "../../../lib/domain/narrative/story.ts";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { caseOf, march, storyOf } from "./samples.ts";

const issue = (projects: readonly BulletinProject[]) => bulletin(projects, march, { year: 2026, month: 3 });

const own = (number: string, code?: ClassCode, more: Partial<Case> = {}) =>
  caseOf(number, code, { intake: "company", ...more });

const project = (name: string, cases: readonly Case[], stories: readonly Story[] = []): BulletinProject => ({
  projectId: name,
  name,
  cases,
  stories,
});

describe("D14: headquarters' bulletin", () => {
  test("公司直接受理15起 = 有效4起 + 协助处理8起 + 无效1起 + 未判定2起: the four add up", () => {
    const received = [
      ...["1", "2", "3", "4"].map((number) => own(number)),
      ...["5", "6"].map((number) => own(number, undefined, { unjudged: true })),
      ...["7", "8", "9", "10", "11", "12", "13", "14"].map((number) =>
        own(number, undefined, { validity: "assisted" }),
      ),
      own("15", undefined, { validity: "invalid" }),
    ];
    const elsewhere = [
      caseOf("16", undefined, { intake: "project" }),
      own("17", undefined, { recordKind: "opinion" }),
    ];
    expect(issue([project("甲", received), project("乙", elsewhere)])).toMatchObject({
      year: 2026,
      number: 3,
      received: { total: 15, valid: 4, assisted: 8, invalid: 1, unjudged: 2 },
      all: { total: 16, unjudged: 2 },
    });
  });

  test("annex: valid complaints of any entry point by class and project, every project in its place", () => {
    const { valid, contents, projects } = issue([
      project("甲", [own("1", "1.2.2"), caseOf("2", "1.2.1"), caseOf("3", undefined), own("4", "1.7.2")]),
      project("乙", [caseOf("5", "1.2.2"), caseOf("6", "1.2.2", { validity: "assisted" })]),
      project("丙", []),
    ]);
    expect(valid).toBe(5);
    expect(contents.map(({ name, count }) => `${name}${count}`)).toEqual([
      "房屋管理0",
      "设备管理3",
      "安全管理0",
      "环境管理0",
      "综合服务0",
      "业户纠纷0",
      "地产相关1",
      "未分类1",
    ]);
    expect(projects).toEqual([
      { name: "甲", count: 4, counts: [0, 2, 0, 0, 0, 0, 1, 1] },
      { name: "乙", count: 1, counts: [0, 1, 0, 0, 0, 0, 0, 0] },
      { name: "丙", count: 0, counts: [0, 0, 0, 0, 0, 0, 0, 0] },
    ]);
  });

  test("hot are the five projects the company heard of most, those with none never", () => {
    const heard = [2, 0, 6, 1, 3, 5, 4].map((count, index) =>
      project(`项目${index}`, [
        ...Array.from({ length: count }, (_, n) => own(`${index}-${n}`)),
        caseOf(`${index}-x`, undefined),
      ]),
    );
    expect(issue(heard).hot.map(({ name, received }) => [name, received])).toEqual([
      ["项目2", 6],
      ["项目5", 5],
      ["项目6", 4],
      ["项目4", 3],
      ["项目0", 2],
    ]);
    expect(issue(heard.slice(0, 2)).hot.map(({ name }) => name)).toEqual(["项目0"]);
  });
});

describe("D14: the paragraph of a hot project", () => {
  const text = (cases: readonly Case[], stories: readonly Story[]) =>
    issue([project("甲", cases, stories)]).hot[0]?.text;

  test("all done, nothing repeated, no measure yet", () => {
    expect(text([own("1", "1.2.2")], [storyOf("1", { classCode: "1.2.2" })])).toBe(
      "涉及“电梯故障停运”1起。目前均已处理完成。后续没有再重复投诉。建议管理处持续跟进并回访客户。",
    );
  });

  test("a tie is said, one complaint each is no concentration, and what nobody has classified is no point", () => {
    const of = (codes: readonly (ClassCode | undefined)[]) =>
      text(
        codes.map((code, n) => caseOf(`${n}`, code, { intake: "company" })),
        [],
      )?.split("目前")[0];
    expect(of(["1.2.2", "1.2.2", "1.5.1", "1.5.1", "1.4.2", undefined, undefined, undefined])).toBe(
      "主要涉及“电梯故障停运”2起（并列）、“服务态度”2起（并列）。尚未分类3起。",
    );
    expect(of(["1.2.2", "1.5.1"])).toBe("涉及2个投诉点，没有突出的。");
    expect(of([undefined])).toBe("尚未分类1起。");
  });

  test("what people wrote ends where our sentence does", () => {
    const stories = [
      storyOf("0", { openBecause: "工程部处理中，最近进展：已到货。" }),
      storyOf("1", { corrective: ["换供应商。", "培训"] }),
    ];
    expect(text([own("0"), own("1")], stories)).toContain("建议管理处落实：换供应商；培训。");
  });

  test("the three most frequent points, what is open and why, repeats, up to three different measures", () => {
    const codes = [
      "1.1.1",
      "1.2.2",
      "1.2.2",
      "1.4.2",
      "1.4.2",
      "1.4.2",
      "1.5.1",
      "1.5.1",
      "1.5.1",
      "1.5.1",
    ] as const;
    const stories = [
      storyOf("0", { openBecause: "待配件", repeated: true, corrective: ["换供应商", "加派人手"] }),
      storyOf("1", { openBecause: "待维修资金", corrective: ["换供应商", "培训"] }),
      storyOf("2", { repeated: true, corrective: ["公示"] }),
      storyOf("of another route", { openBecause: "待判定", repeated: true, corrective: ["无关"] }),
    ];
    expect(
      text(
        codes.map((code, n) => own(`${n}`, code)),
        stories,
      ),
    ).toBe(
      "主要涉及“服务态度”4起、“垃圾清运不及时”3起、“电梯故障停运”2起。" +
        "目前2起尚在处理：0（待配件）；1（待维修资金）。" +
        "其中2起为重复投诉。建议管理处落实：换供应商；加派人手；培训。",
    );
  });
});

import { expect, test } from "vitest";
import type { ClassCode } from "../../../lib/domain/classification/classes.ts";
import { complaintSection } from "../../../lib/domain/narrative/company-monthly.ts";
import { at } from "../statistics/tasks.ts";
import { caseOf, march } from "./samples.ts";

const many = (prefix: string, count: number, code: ClassCode | undefined) =>
  Array.from({ length: count }, (_, index) => caseOf(`${prefix}${index}`, code));

test("D7: every complaint of the period by the way it came and by who received it, press and passed-on ones included", () => {
  const section = complaintSection(
    [
      {
        name: "甲",
        cases: [
          caseOf("1", "1.2", { channel: "press", intake: "company" }),
          caseOf("2", "1.2", { intake: "government", validity: "invalid" }),
          caseOf("3", "1.2"),
          caseOf("4", "1.2", { recordKind: "opinion" }),
          caseOf("5", "1.2", { receivedAt: at("2026-02-27 10:00") }),
        ],
      },
      { name: "乙", cases: [caseOf("6", "1.2", { intake: "group" })] },
    ],
    march,
  );
  expect([section.flow.received, section.flow.invalid]).toEqual([4, 1]);
  expect(section.intakes).toEqual([
    { intake: "company", name: "公司直接受理", count: 1 },
    { intake: "project", name: "项目受理", count: 1 },
    { intake: "group", name: "集团及相关单位传递", count: 1 },
    { intake: "government", name: "政府部门转办", count: 1 },
  ]);
  expect(section.ways.map(({ count }) => count).sort((one, other) => one - other)).toEqual([
    ...Array.from({ length: section.ways.length - 2 }, () => 0),
    1,
    3,
  ]);
  // The invalid one is no task (D1); each project has its own line without the two halves of D8.
  expect(section.figures.received).toBe(3);
  expect(section.projects.map(({ name, received }) => [name, received])).toEqual([
    ["甲", 2],
    ["乙", 1],
  ]);
  expect(section.projects[0]).not.toHaveProperty("basic");
});

test("D8: the three most frequent problem points; what is not classified is none", () => {
  const cases = [
    ...many("a", 5, undefined),
    ...many("b", 4, "1.2"),
    ...many("c", 3, "1.3"),
    ...many("d", 2, "1.4"),
    ...many("e", 1, "1.5"),
  ];
  const { topThree } = complaintSection([{ name: "甲", cases }], march);
  expect(topThree.map(({ point }) => point.code)).toEqual(["1.2", "1.3", "1.4"]);
});

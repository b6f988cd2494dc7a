import { expect, test } from "vitest";
import { definitions } from "../../../lib/domain/statistics/definitions.ts";
import { checkStatements, statedWords, summed } from "../../../lib/domain/statistics/edition-identities.ts";

test("two files of an edition that say two figures under one word are named with both", () => {
  const workbook = { file: "工作簿", figures: { 受理: 29, 任务: 26 } };
  expect(checkStatements([workbook, { file: "邮件", figures: { 任务: 26 } }])).toEqual([]);
  expect(checkStatements([workbook, { file: "邮件", figures: { 受理: 26 } }])).toEqual([
    { row: "受理", rule: "one figure in every file of the edition", found: "工作簿 29, 邮件 26" },
  ]);
  const projects = [
    { file: "甲", figures: { 受理: 20 } },
    { file: "乙", figures: { 受理: 9 } },
  ];
  expect(checkStatements([workbook, summed("各项目", projects)])).toEqual([]);
});

test("every word that files share is explained in 口径说明", () => {
  const words = definitions.map(({ word, meaning }) => `${word} ${meaning}`).join("\n");
  for (const word of statedWords) {
    const [first = ""] = word.replace("首次回访", "").split("/");
    expect(words).toContain(first);
  }
});

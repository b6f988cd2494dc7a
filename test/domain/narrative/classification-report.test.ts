import { describe, expect, test } from "vitest";
import { classificationSheet } from "../../../lib/adapters/documents/classification.ts";
import {
  classificationReport,
  type ToldProject,
} from "../../../lib/domain/narrative/classification-report.ts";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { at } from "../statistics/tasks.ts";
import { caseOf, march, storyOf } from "./samples.ts";

const february = {
  receivedAt: at("2026-02-05 10:00"),
  dueAt: at("2026-02-10 18:00"),
  completedAt: at("2026-02-06 10:00"),
};

function project(name: string, cases: readonly Case[], more: Partial<ToldProject> = {}): ToldProject {
  const own = cases.map((one) => ({ ...one, id: `${name}${one.id}`, projectId: name }));
  return {
    projectId: name,
    name,
    type: "普通住宅",
    floorArea: 80_000,
    households: 1000,
    cases: own,
    stories: [],
    ...more,
  };
}

const many = (count: number, more: Partial<Case> = {}) =>
  Array.from({ length: count }, (_, n) => caseOf(`${n}`, "1.3.1", more));

const report = () =>
  classificationReport(
    [
      project("甲", [...many(9), caseOf("f1", "1.3.1", february)], {
        stories: [storyOf("0", { level: "A", cause: "人·服务态度；交接班无人", classCode: "1.3.1" })],
      }),
      project("乙", [caseOf("y", "1.7.2", { completedAt: null, causeFactor: "people.attitude" })], {
        households: 3000,
      }),
      project("丙", many(2), { type: "大厦" }),
    ],
    march,
  );

describe("客户投诉分类统计 (D15)", () => {
  test("compares like with like, beside the group's average, in which every household weighs the same", () => {
    const [tower, homes] = report().groups.toSorted((a, b) => a.rows.length - b.rows.length);
    expect(tower?.rows.map(({ name }) => name)).toEqual(["丙"]);
    expect(homes?.rows.map(({ name, complaintRate }) => [name, complaintRate])).toEqual([
      ["乙", 1 / 3],
      ["甲", 9],
    ]);
    expect(homes?.average).toMatchObject({ received: 10, complaintRate: 10 / 4, handlingRate: 0.9 });
  });

  test("tells each class's share, rates and thirteen months, and they add up to the whole", () => {
    const { classes, classNames, classTrend, figures, trend } = report();
    expect(figures.received).toBe(12);
    expect(classes.reduce((sum, { received }) => sum + received, 0)).toBe(12);
    expect(classes.find(({ name }) => name === "安全管理")).toMatchObject({
      received: 11,
      receivedBefore: 1,
      share: 11 / 12,
    });
    expect(classNames).toHaveLength(7);
    expect(
      classTrend.map(({ counts }) => counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)),
    ).toEqual(trend.map(({ received }) => received));
    expect(classTrend.at(-2)?.counts).toContain(1);
  });

  test("names weak business, causes down to their second level, and advises on both", () => {
    const { weak, causes, advice, summary } = report();
    expect(weak[0]).toMatchObject({ project: "甲", class: "安全管理", count: 9 });
    expect(causes.find(({ detail }) => detail === "服务态度")).toMatchObject({ factor: "人", count: 1 });
    expect(causes.reduce((sum, { count }) => sum + count, 0)).toBe(12);
    expect(advice.join()).toContain("甲的安全管理明显弱于同类项目");
    expect(advice.join()).toContain("尚有1件未完成");
    expect(summary[0]).toBe("投诉任务12件，较上期增加11件；未完成1件。");
  });

  test("tells the company's cases with all six points", () => {
    const chart = { png: new Uint8Array(), width: 1, height: 1, words: "图" };
    const sheet = classificationSheet({
      company: "示例物业",
      ...march,
      madeAt: march.asOf,
      chart,
      report: report(),
    });
    const text = JSON.stringify(sheet.blocks);
    expect(text).toContain("案例1　甲　0");
    for (const point of ["投诉要点", "产生原因", "处理过程及结果", "升级恶化原因", "经验教训", "整改措施"])
      expect(text).toContain(point);
    expect(text).toContain("交接班无人");
    expect(text).toContain("同类平均");
  });
});

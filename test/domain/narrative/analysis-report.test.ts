import { describe, expect, test } from "vitest";
import { analysisReport } from "../../../lib/domain/narrative/analysis-report.ts";
import type { Story } from "../../../lib/domain/narrative/story.ts";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { at } from "../statistics/tasks.ts";
import { caseOf, march, storyOf } from "./samples.ts";

const report = (cases: readonly Case[], stories: readonly Story[] = []) =>
  analysisReport({ cases, stories, actions: [], written: {} }, march);

const february = {
  receivedAt: at("2026-02-10 10:00"),
  dueAt: at("2026-02-13 18:00"),
  completedAt: at("2026-02-12 10:00"),
};
/** So many complaints of a point in March, and in February. */
function cases(code: Parameters<typeof caseOf>[1], now: number, before = 0): Case[] {
  return [
    ...Array.from({ length: now }, (_, n) => caseOf(`${code}-${n}`, code)),
    ...Array.from({ length: before }, (_, n) => caseOf(`${code}-feb-${n}`, code, february)),
  ];
}

describe("D8: the analysis of a month", () => {
  test("the top three points in words: number, share, change, and what is not done and why", () => {
    const counted = [
      ...cases("1.2.2", 5, 3),
      ...cases("1.4.2", 3, 3),
      ...cases("1.5.1", 2, 4),
      ...cases("1.1.1", 1),
    ];
    const waiting = (number: string, openBecause: string) =>
      storyOf(number, { classCode: "1.2.2", openBecause });
    const stories = [
      waiting("001", "待配件"),
      waiting("002", "待配件"),
      waiting("003", "待年检"),
      waiting("004", "待维修资金"),
      waiting("005", "待业主约时"),
      storyOf("006", { classCode: "1.2.2" }),
    ];
    expect(report([...counted, ...cases(undefined, 9)], stories).topThree).toEqual([
      {
        rank: 1,
        tied: false,
        point: "电梯故障停运",
        text: "本月5件，占25.0%，较上月增加2件；5件未完成（待配件；待年检；待维修资金）。",
      },
      { rank: 2, tied: false, point: "垃圾清运不及时", text: "本月3件，占15.0%，与上月持平；均已处理完成。" },
      { rank: 3, tied: false, point: "服务态度", text: "本月2件，占10.0%，较上月减少2件；均已处理完成。" },
    ]);
  });

  test("reasons for what is not done, apart for 基础服务 and 地产相关", () => {
    const { notDone } = report(
      [],
      [
        storyOf("001", { classCode: "1.7.2", openBecause: "待地产维保" }),
        storyOf("002", { openBecause: "待判定" }),
        storyOf("003", { classCode: "1.2.2", openBecause: "待配件" }),
        storyOf("004", { classCode: "1.2.2" }),
      ],
    );
    expect(notDone).toEqual({
      基础服务: [
        { number: "002", point: "未分类", reason: "待判定" },
        { number: "003", point: "电梯故障停运", reason: "待配件" },
      ],
      地产相关: [{ number: "001", point: "工程质量", reason: "待地产维保" }],
    });
  });

  test("the list of who was not satisfied is that of the rate: reached less satisfied, also of what was opened again", () => {
    const slow = { dissatisfied: { grade: 2, reason: "处理慢" } };
    const stories = [storyOf("001"), storyOf("002", { classCode: "1.2.2", ...slow })];
    const asked = [
      caseOf("001", "1.2.2", { firstFollowUpSatisfied: true, reached: true }),
      // 返单 after the answer: open again, and still a customer who was not satisfied.
      caseOf("002", "1.2.2", { firstFollowUpSatisfied: false, reached: true, completedAt: null }),
      caseOf("003", "1.2.2"),
    ];
    const { reached, dissatisfied, figures } = report(asked, stories);
    expect([reached, figures.firstFollowUpSatisfaction]).toEqual([2, 0.5]);
    expect(dissatisfied).toEqual([{ number: "002", point: "电梯故障停运", reason: "处理慢" }]);
  });

  test("names what earlier months left behind and is overdue, the oldest limit first", () => {
    const before = (number: string, more: object = {}) =>
      caseOf(number, "1.2.2", {
        receivedAt: at("2026-02-10 10:00"),
        dueAt: at("2026-02-13 18:00"),
        completedAt: null,
        ...more,
      });
    const carried = [
      before("2", { dueAt: at("2026-03-02 18:00") }),
      before("1"),
      before("3", { dueAt: at("2026-06-02 18:00") }),
      before("4", { completedAt: at("2026-03-05 10:00") }),
      caseOf("5", "1.2.2", { completedAt: null }),
    ];
    expect(report(carried, []).carriedOver.map(({ number }) => number)).toEqual(["1", "2"]);
  });

  test("whoever shares the third place is among the top three, and one complaint each is no top", () => {
    const tied = [...cases("1.2.2", 5), ...cases("1.4.2", 2), ...cases("1.5.1", 2), ...cases("1.1.1", 2)];
    const { topThree } = report(tied, []);
    expect(topThree.map(({ rank, tied: shared }) => `${rank}${shared}`)).toEqual([
      "1false",
      "2true",
      "2true",
      "2true",
    ]);
    expect(report([...cases("1.2.2", 1), ...cases("1.4.2", 1)], []).topThree).toEqual([]);
  });

  test("figures of the month and of the month before, at the same cut-off; actions and texts as given", () => {
    const actions = [{ number: "001", measure: "换供应商", owner: "示例", dueAt: at("2026-02-20 18:00") }];
    const given = { cases: cases("1.2.2", 5, 3), stories: [], actions, written: { topThree: "示例文字" } };
    const span = { from: "2026-03-01", to: "2026-03-31" };
    for (const options of [march, { ...march, span }]) {
      const { figures, before, ...rest } = analysisReport(given, options);
      expect([figures.received, before?.received]).toEqual([5, 3]);
      expect(rest).toMatchObject({
        actions,
        written: given.written,
        points: [{ code: "1.2.2", count: 5, before: 3 }],
      });
    }
  });

  test("the typical case is of the most frequent point that has a name", () => {
    const stories = [storyOf("001", { hours: 9 }), storyOf("002", { classCode: "1.2.2" })];
    expect(report([...cases(undefined, 4), ...cases("1.2.2", 1)], stories).cases).toEqual([stories[1]]);
    expect(report(cases(undefined, 4), stories).cases).toEqual([]);
  });
});

describe("D8: key problems, prefilled", () => {
  test("points that grew to more than one, the three most frequent of them", () => {
    const counted = [
      ...cases("1.2.2", 6, 6),
      ...cases("1.2.1", 5, 2),
      ...cases("1.4.2", 4, 1),
      ...cases("1.5.1", 3),
      ...cases("1.1.1", 2),
      ...cases("1.1.2", 1),
    ];
    expect(report(counted).keyProblems).toEqual([
      "“电梯困人”由上月2件增至5件。",
      "“垃圾清运不及时”由上月1件增至4件。",
      "“服务态度”由上月0件增至3件。",
    ]);
    expect(report([...cases("1.1.2", 1), ...cases("1.1.1", 3, 4)]).keyProblems).toEqual([]);
    expect(report([...cases(undefined, 5, 1)]).keyProblems).toEqual([]);
  });

  test("what was repeated, by number, and up to five different measures", () => {
    const again = { repeated: true };
    const stories = [
      storyOf("001", again),
      storyOf("002", { corrective: ["甲", "乙"] }),
      storyOf("003", { ...again, corrective: ["甲", "丙", "丁", "戊", "己"] }),
    ];
    expect(report([], stories).keyProblems).toEqual([
      "重复投诉2件：001、003。",
      ...["甲", "乙", "丙", "丁", "戊"].map((measure) => `改进措施：${measure}`),
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CASES,
  chosenCases,
  pointOf,
  type Story,
  serviceOf,
  withSomethingToTell,
} from "../../../lib/domain/narrative/story.ts";
import { storyOf } from "./samples.ts";

const numbers = (stories: readonly Story[]) => stories.map(({ number }) => number);

/** What makes a case far-reaching, in the order of the printed rule's weights. */
const reasons: readonly (readonly [string, Partial<Story>, number])[] = [
  ["an A complaint", { level: "A" }, 16],
  ["a B complaint", { level: "B" }, 8],
  ["safety of persons or property", { safety: true }, 8],
  ["the press", { channel: "press" }, 8],
  ["passed on by the government", { channel: "government" }, 4],
  ["a group", { grouped: true }, 4],
  ["a repetition", { repeated: true }, 2],
  ["a reopening", { reopened: true }, 2],
];

describe("D15: the cases told are far-reaching or typical", () => {
  test.each(reasons)("%s makes a case far-reaching", (_, fact) => {
    expect(numbers(chosenCases([storyOf("001"), storyOf("002", fact)], undefined))).toEqual(["002"]);
    expect(numbers(withSomethingToTell([storyOf("001", { hours: 9 }), storyOf("002", fact)]))).toEqual([
      "001",
      "002",
    ]);
  });

  test("the graver comes first, then the one that took longer, then the smaller number", () => {
    const pairs = reasons.flatMap((a) => reasons.map((b) => [a, b] as const));
    for (const [[one, fact, weight], [other, lighter, less]] of pairs) {
      const stories = [storyOf("001", { ...lighter, hours: 5 }), storyOf("002", fact)];
      const graver = weight > less ? ["002", "001"] : ["001", "002"];
      expect(numbers(chosenCases(stories, undefined)), `${one} and ${other}`).toEqual(graver);
    }
    const same = [
      storyOf("003", { safety: true }),
      storyOf("002", { safety: true }),
      storyOf("001", { safety: true }),
    ];
    expect(numbers(chosenCases(same, undefined))).toEqual(["001", "002", "003"]);
  });

  test("weights add up: a repeated, reopened group case of the government goes before a B complaint", () => {
    const several = { channel: "government", grouped: true, repeated: true, reopened: true } as const;
    const stories = [storyOf("001", { level: "B" }), storyOf("002", several), storyOf("003", { level: "A" })];
    expect(numbers(chosenCases(stories, undefined))).toEqual(["003", "002", "001"]);
    const eleven = { level: "B", safety: true, channel: "press" } as const;
    expect(numbers(chosenCases([storyOf("001", { level: "A" }), storyOf("002", eleven)], undefined))).toEqual(
      ["002", "001"],
    );
  });

  test("then the longest of the most frequent point, if there is room; of the same length the smaller number", () => {
    const lift = (number: string, hours: number) => storyOf(number, { classCode: "1.2.2", hours });
    const stories = [
      lift("004", 30),
      lift("003", 40),
      lift("002", 40),
      storyOf("001", { classCode: "1.4.2", hours: 90 }),
    ];
    expect(numbers(chosenCases(stories, "1.2.2"))).toEqual(["002"]);
    const grave = ["011", "012", "013"].map((number) => storyOf(number, { level: "A" }));
    expect(numbers(chosenCases([...stories, ...grave.slice(1)], "1.2.2"))).toEqual(["012", "013", "002"]);
    expect(numbers(chosenCases([...stories, ...grave], "1.2.2"))).toEqual(["011", "012", "013"]);
  });

  test("nobody has classified anything: no point is typical; a case is told once only", () => {
    expect(chosenCases([storyOf("001")], undefined)).toEqual([]);
    const both = storyOf("001", { classCode: "1.2.2", level: "A" });
    expect(chosenCases([both], "1.2.2")).toEqual([both]);
  });

  test("whatever happened, the cases are the same when only what may be told is known", () => {
    const story = fc.record({
      classCode: fc.constantFrom("1.2.2", "1.4.2", "1.7.2"),
      hours: fc.integer({ min: 0, max: 90 }),
      repeated: fc.boolean(),
      safety: fc.boolean(),
    });
    const stories = fc.uniqueArray(story, { selector: ({ hours }) => hours, maxLength: 12 });
    fc.assert(
      fc.property(stories, fc.constantFrom("1.2.2", "1.4.2"), (facts, top) => {
        const all = facts.map((fact, index) => storyOf(`${index}`, fact));
        const chosen = chosenCases(all, top);
        expect(chosen.length).toBeLessThanOrEqual(CASES);
        expect(chosenCases(withSomethingToTell(all), top)).toEqual(chosen);
      }),
    );
  });
});

describe("what a report may speak of", () => {
  test.each([
    ["not done", { openBecause: "待配件" }],
    ["dissatisfied", { dissatisfied: { grade: 2, reason: "慢" } }],
    ["corrected", { corrective: ["换供应商"] }],
    ["longer than the others of its point", { hours: 3 }],
  ])("%s", (_, fact) => {
    const stories = [storyOf("001", { hours: 2 }), storyOf("002", fact), storyOf("003", { hours: 1 })];
    expect(numbers(withSomethingToTell(stories))).toContain("002");
    expect(numbers(withSomethingToTell(stories))).not.toContain("003");
  });

  test("each point has its own longest one, the first of several, even one done at once", () => {
    const of = (number: string, classCode: Story["classCode"], hours: number) =>
      storyOf(number, { ...(classCode && { classCode }), hours });
    const stories = [
      of("001", "1.2.2", 0),
      of("002", "1.2.2", 0),
      of("003", undefined, 0),
      of("004", "1.4.2", 5),
    ];
    expect(numbers(withSomethingToTell(stories))).toEqual(["001", "003", "004"]);
  });
});

test("D8: what nobody has classified stands under 基础服务, as 未分类", () => {
  expect([serviceOf({}), pointOf({})]).toEqual(["基础服务", "未分类"]);
  expect([serviceOf({ classCode: "1.7.2" }), pointOf({ classCode: "1.2.1" })]).toEqual([
    "地产相关",
    "电梯困人",
  ]);
});

import { describe, expect, it } from "vitest";
import { fieldErrorCodes } from "../../lib/contracts/field-errors.ts";
import { fill, type ProblemText, problems } from "../../lib/contracts/problems.ts";
import { clockWords } from "../../lib/domain/words/clocks.ts";
import { statusWords } from "../../lib/domain/words/complaint.ts";

const chinese = /\p{Script=Han}/u;
const entries: readonly (readonly [string, ProblemText])[] = Object.entries(problems);

describe("the catalogue of refusals", () => {
  it.each(entries)("%s says in Chinese and English what is wrong, with the same places", (code, problem) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(problem.status).toBeGreaterThanOrEqual(400);
    for (const text of [problem.title, problem.detail]) {
      expect(text.zh).toMatch(chinese);
      expect(text.en).not.toMatch(chinese);
      expect(text.en).not.toBe("");
      expect(places(text.zh)).toEqual(places(text.en));
    }
    // Half-width punctuation between Chinese characters is a typing error.
    expect(problem.detail.zh).not.toMatch(/\p{Script=Han}[,:;?]/u);
  });

  it("leaves a place without a value visible", () => {
    expect(fill("{a} und {b}", { a: "1" })).toBe("1 und {b}");
  });

  it("names states and clocks in both languages", () => {
    for (const name of [...Object.values(statusWords), ...Object.values(clockWords)]) {
      expect(name.zh).toMatch(chinese);
      expect(name.en).not.toMatch(chinese);
    }
    expect(new Set(fieldErrorCodes).size).toBe(fieldErrorCodes.length);
  });
});

function places(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();
}

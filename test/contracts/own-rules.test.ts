import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { twoWords } from "../../lib/contracts/field-errors.ts";

const contracts = new URL("../../lib/contracts/", import.meta.url);

/** The text between the brackets of each `.refine(`. */
function refinements(source: string): string[] {
  return [...source.matchAll(/\.refine\(/g)].map(({ index }) => {
    let depth = 0;
    let end = index + ".refine".length;
    do {
      if (source[end] === "(") depth += 1;
      if (source[end] === ")") depth -= 1;
      end += 1;
    } while (depth > 0);
    return source.slice(index, end);
  });
}

describe("rules of our own in schemas", () => {
  test("each says in both languages what is wrong, or names its rule", async () => {
    const files = (await readdir(contracts, { recursive: true })).filter((name) => name.endsWith(".ts"));
    const found: string[] = [];
    for (const file of files) {
      found.push(...refinements(await readFile(new URL(file, contracts), "utf8")));
    }
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((text) => !/[一-鿿].* · [a-z]/.test(text) && !text.includes("rule:"))).toEqual([]);
  });

  test("an absence that ends before it begins is told so, in either language", () => {
    expect(twoWords("结束早于开始 · ends before it begins")).toEqual({
      zh: "结束早于开始",
      en: "Ends before it begins",
    });
  });
});

import { expect, test } from "vitest";
import { builtInPolicy } from "../../../../../lib/domain/policy/built-in.ts";
import { ladderWords } from "./sentences.ts";

test("every ladder of the built-in policy has a name in both languages", () => {
  const names = Object.keys(builtInPolicy.ladders);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => ladderWords[name] === undefined)).toEqual([]);
});

import { expect, test } from "vitest";
import { readDocument } from "./markdown.ts";
import { rightsPage } from "./rights.ts";
import { findRules, ruleIndexPage } from "./rule-index.ts";

test.each([...findRules()])(
  "%s is carried out by a rule and held to it by a test",
  (_code, { rules, tests }) => {
    expect(rules).not.toEqual([]);
    expect(tests).not.toEqual([]);
  },
);

test("the index of the regulations is up to date: npm run rules", () => {
  expect(readDocument("docs/regulations.md")).toBe(ruleIndexPage());
});

test("the matrix of routes and posts is up to date: npm run rules", () => {
  expect(readDocument("docs/rights.md")).toBe(rightsPage());
});

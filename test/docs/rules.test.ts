import { expect, test } from "vitest";
import { dataDictionaryPage, isPersonal, pathsOf, recordKinds } from "./data-dictionary.ts";
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

test("the data dictionary is up to date: npm run rules", () => {
  expect(readDocument("docs/data-dictionary.md")).toBe(dataDictionaryPage());
});

test.each(recordKinds.map((kind) => [kind.name, kind] as const))(
  "what the dictionary calls personal of %s is a field of its schema",
  (_name, kind) => {
    const paths = pathsOf(kind.schema);
    expect(paths.length).toBeGreaterThan(0);
    expect(
      kind.personal.filter((one) => !paths.some((path) => isPersonal({ personal: [one] }, path))),
    ).toEqual([]);
  },
);

import { expect, test } from "vitest";
import { readDocument } from "./markdown.ts";

/** The table of settings in docs/deploy.md: names, and whether a command line may give them. */
function documented(): Map<string, boolean> {
  const [, table = ""] =
    /^\| setting \|[^\n]*\n\| ---[^\n]*\n((?:\|[^\n]*\n)+)/m.exec(readDocument("docs/deploy.md")) ?? [];
  return new Map(
    table.split("\n").flatMap((row) => {
      const [, names = "", , commandLine = ""] = row.split("|");
      return [...names.matchAll(/`(\w+)`/g)].map(
        ([, name = ""]) => [name, commandLine.trim() !== ""] as const,
      );
    }),
  );
}

const source = readDocument("infra/stages/stage.ts");

test("every setting of a stage stands in docs/deploy.md, and whether a command line may give it", () => {
  const [, schema = ""] = /\.strictObject\(\{\n(.*?)\n {2}\}\)/s.exec(source) ?? [];
  const settings = [...schema.matchAll(/^ {4}(\w+):/gm)].map(([, name = ""]) => name);
  const [, list = ""] = /const overridable = \[(.*?)\]/s.exec(source) ?? [];
  const overridable = [...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
  expect(settings.length).toBeGreaterThan(20);
  expect(overridable.length).toBeGreaterThan(10);
  const told = documented();
  expect([...told.keys()].sort()).toEqual(settings.toSorted());
  expect([...told].flatMap(([name, isYes]) => (isYes ? [name] : [])).sort()).toEqual(overridable.toSorted());
});

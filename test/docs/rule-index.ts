import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Ruling } from "../../lib/domain/complaint/commands/definition.ts";
import { commands } from "../../lib/domain/complaint/commands/index.ts";
import { groupDefinitions } from "../../lib/domain/groups/commands/index.ts";
import { memberCommands } from "../../lib/domain/groups/commands/members.ts";
import { regulationsOf } from "../../lib/domain/regulations/clause.ts";
import { isRegulation, regulations } from "../../lib/domain/regulations/regulations.ts";
import { root } from "./markdown.ts";

interface Mentions {
  readonly rules: readonly string[];
  readonly tests: readonly string[];
}

/** Where each document is carried out and where that is tested, found by its code in the sources. */
export function findRules(): ReadonlyMap<string, Mentions> {
  const rules = mentions(["lib/**/*.ts", "data/**/*.json"]);
  const tests = mentions(["test/**/*.test.ts"]);
  return new Map(
    Object.keys(regulations).map((code) => [
      code,
      { rules: rules.get(code) ?? [], tests: tests.get(code) ?? [] },
    ]),
  );
}

/** The page docs/regulations.md: from a document's code to its rules and their tests. */
export function ruleIndexPage(): string {
  const rows = [...findRules()].flatMap(([code, { rules, tests }]) => [
    `## ${code} ${title(code)}`,
    "",
    ...commandsOf(code),
    `Rules: ${links(rules)}`,
    "",
    `Tests: ${links(tests)}`,
    "",
  ]);
  return [
    "# 规程索引 Where each regulation is carried out",
    "",
    "Every rule names the document it comes from. This page is written by `npm run rules`; a test keeps it up to date.",
    "",
    ...rows,
  ].join("\n");
}

/** The commands that carry the document out, with what they do. */
function commandsOf(code: string): string[] {
  const cites = ({ rule }: { readonly rule: Ruling }) =>
    regulationsOf(rule.clause).some((cited) => cited === code);
  const ofGroups = Object.values({ ...groupDefinitions, ...memberCommands });
  const lines = [
    ...Object.values(commands)
      .filter(cites)
      .map(({ name, rule }) => `- \`${name}\`: ${rule.zh} ${rule.en}.`),
    ...ofGroups.filter(cites).map(({ name, rule }) => `- 群体 group \`${name}\`: ${rule.zh} ${rule.en}.`),
  ];
  return lines.length === 0 ? [] : [...lines, ""];
}

function title(code: string): string {
  return isRegulation(code) ? `${regulations[code].zh} ${regulations[code].en}` : "";
}

function links(files: readonly string[]): string {
  return files.map((file) => `[${file.replace(/^(lib|test)\//, "")}](../${file})`).join(" · ");
}

/** code → files that name it, in alphabetical order. */
function mentions(patterns: string[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of globSync(patterns, { cwd: root }).sort()) {
    const codes = readFileSync(join(root, file), "utf8").match(/\bD(?:1[0-5]|[1-9])\b/g) ?? [];
    for (const code of new Set(codes)) found.set(code, [...(found.get(code) ?? []), file]);
  }
  return found;
}

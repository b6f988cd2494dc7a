import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./markdown.ts";

/** The documents whose rules the product carries out, by the code that comments, tests and refusals use. */
const documents = {
  D1: "地产客户投诉台账、统计模板",
  D2: "物业管理客户投诉处理方案",
  D3: "物业处理投诉流程",
  D4: "客户投诉处理管理制度",
  D5: "顾客投诉分类及统计分析 K8.3-F2",
  D6: "物业管理公司用户投诉处理规程",
  D7: "物业月报(模板)",
  D8: "物业投诉分析表",
  D9: "物业中心客户投诉处理制度",
  D10: "客户投诉处理台账",
  D11: "客户投诉、意见处理工作规程",
  D12: "物业客户投诉处理制度",
  D13: "物业管理中心客户投诉处理制度",
  D14: "物业管理公司客户投诉工作月报",
  D15: "物业管理客户投诉分类统计表 说明",
} as const;

interface Mentions {
  readonly rules: readonly string[];
  readonly tests: readonly string[];
}

/** Where each document is carried out and where that is tested, found by its code in the sources. */
export function findRules(): ReadonlyMap<string, Mentions> {
  const rules = mentions(["lib/**/*.ts", "data/**/*.json"]);
  const tests = mentions(["test/**/*.test.ts"]);
  return new Map(
    Object.keys(documents).map((code) => [
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

function title(code: string): string {
  return Object.entries(documents).find(([known]) => known === code)?.[1] ?? "";
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

import { readdirSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { functionVariables } from "../../../../lib/config/environment.ts";
import { lambdaOf, root, type Synthesized, synthesize } from "../support.ts";

const names = Object.keys(functionVariables);
let outdir: string;
let bundled: Synthesized;
beforeAll(() => {
  bundled = synthesize("local", { bundles: true });
  outdir = bundled.app.outdir;
}, 180_000);

const assetOf = (name: string) =>
  join(outdir, `asset.${String(lambdaOf(bundled, name).properties.Code.S3Key).replace(/\.zip$/, "")}`);

const modulesOf = (name: string) => readdirSync(assetOf(name)).filter((file) => file.endsWith(".mjs"));
const codeOf = (name: string, file: string) => readFileSync(join(assetOf(name), file), "utf8");
const importedBy = (code: string) =>
  [...code.matchAll(/(?:^|[;}\n])(?:import|export)\b[^;"'()]*?(?:from)?\s*"([^"]+)"/g)].map(
    (match) => match[1]!,
  );

/** Files that are read before the first event: the entry with all that it imports at once. */
function filesAtStart(name: string): readonly string[] {
  const seen = new Set<string>();
  const waiting = ["index.mjs"];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const beside = importedBy(codeOf(name, file)).filter((module) => module.startsWith("./"));
    waiting.push(...beside.map((module) => module.slice(2)));
  }
  return [...seen];
}

/** Their bytes. */
function atStart(name: string): number {
  return filesAtStart(name).reduce((sum, file) => sum + statSync(join(assetOf(name), file)).size, 0);
}

/** Modules of the source that are evaluated before the first event, by the maps of those files. */
function modulesAtStart(name: string): readonly string[] {
  return filesAtStart(name).flatMap((file): string[] => JSON.parse(codeOf(name, `${file}.map`)).sources);
}

/** What stands in modules of its own costs every start a file each: many small ones are slower than what they save. */
const FILES = 24;

/** Megabytes at start; whoever waits for an answer or a mail waits for them too. */
const budgets: Readonly<Record<string, number>> = {
  "mail-poll": 2.3,
  // The most routes of all.
  "staff-api": 1.52,
  // Every text that leaves; every form of mail that comes.
  send: 1.51,
  "mail-in": 1.51,
  "channels-api": 1.27,
  "public-api": 1.33,
  "reports-api": 1.36,
  "report-build": 4.2,
};
const BUDGET = 1.5;

describe("function bundles", () => {
  it.each(names)("%s is one module and what it loads later, with source maps and nothing native", (name) => {
    const files = readdirSync(assetOf(name), { recursive: true }).map(String);
    const beside = name === "report-build" ? ["chart-font.otf", "resvg.wasm"] : [];
    // The staff's pages; what is in them is checked where they are built.
    const code = name === "pages" ? files.filter((file) => !/^web(\/|$)/.test(file)) : files;
    expect(code.length < files.length).toBe(name === "pages");
    expect(code.filter((file) => !/\.mjs(\.map)?$/.test(file)).sort()).toEqual(beside);
    expect(
      modulesOf(name)
        .map((file) => `${file}.map`)
        .filter((file) => !files.includes(file)),
    ).toEqual([]);
    const { sources } = JSON.parse(codeOf(name, "index.mjs.map"));
    const entries = sources.filter((source: string) => /(?:^|\/)functions\/[^/]+\.ts$/.test(source));
    expect(entries.map((source: string) => basename(source))).toEqual([`${name}.ts`]);
    expect(codeOf(name, "index.mjs")).toMatch(/export\s*\{[^}]*\bhandler\b[^}]*\}/);
    for (const file of modulesOf(name)) {
      expect(codeOf(name, file)).not.toMatch(/require\("[^"]+\.node"\)/);
      expect(codeOf(name, file).includes(root)).toBe(false);
    }
  });

  it.each(names)("%s keeps to its budget at start", (name) => {
    const megabytes = atStart(name) / 1e6;
    expect(megabytes).toBeGreaterThan(0.05);
    expect(megabytes).toBeLessThanOrEqual(budgets[name] ?? BUDGET);
    expect(filesAtStart(name).length).toBeLessThanOrEqual(FILES);
  });

  it("what few people come for is not evaluated before somebody does", () => {
    const evaluated = (name: string) =>
      [
        ...new Set(
          modulesAtStart(name).flatMap(
            (source) => /lib\/adapters\/http\/([\w-]+)\/handlers/.exec(source)?.[1] ?? [],
          ),
        ),
      ].sort();
    expect(evaluated("staff-api")).toEqual([
      "box-rounds",
      "complaints",
      "corrective",
      "events",
      "groups",
      "held",
      "uploads",
    ]);
    expect(evaluated("channels-api")).toEqual(["channels"]);
    expect(evaluated("reports-api")).toEqual(["jobs", "reports", "submissions"]);
    expect(
      modulesAtStart("public-api").filter((source) => /\/http\/wechat\/|residents\/handlers/.test(source)),
    ).toEqual([]);
  });

  it("no function brings the ways in which a person's machine finds credentials", () => {
    for (const name of names)
      for (const file of modulesOf(name)) expect(codeOf(name, file)).not.toContain("fromInstanceMetadata");
  });

  it("no function imports http so that the library behind fetch is loaded with it", () => {
    for (const name of names)
      for (const file of modulesOf(name))
        expect(codeOf(name, file)).not.toMatch(/(?:from|import|import\(|require\()"(?:node:)?http"/);
  });

  it("need nothing beside themselves: only Node's own modules stay imported", () => {
    for (const name of names) {
      const imported = modulesOf(name).flatMap((file) => importedBy(codeOf(name, file)));
      expect(imported.length).toBeGreaterThan(0);
      const foreign = imported.filter((module) => !module.startsWith("./") && !isBuiltin(module));
      expect(foreign).toEqual([]);
    }
  });
});

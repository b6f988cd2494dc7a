import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { functionVariables } from "../../../../lib/config/environment.ts";
import { exampleSettings } from "../../../bench/desk/starts.ts";
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
const sourcesOf = (name: string, file: string): readonly string[] =>
  JSON.parse(codeOf(name, `${file}.map`)).sources;
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
  return filesAtStart(name).flatMap((file) => sourcesOf(name, file));
}

/** How many schemas a function makes before the first event: zod tells whoever asks of each one made. */
function schemasAtStart(name: string, variables: readonly string[]): number {
  const count =
    "let made = 0; globalThis.__zod_globalConfig = { postProcessor: () => { made += 1; } }; " +
    "await import(process.argv[1]); console.log(made); process.exit();";
  const env = { ...exampleSettings(variables) };
  const asked = ["--input-type=module", "-e", count, join(assetOf(name), "index.mjs")];
  return Number(execFileSync(process.execPath, asked, { env }));
}

/** What stands in modules of its own costs every start a file each: many small ones are slower than what they save. */
const FILES = 24;

/** Megabytes at start; whoever waits for an answer or a mail waits for them too. */
const budgets: Readonly<Record<string, number>> = {
  "mail-poll": 1.85,
  // The most routes of all.
  "staff-api": 1.06,
  // Every text that leaves; every form of mail that comes.
  send: 1.05,
  "mail-in": 1.05,
  "public-api": 0.93,
  "reports-api": 0.93,
  "report-build": 2.82,
};
const BUDGET = 0.88;

/** Schemas made at start. Each takes time, and most are of documents that the first event does not read. */
const schemaBudgets: Readonly<Record<string, number>> = {
  // Every body that people send.
  "staff-api": 2400,
  "public-api": 1650,
  "channels-api": 1570,
};
const SCHEMAS = 1400;

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

  it.each(Object.entries(functionVariables))("%s makes few schemas at start", (name, variables) => {
    const made = schemasAtStart(name, variables);
    expect(made).toBeGreaterThan(10);
    expect(made).toBeLessThanOrEqual(schemaBudgets[name] ?? SCHEMAS);
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
    const waysOfAMachine = /credential-provider-(?:node|ini|process|sso|imds|login|http|web-identity)/;
    for (const name of names) {
      const sources = modulesOf(name).flatMap((file) => sourcesOf(name, file));
      expect(sources.length).toBeGreaterThan(100);
      expect(sources.filter((source) => waysOfAMachine.test(source))).toEqual([]);
    }
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

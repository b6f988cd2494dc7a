import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";
import type { PlantedFault } from "./fault.ts";

const run = z.strictObject({ seed: z.int(), days: z.number(), perDay: z.number() });

/** A run by the numbers that it is drawn from. */
export type RunOf = z.output<typeof run>;

const result = z.strictObject({
  /** Runs that were looked at, the finding one among them. */
  tried: z.int(),
  found: run.exactOptional(),
  /** The rule that it broke, or how the run ended. */
  by: z.string(),
  commit: z.string(),
});

/** What came of one planted fault so far. */
export type Result = z.output<typeof result>;

const file = z.strictObject({
  faults: z.record(z.string(), result),
  /** Runs that were looked at without any fault, by commit and run: whether they hold. */
  sound: z.record(z.string(), z.boolean()),
});

/** What earlier runs have found, kept in a file so that one that was broken off goes on where it stood. */
export class Results {
  readonly faults: Map<string, Result>;
  readonly sound: Map<string, boolean>;
  readonly #path: string;

  constructor(path: string, anew: boolean) {
    this.#path = path;
    const known = anew || !existsSync(path) ? { faults: {}, sound: {} } : file.parse(read(path));
    this.faults = new Map(Object.entries(known.faults));
    this.sound = new Map(Object.entries(known.sound));
  }

  save(): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    const now = { faults: Object.fromEntries(this.faults), sound: Object.fromEntries(this.sound) };
    writeFileSync(this.#path, `${JSON.stringify(now, undefined, 1)}\n`);
  }
}

const hintsFile = new URL("hints.json", import.meta.url);

/** Runs that have found a fault before: they are tried first, and nothing more is said by them. */
export function knownHints(): ReadonlyMap<string, RunOf> {
  return new Map(Object.entries(z.record(z.string(), run).parse(read(hintsFile))));
}

export function writeHints(faults: ReadonlyMap<string, Result>, names: readonly string[]): void {
  const before = knownHints();
  const now = names.flatMap((name) => {
    const hint = faults.get(name)?.found ?? before.get(name);
    return hint === undefined ? [] : [[name, hint] as const];
  });
  writeFileSync(hintsFile, `${JSON.stringify(Object.fromEntries(now), undefined, 2)}\n`);
}

const docs = new URL("../../../docs/simulation.md", import.meta.url);
const [BEGIN, END] = ["<!-- planted: written by the command -->", "<!-- /planted -->"];

/** Writes the table into docs/simulation.md, in place of the one that stands there. Throws RangeError without its place. */
export function writeTable(planted: readonly PlantedFault[], faults: ReadonlyMap<string, Result>): void {
  const text = readFileSync(docs, "utf8");
  const [before, rest] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || rest < before) throw new RangeError("docs/simulation.md has no place for the table");
  const rows = planted.map(({ name, what }) => `| \`${name}\` | ${what} | ${outcome(faults.get(name))} |`);
  const found = planted.filter(({ name }) => faults.get(name)?.found !== undefined).length;
  const lines = [
    BEGIN,
    "",
    `${found} of ${planted.length} found. A run is the seed, its days and its complaints a day; the last column is the commit it was looked at with.`,
    "",
    "| mistake | what it is | runs | found by | rule | commit |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ];
  writeFileSync(docs, `${text.slice(0, before)}${lines.join("\n")}\n${text.slice(rest)}`);
}

function outcome(result: Result | undefined): string {
  if (result === undefined) return "0 | not looked at | | ";
  const { tried, found, by, commit } = result;
  return found === undefined
    ? `${tried} | **not found** | | ${commit}`
    : `${tried} | ${named(found)} | ${by} | ${commit}`;
}

/** 17 · 1 d · 8: the seed, days, complaints a day. */
export function named({ seed, days, perDay }: RunOf): string {
  return `${seed} · ${days} d · ${perDay}`;
}

function read(path: URL | string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

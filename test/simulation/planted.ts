import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { runSeeds, type SeedLine } from "./lanes.ts";
import { drawnFor, type Plan } from "./people/plan.ts";
import type { PlantedFault } from "./planted/fault.ts";
import { plantedFaults } from "./planted/faults.ts";
import { inOrder } from "./planted/needs.ts";
import { knownHints, named, Results, type RunOf, writeHints, writeTable } from "./planted/results.ts";

/*
 * `npm run simulate:planted`: plants each fault by itself and shows by which run and rule it was found; the first finding ends
 * the search for it. What was found is kept (`--results`), so that a run that was broken off, ran out of its minutes or was
 * for some of them only (`--only`) goes on where it stood.
 */

const { values } = parseArgs({
  options: {
    /** The most runs for each fault. */
    seeds: { type: "string", default: "2000" },
    only: { type: "string" },
    lanes: { type: "string", default: String(availableParallelism()) },
    results: { type: "string", default: ".jiesu/planted.json" },
    /** Stops after so many minutes, to be gone on with later. */
    minutes: { type: "string", default: "600" },
    /** Forgets what earlier runs have found. */
    anew: { type: "boolean", default: false },
    /** Writes the table into docs/simulation.md, and what found each as the first to be tried next time. */
    write: { type: "boolean", default: false },
  },
});

/** Short runs first: most mistakes show on the first day. What needs a night or a weekend shows in the long ones. */
const SHORT = { days: 1, perDay: 8, count: 30 };
const LONG = { days: 3, perDay: 8 };
const most = Number(values.seeds);
const until = Date.now() + Number(values.minutes) * 60_000;
const commit = execFileSync("git", ["describe", "--always", "--dirty=+", "--exclude=*"], {
  encoding: "utf8",
}).trim();
const results = new Results(values.results, values.anew);
const hints = knownHints();
const wanted = plantedFaults.filter(
  ({ name }) => values.only === undefined || values.only.split(",").includes(name),
);

const plans = new Map<string, Plan>();

function planOf(run: RunOf): Plan {
  const { seed, days, perDay } = run;
  const plan = plans.get(named(run)) ?? drawnFor(seed, days, perDay).plan;
  plans.set(named(run), plan);
  return plan;
}

/** The runs that are tried for a fault, in their order: the one that found it before, short ones, long ones. */
function runsFor(name: string): RunOf[] {
  const hint = hints.get(name);
  const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const ordered = (count: number, { days, perDay }: { days: number; perDay: number }) =>
    inOrder(name, seeds(count), (seed) => planOf({ seed, days, perDay })).map((seed) => ({
      seed,
      days,
      perDay,
    }));
  const long = ordered(Math.max(0, most - SHORT.count), LONG);
  return [...(hint === undefined ? [] : [hint]), ...ordered(SHORT.count, SHORT), ...long].slice(0, most);
}

/** The first runs of a list that are of one length. */
function alike(runs: readonly RunOf[]): readonly RunOf[] {
  const [first] = runs;
  const end = runs.findIndex((one) => one.days !== first?.days || one.perDay !== first.perDay);
  return end < 0 ? runs : runs.slice(0, end);
}

const lengthOf = ({ days, perDay }: RunOf) => ["--days", String(days), "--per-day", String(perDay)];

async function holdsWithout(run: RunOf): Promise<boolean> {
  const key = `${commit} ${named(run)}`;
  const known = results.sound.get(key);
  if (known !== undefined) return known;
  const seen: SeedLine[] = [];
  await runSeeds(["--list", String(run.seed), "--until-found", ...lengthOf(run)], (line) => seen.push(line));
  const holds = seen.every(({ violations }) => violations.length === 0);
  results.sound.set(key, holds);
  return holds;
}

type Outcome =
  | { readonly kind: "none" | "stopped"; readonly tried: number }
  | { readonly kind: "broken"; readonly tried: number; readonly by: string };

/** Runs of one length with a fault, until one breaks a rule or the time is over. */
async function tryAll(name: string, runs: readonly RunOf[]): Promise<Outcome> {
  const [first] = runs;
  if (first === undefined) return { kind: "none", tried: 0 };
  let tried = 0;
  const seen: { rule?: string } = {};
  const stop = AbortSignal.timeout(Math.max(1, until - Date.now()));
  const list = runs.map(({ seed }) => seed).join(",");
  const failure = await runSeeds(
    ["--plant", name, "--until-found", "--list", list, ...lengthOf(first)],
    (line) => {
      tried += 1;
      const rule = line.violations[0]?.rule;
      if (rule !== undefined) seen.rule = rule;
      progress(name, tried);
    },
    stop,
  ).then(
    () => undefined,
    (error: unknown) => String(error),
  );
  if (seen.rule !== undefined) return { kind: "broken", tried, by: seen.rule };
  if (stop.aborted) return { kind: "stopped", tried };
  if (failure === undefined) return { kind: "none", tried };
  // The product does not even run with it, or the simulation stopped at an answer that cannot be: found as well.
  const line = failure.split("\n").find((one) => one.includes("Error")) ?? failure;
  return { kind: "broken", tried: tried + 1, by: line.trim().replaceAll("|", "/").slice(0, 90) };
}

/** Goes on looking for a fault where the last run stopped. */
async function search({ name }: PlantedFault): Promise<void> {
  const runs = runsFor(name);
  let tried = results.faults.get(name)?.tried ?? 0;
  while (tried < runs.length && Date.now() < until) {
    const outcome = await tryAll(name, alike(runs.slice(tried)));
    tried += outcome.tried;
    // The time was over before the first run was.
    if (tried === 0) return;
    const run = runs[tried - 1];
    const isFound = outcome.kind === "broken" && run !== undefined && (await holdsWithout(run));
    if (outcome.kind === "broken" && run !== undefined && !isFound)
      process.stderr.write(
        `${named(run)} breaks a rule without any mistake, too (${outcome.by} with ${name})\n`,
      );
    results.faults.set(name, {
      tried,
      by: isFound ? outcome.by : "",
      commit,
      ...(isFound ? { found: run } : {}),
    });
    results.save();
    if (isFound) return;
  }
}

function progress(name: string, tried: number): void {
  const done = wanted.filter((one) => results.faults.get(one.name)?.found !== undefined).length;
  const text = `${done} of ${wanted.length} found · ${name} run ${tried} `;
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(78)}\r`);
  else if (tried % 25 === 0) process.stderr.write(`${text}\n`);
}

function show({ name, what }: PlantedFault): void {
  const result = results.faults.get(name);
  const by = result?.found === undefined ? "not found" : `${named(result.found)}: ${result.by}`;
  const mark = result?.found === undefined ? "✗" : "✓";
  console.log(
    `${mark} ${name.padEnd(32)} ${String(result?.tried ?? 0).padStart(5)}  ${by.padEnd(60)}  ${what}`,
  );
}

// Those that were never looked at come first: a table with gaps says less than one whose hard ones wait.
const isKnown = ({ name }: PlantedFault) => results.faults.has(name);
const waiting = wanted.toSorted((a, b) => Number(isKnown(a)) - Number(isKnown(b))).values();

async function lane(): Promise<void> {
  for (const fault of waiting) {
    if (results.faults.get(fault.name)?.found === undefined) await search(fault);
    show(fault);
  }
}

await Promise.all(Array.from({ length: Number(values.lanes) }, lane));
const found = wanted.filter(({ name }) => results.faults.get(name)?.found !== undefined);
console.log(`${found.length} of ${wanted.length} planted faults found`);
if (values.write) {
  writeTable(plantedFaults, results.faults);
  writeHints(
    results.faults,
    plantedFaults.map(({ name }) => name),
  );
}
process.exitCode = found.length === wanted.length ? 0 : 1;

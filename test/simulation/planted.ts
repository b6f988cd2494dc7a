import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { runSeeds, type SeedLine } from "./lanes.ts";
import { drawnFor, type Plan } from "./people/plan.ts";
import { type PlantedFault, plantedFaults } from "./planted/faults.ts";
import { inOrder } from "./planted/needs.ts";

/*
 * `npm run simulate:planted`: plants each fault by itself and shows by which seed and rule it was found. What was found is
 * kept (`--results`), so that a run that was broken off, or one `--only` for some of them, goes on where it stood.
 */

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "2000" },
    days: { type: "string", default: "1" },
    "per-day": { type: "string", default: "8" },
    only: { type: "string" },
    lanes: { type: "string", default: String(availableParallelism()) },
    results: { type: "string", default: ".jiesu/planted.json" },
    /** Forgets what earlier runs have found. */
    anew: { type: "boolean", default: false },
  },
});

/** What came of one fault. */
interface Result {
  readonly tried: number;
  readonly found: boolean;
  readonly by: string;
}

const results = new Map<string, Result>(
  values.anew || !existsSync(values.results)
    ? []
    : Object.entries(JSON.parse(readFileSync(values.results, "utf8")) as Record<string, Result>),
);
const wanted = plantedFaults.filter(
  ({ name }) => values.only === undefined || values.only.split(",").includes(name),
);
const length = ["--days", values.days, "--per-day", values["per-day"]];

/** Seeds that were looked at without any fault: the same for all of them. */
const sound = new Map<number, Promise<boolean>>();

function holdsWithout(seed: number): Promise<boolean> {
  const known = sound.get(seed) ?? holds(seed);
  sound.set(seed, known);
  return known;
}

async function holds(seed: number): Promise<boolean> {
  const seen: SeedLine[] = [];
  await runSeeds(["--from", String(seed), "--count", "1", ...length], (line) => seen.push(line));
  return seen.every(({ violations }) => violations.length === 0);
}

const plans = new Map<number, Plan>();

function planOf(seed: number): Plan {
  const plan = plans.get(seed) ?? drawnFor(seed, Number(values.days), Number(values["per-day"])).plan;
  plans.set(seed, plan);
  return plan;
}

/** Runs seeds with a fault until one breaks a rule that holds without it. */
async function search({ name }: PlantedFault): Promise<Result> {
  const seeds = inOrder(
    name,
    Array.from({ length: Number(values.seeds) }, (_, index) => index + 1),
    planOf,
  );
  let tried = 0;
  while (tried < seeds.length) {
    const left = seeds.slice(tried);
    const seen: { found?: SeedLine } = {};
    const failure = await runSeeds(
      ["--plant", name, "--until-found", "--list", left.join(","), ...length],
      (line) => {
        tried += 1;
        if (line.violations.length > 0) seen.found = line;
        progress(name, tried);
      },
    ).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    // The product does not even run with it, or the simulation stopped at an answer that cannot be: found as well.
    if (failure !== undefined) {
      const line = failure.split("\n").find((one) => one.includes("Error")) ?? failure;
      return { tried: tried + 1, found: true, by: `seed ${seeds[tried]}: ${line.slice(0, 90)}` };
    }
    const { found } = seen;
    if (found === undefined) break;
    const by = `seed ${found.seed}: ${found.violations[0]?.rule}`;
    if (await holdsWithout(found.seed)) return { tried, found: true, by };
    process.stderr.write(`seed ${found.seed} breaks ${found.violations[0]?.rule} without any mistake, too\n`);
  }
  return { tried, found: false, by: `not found in ${tried} seeds` };
}

function progress(name: string, tried: number): void {
  const text = `${results.size} of ${plantedFaults.length} looked at · ${name} seed ${tried} `;
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(78)}\r`);
  else if (tried % 25 === 0) process.stderr.write(`${text}\n`);
}

function show({ name, what }: PlantedFault, { found, tried, by }: Result): void {
  console.log(
    `${found ? "✓" : "✗"} ${name.padEnd(32)} ${String(tried).padStart(5)}  ${by.padEnd(60)}  ${what}`,
  );
}

const waiting = wanted.values();

async function lane(): Promise<void> {
  for (const fault of waiting) {
    const known = results.get(fault.name);
    const isEnough = known?.found === true || (known?.tried ?? 0) >= Number(values.seeds);
    const result = known !== undefined && isEnough ? known : await search(fault);
    results.set(fault.name, result);
    mkdirSync(dirname(values.results), { recursive: true });
    writeFileSync(values.results, JSON.stringify(Object.fromEntries(results), undefined, 1));
    show(fault, result);
  }
}

await Promise.all(Array.from({ length: Number(values.lanes) }, lane));
const found = wanted.filter(({ name }) => results.get(name)?.found === true);
console.log(`${found.length} of ${wanted.length} planted faults found`);
process.exitCode = found.length === wanted.length ? 0 : 1;

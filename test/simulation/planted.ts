import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { runSeeds, type SeedLine } from "./lanes.ts";
import { plantedFaults } from "./planted/faults.ts";

/* `npm run simulate:planted`: plants each fault by itself and shows by which seed and rule it was found. */

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "2000" },
    days: { type: "string", default: "1" },
    only: { type: "string" },
    lanes: { type: "string", default: String(availableParallelism()) },
  },
});
const wanted = plantedFaults.filter(
  ({ name }) => values.only === undefined || values.only.split(",").includes(name),
);
const waiting = wanted.values();
let missed = 0;

/** Seeds that were looked at without any fault: the same for all of them. */
const sound = new Map<number, Promise<boolean>>();

function holdsWithout(seed: number): Promise<boolean> {
  const known = sound.get(seed) ?? holds(seed);
  sound.set(seed, known);
  return known;
}

async function holds(seed: number): Promise<boolean> {
  const seen: SeedLine[] = [];
  const args = ["--from", String(seed), "--count", "1", "--days", values.days, "--per-day", "6"];
  await runSeeds(args, (line) => seen.push(line));
  return seen.every(({ violations }) => violations.length === 0);
}

async function lane(): Promise<void> {
  for (const { name, what } of waiting) {
    let found: SeedLine | undefined;
    let tried = 0;
    let failure = "";
    await runSeeds(
      ["--plant", name, "--until-found", "--count", values.seeds, "--days", values.days, "--per-day", "6"],
      (line) => {
        tried += 1;
        if (line.violations.length > 0) found = line;
      },
    ).catch((error: unknown) => {
      // The product does not even run with it, or the simulation stopped at an answer that cannot be: found as well.
      failure =
        String(error)
          .split("\n")
          .find((line) => line.includes("Error")) ?? String(error);
    });
    // A seed that breaks a rule without the fault as well has not found the fault.
    const isSound = found === undefined || (await holdsWithout(found.seed));
    if ((found === undefined && failure === "") || !isSound) missed += 1;
    const by =
      found === undefined
        ? failure === ""
          ? `not found in ${tried} seeds`
          : failure.slice(0, 90)
        : `seed ${found.seed}: ${found.violations[0]?.rule}${isSound ? "" : " (without it, too)"}`;
    console.log(
      `${(found === undefined && failure === "") || !isSound ? "✗" : "✓"} ${name.padEnd(32)} ${String(tried).padStart(5)}  ${by.padEnd(60)}  ${what}`,
    );
  }
}

await Promise.all(Array.from({ length: Number(values.lanes) }, lane));
console.log(`${wanted.length - missed} of ${wanted.length} planted faults found`);
process.exitCode = missed === 0 ? 0 : 1;

import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { KeptRun } from "./corpus.ts";
import { realWorld } from "./engine/globals.ts";
import type { Happening } from "./people/plan.ts";

/*
 * `npm run simulate:shrink -- --seed N --days D`: takes away days, faults, affairs and people as long as the same rule is
 * broken, and writes the shortest run that breaks it, ready for corpus.json.
 */

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "2" },
    "per-day": { type: "string", default: "4" },
    /** With a planted fault, whose name goes into the kept run. */
    plant: { type: "string" },
    out: { type: "string", default: ".jiesu/shrunk.json" },
  },
});
if (values.plant !== undefined) (await import("./planted/plant.ts")).plant(values.plant);
const { simulate } = await import("./run.ts");

const say = (line: string) => realWorld.write(`${line}\n`);
const DAY = 86_400_000;
const seed = Number(values.seed);
const drawn = { seed, days: Number(values.days), perDay: Number(values["per-day"]), brief: true };
const whole = await simulate(drawn);
const [first] = whole.violations;
let runs = 1;

if (first === undefined) say(`seed ${seed} breaks nothing in ${values.days} days`);
else {
  say(`seed ${seed} breaks ${first.rule}: ${first.about}`);
  const shortest = await shrunk(first.rule, first.at);
  const { cases, affairs, faults, days } = shortest;
  mkdirSync(".jiesu", { recursive: true });
  writeFileSync(values.out, `${JSON.stringify(shortest, undefined, 2)}\n`);
  say(
    `${cases.length} complaints, ${affairs.length} affairs, ${faults.length} faults, ${days.toFixed(3)} days, after ${runs} runs`,
  );
  say(`npm run simulate -- --replay ${values.out}`);
}

async function shrunk(rule: string, at: number): Promise<KeptRun> {
  const { startAt, plan } = whole;
  let { days } = drawn;
  let what: Happening = { startAt, cases: plan.cases, affairs: plan.affairs, faults: plan.faults };
  const breaks = async (less: Happening, length = days) => {
    runs += 1;
    const { violations } = await simulate({ seed, days: length, happening: less, brief: true });
    return violations.some((one) => one.rule === rule);
  };
  // What comes later has no part in it, and every further try is the shorter for it.
  const until = (at - startAt) / DAY + 0.001;
  const isBefore = ({ at: when, from }: { readonly at?: number; readonly from?: number }) =>
    (when ?? from ?? 0) <= at;
  const early = {
    startAt,
    cases: what.cases.filter(isBefore),
    affairs: what.affairs.filter(isBefore),
    faults: what.faults.filter(isBefore),
  };
  if (until < days && (await breaks(early, until))) [what, days] = [early, until];
  what = { ...what, faults: await fewest("faults", what.faults, (faults) => breaks({ ...what, faults })) };
  what = {
    ...what,
    affairs: await fewest("affairs", what.affairs, (affairs) => breaks({ ...what, affairs })),
  };
  what = { ...what, cases: await fewest("complaints", what.cases, (cases) => breaks({ ...what, cases })) };
  while (days > 0.05 && (await breaks(what, days * 0.7))) days *= 0.7;
  const mistake = values.plant === undefined ? {} : { plant: values.plant };
  return { seed, days, rule, was: "", ...mistake, ...what };
}

/** All, then halves, then quarters, … of the list are left out while what is left still breaks the rule. */
async function fewest<T>(
  name: string,
  list: readonly T[],
  holds: (less: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let left = [...list];
  if (left.length > 0 && (await holds([]))) left = [];
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < left.length; ) {
      const less = left.filter((_, index) => index < from || index >= from + size);
      if (await holds(less)) left = less;
      else from += size;
    }
    say(`… ${left.length} of ${list.length} ${name}`);
  }
  return left;
}

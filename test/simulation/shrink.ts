import { parseArgs } from "node:util";
import { realWorld } from "./engine/globals.ts";
import { numbersOf } from "./people/plan.ts";
import { simulate } from "./run.ts";

/*
 * `npm run simulate:shrink -- --seed N --days D`: takes away faults, then affairs, then people, then days, as long as the
 * same rule is broken, and prints the shortest run that breaks it.
 */

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "2" },
    "per-day": { type: "string", default: "4" },
    keep: { type: "string" },
  },
});
const say = (line: string) => realWorld.write(`${line}\n`);
const seed = Number(values.seed);
const perDay = Number(values["per-day"]);
let days = Number(values.days);

async function rulesOf(keep: readonly number[] | undefined, length: number) {
  const { violations, plan } = await simulate({ seed, days: length, perDay, keep, brief: true });
  return { rules: violations.map(({ rule }) => rule), first: violations[0], plan };
}

const whole = await rulesOf(values.keep?.split(",").map(Number), days);
const [rule] = whole.rules;
if (rule === undefined) {
  say(`seed ${seed} breaks nothing in ${days} days`);
} else {
  say(`seed ${seed} breaks ${rule}: ${whole.first?.about}`);
  let { faults, affairs, cases } = numbersOf(whole.plan);
  const breaks = async (keep: readonly number[], length = days) =>
    (await rulesOf(keep, length)).rules.includes(rule);
  faults = await fewest(faults, (less) => breaks([...less, ...affairs, ...cases]));
  affairs = await fewest(affairs, (less) => breaks([...faults, ...less, ...cases]));
  cases = await fewest(cases, (less) => breaks([...faults, ...affairs, ...less]));
  const keep = [...faults, ...affairs, ...cases];
  while (days > 0.25 && (await breaks(keep, days / 2))) days /= 2;
  say(`npm run simulate -- --seed ${seed} --days ${days} --per-day ${perDay} --keep ${keep.join(",")}`);
}

/** Halves, then quarters, … of the list are left out while what is left still breaks the rule. */
async function fewest(
  list: readonly number[],
  holds: (less: readonly number[]) => Promise<boolean>,
): Promise<number[]> {
  let left = [...list];
  if (left.length > 0 && (await holds([]))) return [];
  for (
    let size = Math.ceil(left.length / 2);
    size >= 1 && left.length > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < left.length; ) {
      const less = left.filter((_, index) => index < from || index >= from + size);
      if (await holds(less)) left = less;
      else from += size;
    }
    say(`… ${left.length} of ${list.length} left`);
    if (size === 1) break;
  }
  return left;
}

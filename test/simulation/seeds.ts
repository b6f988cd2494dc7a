import { parseArgs } from "node:util";
import { corpus, keptRuns } from "./corpus.ts";
import { realWorld } from "./engine/globals.ts";
import { besideBuild } from "./engine/released.ts";
import type { Happening } from "./people/plan.ts";

/*
 * Several seeds one after the other in one process, a line of JSON each: what the swarm and the planted faults run in
 * processes of their own. With `--plant` the product has that fault; with `--until-found` the first broken seed ends it.
 */

const { values } = parseArgs({
  options: {
    from: { type: "string", default: "1" },
    count: { type: "string", default: "5" },
    /** These seeds, in this order, instead of a row of them. */
    list: { type: "string" },
    step: { type: "string", default: "1" },
    days: { type: "string", default: "1" },
    "per-day": { type: "string", default: "4" },
    /** The kept runs instead, all of them. */
    corpus: { type: "boolean", default: false },
    plant: { type: "string" },
    /** Half of the environments run this release's code, which is kept in test/corpus/releases. */
    with: { type: "string" },
    "until-found": { type: "boolean", default: false },
  },
});
if (values.plant !== undefined) (await import("./planted/plant.ts")).plant(values.plant);
const { currentBuild, simulate } = await import("./run.ts");
const brief = values["until-found"];
const mixed =
  values.with === undefined ? {} : { builds: [await currentBuild(), await besideBuild(values.with)] };

async function one(seed: number, days: number, happening?: Happening): Promise<boolean> {
  const began = realWorld.now();
  const perDay = Number(values["per-day"]);
  const { violations, digest, counts } = await simulate({
    seed,
    days,
    perDay,
    happening,
    brief,
    cold: brief,
    ...mixed,
  });
  const line = { seed, ms: Math.round(realWorld.now() - began), digest, violations, counts };
  realWorld.write(`${JSON.stringify(line)}\n`);
  return violations.length === 0;
}

if (values.corpus) for (const run of keptRuns(corpus)) await one(run.seed, run.days, run);
else
  for (const seed of asked()) {
    const held = await one(seed, Number(values.days));
    if (brief && !held) break;
  }

function asked(): readonly number[] {
  if (values.list !== undefined) return values.list.split(",").map(Number);
  const [from, step] = [Number(values.from), Number(values.step)];
  return Array.from({ length: Number(values.count) }, (_, index) => from + index * step);
}

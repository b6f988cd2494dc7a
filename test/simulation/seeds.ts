import { parseArgs } from "node:util";
import { realWorld } from "./engine/globals.ts";

/*
 * Several seeds one after the other in one process, a line of JSON each: what the swarm and the planted faults run in
 * processes of their own. With `--plant` the product has that fault; with `--until-found` the first broken seed ends it.
 */

const { values } = parseArgs({
  options: {
    from: { type: "string", default: "1" },
    count: { type: "string", default: "5" },
    step: { type: "string", default: "1" },
    days: { type: "string", default: "1" },
    "per-day": { type: "string", default: "4" },
    keep: { type: "string" },
    plant: { type: "string" },
    "until-found": { type: "boolean", default: false },
  },
});
if (values.plant !== undefined) (await import("./planted/plant.ts")).plant(values.plant);
const { simulate } = await import("./run.ts");
for (let index = 0; index < Number(values.count); index += 1) {
  const seed = Number(values.from) + index * Number(values.step);
  const began = realWorld.now();
  const brief = values["until-found"];
  const { violations, digest, counts } = await simulate({
    seed,
    days: Number(values.days),
    perDay: Number(values["per-day"]),
    keep: values.keep?.split(",").map(Number),
    brief,
    cold: brief,
  });
  const line = { seed, ms: Math.round(realWorld.now() - began), digest, violations, counts };
  realWorld.write(`${JSON.stringify(line)}\n`);
  if (brief && violations.length > 0) break;
}

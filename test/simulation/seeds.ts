import { parseArgs } from "node:util";
import { realWorld } from "./engine/globals.ts";
import { simulate } from "./run.ts";

/* Several seeds one after the other in one process: a line each. The swarm runs this on every core. */

const { values } = parseArgs({
  options: { from: { type: "string", default: "1" }, count: { type: "string", default: "5" }, step: { type: "string", default: "1" }, days: { type: "string", default: "1" }, "per-day": { type: "string", default: "4" } },
});
for (let index = 0; index < Number(values.count); index += 1) {
  const seed = Number(values.from) + index * Number(values.step);
  const began = realWorld.now();
  const { violations, digest, counts } = await simulate({ seed, days: Number(values.days), perDay: Number(values["per-day"]) });
  const line = { seed, ms: Math.round(realWorld.now() - began), digest, violations, counts };
  realWorld.write(`${JSON.stringify(line)}\n`);
}

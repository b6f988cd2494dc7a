import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { loadBuild } from "./engine/build.ts";
import { realWorld } from "./engine/globals.ts";
import { currentBuild, simulate } from "./run.ts";

/* `npm run simulate -- --seed N --days D [--keep 3,17,40]`: one run, its plan, what was broken, and last its trace. */

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "3" },
    "per-day": { type: "string", default: "4" },
    keep: { type: "string" },
    tail: { type: "string", default: "0" },
    /** Folder of another checkout: half of the environments run that build (needs its own node_modules beside it). */
    with: { type: "string" },
    logs: { type: "boolean", default: false },
    plan: { type: "boolean", default: false },
  },
});
const say = (line: string) => realWorld.write(`${line}\n`);
const keep = values.keep
  ?.split(",")
  .filter((one) => one !== "")
  .map(Number);
const other =
  values.with === undefined ? [] : [await loadBuild(values.with, pathToFileURL(`${values.with}/`))];
const began = realWorld.now();
const result = await simulate({
  seed: Number(values.seed),
  days: Number(values.days),
  perDay: Number(values["per-day"]),
  keep,
  ...(other.length === 0 ? {} : { builds: [await currentBuild(), ...other] }),
  ...(values.logs ? { onLog: say } : {}),
});
const { plan, violations, counts } = result;
say(
  `种子 seed ${values.seed} · ${values.days} d · ${plan.cases.length} 件投诉 complaints, ${plan.affairs.length} 件其他 affairs, ${plan.faults.length} 个故障 faults (${result.struck.length} struck)`,
);
say(
  `faults a day ${plan.mix.perDay}; weights ${Object.entries(plan.mix.weights)
    .filter(([, weight]) => weight > 0)
    .map(([kind, weight]) => `${kind} ${weight}`)
    .join(", ")}`,
);
if (values.plan) for (const one of [...plan.cases, ...plan.affairs, ...plan.faults]) say(JSON.stringify(one));
say(
  `${result.steps} steps in ${((realWorld.now() - began) / 1000).toFixed(1)} s: ${Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ")}`,
);
for (const line of Number(values.tail) === 0 ? [] : result.tail.slice(-Number(values.tail))) say(`  ${line}`);
for (const { rule, at, about } of violations)
  say(`✗ ${rule} · ${new realWorld.Date(at).toISOString()} · ${about}`);
say(violations.length === 0 ? "没有违反 nothing was broken" : `${violations.length} violations`);
say(result.digest);
process.exitCode = violations.length === 0 ? 0 : 1;

import { parseArgs } from "node:util";
import { documentIn } from "./checks/naive.ts";
import { corpus, keptRuns } from "./corpus.ts";
import { realWorld } from "./engine/globals.ts";
import { besideBuild } from "./engine/released.ts";
import type { Attributes } from "./services/dynamodb/values.ts";

/* `npm run simulate -- --seed N --days D [--keep 3,17,40]`: one run, its plan, what was broken, and last its trace. */

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "3" },
    "per-day": { type: "string", default: "4" },
    keep: { type: "string" },
    /** With this planted fault: what a rule says of it. */
    plant: { type: "string" },
    /** A run that was shrunk, or one of corpus.json by its number (1 is the first). */
    replay: { type: "string" },
    tail: { type: "string", default: "0" },
    /** Half of the environments run this build: a kept release's number, or the folder of another checkout with its packages. */
    with: { type: "string" },
    /** Part of a partition's key, a complaint's id for one: its documents' events as they are written. */
    show: { type: "string" },
    logs: { type: "boolean", default: false },
    plan: { type: "boolean", default: false },
  },
});
// Before the product is loaded.
if (values.plant !== undefined) (await import("./planted/plant.ts")).plant(values.plant);
const { currentBuild, simulate } = await import("./run.ts");
const say = (line: string) => realWorld.write(`${line}\n`);
const keep = values.keep
  ?.split(",")
  .filter((one) => one !== "")
  .map(Number);
const other = values.with === undefined ? [] : [await besideBuild(values.with)];
/** How many events of each document have been shown. */
const shown = new Map<string, number>();

function show(pk: string, at: number, item: Attributes | undefined): void {
  const document = documentIn(item);
  if (values.show === undefined || !pk.includes(values.show) || document?.events === undefined) return;
  const since = shown.get(pk) ?? 0;
  say(
    `${new realWorld.Date(at).toISOString()} ${pk} revision ${document.revision} ${document.status} timer ${document.alarm?.at ?? "none"} outbox ${document.outbox.join()}`,
  );
  for (const { seq, commandId, fact } of document.events)
    if (seq > since) say(`    ${seq} ${commandId} ${JSON.stringify(fact)}`);
  shown.set(pk, Math.max(since, document.events.at(-1)?.seq ?? 0));
}

function replayed() {
  const { replay } = values;
  if (replay === undefined) return undefined;
  const number = Number(replay);
  const run = Number.isInteger(number) ? keptRuns(corpus)[number - 1] : keptRuns(replay)[0];
  if (run === undefined) throw new RangeError(`no kept run ${replay}`);
  return run;
}

const began = realWorld.now();
const run = replayed();
const result = await simulate({
  seed: run?.seed ?? Number(values.seed),
  days: run?.days ?? Number(values.days),
  happening: run,
  perDay: Number(values["per-day"]),
  keep,
  ...(other.length === 0 ? {} : { builds: [await currentBuild(), ...other] }),
  ...(values.show === undefined ? {} : { onWrite: show }),
  ...(values.logs ? { onLog: say } : {}),
});
const { plan, violations, counts } = result;
say(
  `种子 seed ${run?.seed ?? values.seed} · ${run?.days ?? values.days} d · ${plan.cases.length} 件投诉 complaints, ${plan.affairs.length} 件其他 affairs, ${plan.faults.length} 个故障 faults (${result.struck.length} struck)`,
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

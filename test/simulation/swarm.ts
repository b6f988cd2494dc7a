import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { runSeeds, type SeedLine } from "./lanes.ts";

/* `npm run simulate:swarm -- --seeds N`: so many seeds over all cores, with progress; what was broken at the end. */

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "200" },
    from: { type: "string", default: "1" },
    days: { type: "string", default: "2" },
    "per-day": { type: "string", default: "4" },
    /** Half of the environments run this kept release's code. */
    with: { type: "string" },
    lanes: { type: "string", default: String(availableParallelism()) },
  },
});
const [seeds, from, lanes] = [
  Number(values.seeds),
  Number(values.from),
  Math.min(Number(values.lanes), Number(values.seeds)),
];
const broken: SeedLine[] = [];
let done = 0;
const began = Date.now();

function progress(line: SeedLine): void {
  done += 1;
  if (line.violations.length > 0) {
    broken.push(line);
    const [first] = line.violations;
    process.stderr.write(`\n✗ seed ${line.seed} ${first?.rule}: ${first?.about}\n`);
  }
  const share = ((100 * done) / seeds).toFixed(0).padStart(3);
  const text = `${share} % · ${done} of ${seeds} seeds · ${((Date.now() - began) / 1000).toFixed(0)} s · ${broken.length} broken`;
  if (process.stderr.isTTY) process.stderr.write(`\r${text}`);
  else if (done % 10 === 0 || done === seeds) process.stderr.write(`${text}\n`);
}

await Promise.all(
  Array.from({ length: lanes }, (_, lane) => {
    const count = Math.floor((seeds - lane + lanes - 1) / lanes);
    const args = [
      "--from",
      String(from + lane),
      "--step",
      String(lanes),
      "--count",
      String(count),
      "--days",
      values.days,
      "--per-day",
      values["per-day"],
      ...(values.with === undefined ? [] : ["--with", values.with]),
    ];
    return runSeeds(args, progress);
  }),
);
if (process.stderr.isTTY) process.stderr.write("\n");
for (const { seed, violations } of broken.sort((a, b) => a.seed - b.seed)) {
  console.log(`✗ seed ${seed}: ${violations.map(({ rule }) => rule).join(", ")}`);
  console.log(`  ${violations[0]?.about}`);
  console.log(`  npm run simulate -- --seed ${seed} --days ${values.days} --per-day ${values["per-day"]}`);
}
console.log(`${seeds - broken.length} of ${seeds} seeds hold`);
process.exitCode = broken.length === 0 ? 0 : 1;

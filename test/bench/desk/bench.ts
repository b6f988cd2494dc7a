/** `npm run bench`: what the desk does in a second, what it takes for that, and how near that is to the bare calls. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { synthesize } from "../../../infra/local/synth.ts";
import type { Figure } from "./measured.ts";
import { months } from "./month.ts";
import { performancePage, pictureOf, type Results, tableOf } from "./page.ts";
import { type Asked, backlog, commands, due, households, intake, lists, mails } from "./parts.ts";
import { startDesk } from "./started.ts";
import { starts } from "./starts.ts";
import { sweeps } from "./sweep.ts";
import { units } from "./units.ts";

/** Parts that ask a running desk, each on a fresh one. */
const onDesk: Readonly<Record<string, (asked: Asked) => Promise<Figure[]>>> = {
  same: intake("same"),
  random: intake("random"),
  commands,
  lists,
  mails,
  due,
  backlog,
  households,
};
const names = ["units", ...Object.keys(onDesk), "sweep", "month", "starts"];

const usage = `Usage: npm run bench -- [options]
  --parts a,b     ${names.join(", ")}; default: all
  --size N        how much of each, default 1 (240 complaints an intake, 200 due together, a backlog of 1000, 5000 households)
  --open a,b      open complaints at which the sweep is measured, default 1000,10000; up to 1000000
  --months a,b    complaints of the months whose files are built, default 10000; up to 1000000
  --json FILE     the figures as JSON too
  --write         docs/performance.md and its picture
  --help          this text`;

const { values } = parseArgs({
  options: {
    parts: { type: "string", default: names.join() },
    size: { type: "string", default: "1" },
    open: { type: "string", default: "1000,10000" },
    months: { type: "string", default: "10000" },
    json: { type: "string" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(usage);
else {
  const counts = (list: string) => list.split(",").map(Number);
  const asked = { size: Number(values.size), open: counts(values.open), months: counts(values.months) };
  await run(values.parts.split(","), asked);
}

interface Wanted {
  readonly size: number;
  readonly open: readonly number[];
  readonly months: readonly number[];
}

function tell(text: string): void {
  process.stderr.write(`  ${new Date().toISOString().slice(11, 19)}  ${text}\n`);
}

async function run(parts: readonly string[], wanted: Wanted): Promise<void> {
  const { size, open, months: built } = wanted;
  const unknown = parts.filter((part) => !names.includes(part));
  if (unknown.length > 0 || !(size > 0) || ![...open, ...built].every((count) => count > 0)) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const load = loadavg()[0] ?? 0;
  const figures: Figure[] = [];
  await synthesize({ onProgress: (seconds) => seconds === 0 && tell("synthesizing and bundling") });
  for (const part of parts) {
    tell(part);
    const found = await figuresOf(part, wanted);
    figures.push(...found);
    process.stderr.write(`${tableOf(found)}\n\n`);
    // After each part, so that what was measured is not lost with a later one.
    keep(figures, size, load);
  }
  console.log(tableOf(figures));
}

function keep(figures: readonly Figure[], size: number, load: number): void {
  const results: Results = {
    commit: execFileSync("git", ["rev-parse", "--short=8", "HEAD"]).toString().trim(),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.versions.node}`,
    at: new Date().toISOString(),
    load,
    size,
    figures,
  };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
  if (!values.write) return;
  const docs = new URL("../../../docs/", import.meta.url);
  writeFileSync(new URL("performance.md", docs), performancePage(results));
  writeFileSync(new URL("images/performance.svg", docs), pictureOf(figures));
}

async function figuresOf(part: string, { size, open, months: built }: Wanted): Promise<readonly Figure[]> {
  if (part === "units") return units();
  if (part === "sweep") return sweeps(open, tell);
  if (part === "month") return months(built, tell);
  if (part === "starts") return starts(tell);
  const measure = onDesk[part];
  if (measure === undefined) throw new RangeError(part);
  const desk = await startDesk();
  try {
    return await measure({ desk, run: part, size, tell });
  } finally {
    await desk.close();
  }
}

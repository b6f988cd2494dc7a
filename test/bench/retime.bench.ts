/**
 * Timing 10,000 open complaints again after a policy was published, on the local engine through the SDK: each is read
 * once and written once, within 60 s. `npm run bench:retime [count]`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { complaintStore } from "../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { ruleStore } from "../../lib/adapters/dynamodb/rules/rule-store.ts";
import { jobStore } from "../../lib/adapters/dynamodb/work/job-store.ts";
import { runJobPart } from "../../lib/app/dispatch/job-parts.ts";
import type { ComplaintStore } from "../../lib/app/ports/complaints.ts";
import { ruleBook } from "../../lib/app/rules/rule-book.ts";
import { completed } from "../../lib/contracts/rules/policy-presets.ts";
import { at, registered } from "../support/builders.ts";
import { startLocalAws } from "../support/engine.ts";
import { project } from "../support/organisation.ts";
import { world } from "../support/world.ts";

const COUNT = Number(process.argv[2] ?? 10_000);
const SHARDS = 8;
const now = at("2026-03-02 12:00");

const local = await startLocalAws();
const table = await local.newTable();
const store = complaintStore(table, SHARDS);
const template = registered(at("2026-03-02 10:00"));
const numbers = Array.from({ length: COUNT }, (_, index) => index);
const began = performance.now();
for (let from = 0; from < COUNT; from += 16) {
  await Promise.all(
    numbers.slice(from, from + 16).map((index) => {
      const id = String(index).padStart(26, "0");
      const registration = { ...template.registration, id, number: String(index), projectId: project.id };
      return store.insert({ ...template, registration });
    }),
  );
}
console.log(`${COUNT} open complaints written in ${seconds(began)} s`);

let reads = 0;
let writes = 0;
const counted: ComplaintStore = {
  ...store,
  loadMany: async (ids) => {
    reads += ids.length;
    return store.loadMany(ids);
  },
  load: async (id) => {
    reads += 1;
    return store.load(id);
  },
  replace: async (complaint, revision) => {
    writes += 1;
    return store.replace(complaint, revision);
  },
};

const { ports, reactQueue } = world(now);
const rules = ruleStore(table);
const jobs = jobStore(table, 8);
const edition = {
  version: "company@1",
  scope: "company",
  number: 1,
  publishedAt: now,
  publishedBy: "hq",
} as const;
await rules.publishPolicy({ ...edition, effectiveFrom: now }, completed("company@1", "D12", {}));
const all = { ...ports, complaints: counted, jobs, rules: ruleBook(rules, ports.organisation, ports.clock) };
await jobs.start({
  id: "bench",
  task: { kind: "retime" },
  startedAt: now,
  startedBy: "bench",
  projectIds: [project.id],
});

const { units } = await table.meter.of(async () => {
  const start = performance.now();
  const cpu = cpuSeconds();
  await runJobPart(all, { jobId: "bench", projectId: project.id, page: 0 });
  for (let message = reactQueue.take()[0]; message !== undefined; message = reactQueue.take()[0]) {
    if ("jobId" in message) await runJobPart(all, message);
  }
  const used = cpuSeconds();
  console.log(
    `timed again in ${seconds(start)} s: ${reads / COUNT} reads and ${writes / COUNT} writes per complaint; ` +
      `CPU ${(used.own - cpu.own).toFixed(1)} s here, ${(used.engine - cpu.engine).toFixed(1)} s in the engine`,
  );
});
const part = await jobs.part("bench", project.id);
console.log(
  `job: ${part?.seen} seen, ${part?.changed} changed, ${part?.errors.length} errors; ${Math.round(units)} capacity units`,
);
await local.close();

/** CPU seconds of this process and of the engine it started (Linux; elsewhere the engine's are not seen). */
function cpuSeconds(): { readonly own: number; readonly engine: number } {
  const { user, system } = process.cpuUsage();
  return { own: (user + system) / 1e6, engine: childTicks() / 100 };
}

/** Clock ticks of all processes below this one: the engine runs behind a guard. */
function childTicks(): number {
  const all = (existsSync("/proc") ? readdirSync("/proc") : [])
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const stat = statOf(pid);
      // Behind the command's name: state, parent, … user time 12th, system time 13th.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return { pid, parent: fields[1] ?? "", ticks: Number(fields[11]) + Number(fields[12]) };
    });
  const below = (parent: string): number =>
    all.filter((one) => one.parent === parent).reduce((sum, { pid, ticks }) => sum + ticks + below(pid), 0);
  return below(String(process.pid));
}

/** Empty when the process has just ended. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

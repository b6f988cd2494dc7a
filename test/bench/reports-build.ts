/** The building half of `npm run bench:reports`, in a process of its own so that its memory is its own. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { paintMonth } from "../../lib/adapters/charts/index.ts";
import { reportWriter } from "../../lib/adapters/documents/report-writer.ts";
import { complaintStore } from "../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { dynamodbClient } from "../../lib/adapters/runtime/aws-clients.ts";
import { buildMonthlyWorkbook } from "../../lib/adapters/workbook/index.ts";
import type { ReportMessage } from "../../lib/app/ports/queues.ts";
import { buildReportPart } from "../../lib/app/reports/run/build.ts";
import { startRun } from "../../lib/app/reports/run/start.ts";
import { at } from "../support/builders.ts";
import { CapacityMeter } from "../support/capacity.ts";
import { world } from "../support/world.ts";
import { manyProjects } from "./company-month.ts";

const { endpoint, table, shards, projects, folder } = z
  .object({
    endpoint: z.string(),
    table: z.string(),
    shards: z.int(),
    projects: z.int(),
    folder: z.string().optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

// Set up as the function sets it up: without the log that copies all that a call brings.
const client = dynamodbClient({ endpoint });
const meter = new CapacityMeter();
meter.read(client);
const w = world(at("2026-04-01 02:00"));
w.organisation.projects = manyProjects(projects);
const complaints = complaintStore({ client, name: table }, shards);
const ports = {
  ...w.ports,
  complaints,
  workbook: buildMonthlyWorkbook,
  documents: reportWriter,
  charts: paintMonth,
};

/** Steps under way at the same time; the deployment allows five. */
const AT_ONCE = 2;

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);
const start = performance.now();
const cpu = process.cpuUsage();
const { units } = await meter.of(async () => {
  await startRun(ports, { month: "2026-03", by: "schedule", key: "bench" });
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take()) {
    const count = parts.length;
    await Promise.all(Array.from({ length: AT_ONCE }, () => workOff(parts)));
    console.log(`  ${count} step(s) done after ${seconds()} s`);
  }
});
clearInterval(watch);
const { user, system } = process.cpuUsage(cpu);
const files = w.reports.issued.flatMap((edition) => edition.files);
const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);
const size = files.reduce((sum, file) => sum + file.size, 0);
console.log(
  `${files.length} files, ${megabytes(size)} MB in ${seconds()} s (${((user + system) / 1e6).toFixed(1)} s of one core); peak ${megabytes(peak)} MB, the files in memory; ` +
    `${Math.round(units)} read units`,
);
if (folder !== undefined) {
  await mkdir(folder, { recursive: true });
  for (const { name, key } of files) {
    const body = await w.reportFiles.get(key);
    if (body !== undefined) await writeFile(join(folder, name), body);
  }
}

/** Takes steps until none is left, as one instance of the function does. */
async function workOff(parts: ReportMessage[]): Promise<void> {
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) await buildReportPart(ports, part);
}

function seconds(): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

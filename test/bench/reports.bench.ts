/**
 * All files of a company month, from the complaint documents on the local engine to the issued edition: 10,000
 * complaints in 50 projects within 15 s and 512 MB. `npm run bench:reports [complaints] [projects] [folder for files]`;
 * 100,000 within 150 s and 1 GB.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { complaintStore } from "../../lib/adapters/dynamodb/complaint-store.ts";
import { buildMonthlyWorkbook } from "../../lib/adapters/reports/index.ts";
import { buildReportPart } from "../../lib/app/reports/build.ts";
import { startRun } from "../../lib/app/reports/start.ts";
import { at } from "../support/builders.ts";
import { startLocalAws } from "../support/engine.ts";
import { world } from "../support/world.ts";
import { companyMonth, manyProjects } from "./company-month.ts";

const COUNT = Number(process.argv[2] ?? 10_000);
const PROJECTS = Number(process.argv[3] ?? 50);
const folder = process.argv[4];
const SHARDS = 8;

const local = await startLocalAws();
const table = await local.newTable();
const store = complaintStore(table, SHARDS);
const projects = manyProjects(PROJECTS);
const began = performance.now();
let waiting: Promise<unknown>[] = [];
for (const complaint of companyMonth(COUNT, projects)) {
  waiting.push(store.insert(complaint));
  if (waiting.length < 16) continue;
  await Promise.all(waiting);
  waiting = [];
}
await Promise.all(waiting);
console.log(`${COUNT} complaints of ${PROJECTS} projects written in ${seconds(began)} s`);

const w = world(at("2026-04-01 02:00"));
w.organisation.projects = projects;
const ports = { ...w.ports, complaints: store, workbook: buildMonthlyWorkbook };
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
const before = process.memoryUsage.rss();
const start = performance.now();
const { units } = await table.meter.of(async () => {
  await startRun(ports, { month: "2026-03", by: "schedule", key: "bench" });
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take()) {
    for (const part of parts) await buildReportPart(ports, part);
    console.log(`  ${parts.length} step(s) done after ${seconds(start)} s`);
  }
});
clearInterval(watch);
const took = seconds(start);
const files = w.reports.issued.flatMap((edition) => edition.files);
const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);
console.log(
  `${files.length} files, ${megabytes(files.reduce((sum, { size }) => sum + size, 0))} MB in ${took} s; ` +
    `peak ${megabytes(peak)} MB (of these ${megabytes(before)} MB before); ${Math.round(units)} read units`,
);
if (folder !== undefined) {
  await mkdir(folder, { recursive: true });
  for (const { name, key } of files) {
    const body = await w.reportFiles.get(key);
    if (body !== undefined) await writeFile(join(folder, name), body);
  }
}
await local.close();

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

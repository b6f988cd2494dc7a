/**
 * All files of a company month, from the complaint documents on the local engine to the issued edition: 10,000
 * complaints in 50 projects within 15 s and 512 MB; 100,000 within 150 s and 1 GB.
 * `npm run bench:reports [complaints] [projects] [folder for the files]`
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportProcess } from "../../infra/catalogue/functions.ts";
import { buildEntry, copyChartFiles } from "../../infra/constructs/bundle.ts";
import { complaintStore } from "../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { startLocalAws } from "../support/engine.ts";
import { companyMonth, manyProjects } from "./company-month.ts";

const COUNT = Number(process.argv[2] ?? 10_000);
const PROJECTS = Number(process.argv[3] ?? 50);
const folder = process.argv[4];
const SHARDS = 8;

const began = performance.now();
const local = await startLocalAws();
const table = await local.newTable();
const store = complaintStore(table, SHARDS);
let waiting: Promise<unknown>[] = [];
for (const complaint of companyMonth(COUNT, manyProjects(PROJECTS))) {
  waiting.push(store.insert(complaint));
  if (waiting.length < 16) continue;
  await Promise.all(waiting);
  waiting = [];
}
await Promise.all(waiting);
const written = ((performance.now() - began) / 1000).toFixed(1);
console.log(`${COUNT} complaints of ${PROJECTS} projects written in ${written} s`);

const { endpoint, region, credentials } = local.aws;
const settings = { endpoint, table: table.name, shards: SHARDS, projects: PROJECTS, folder };
// Bundled as the function is: reading some hundred TypeScript files takes 100 MB which it never needs.
const bundled = await mkdtemp(join(tmpdir(), "jiesu-bench-"));
buildEntry(join(import.meta.dirname, "reports-build.ts"), bundled);
copyChartFiles(bundled);
const child = spawn(process.execPath, [join(bundled, "index.mjs"), JSON.stringify(settings)], {
  stdio: "inherit",
  env: {
    ...process.env,
    ...reportProcess,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  },
});
const [code] = await once(child, "exit");
await local.close();
await rm(bundled, { recursive: true, force: true });
process.exitCode = Number(code);

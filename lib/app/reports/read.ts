import { type Problem, problem } from "../outcome.ts";
import type { Ports } from "../ports.ts";
import type { ReportEdition, ReportFile, ReportRun } from "./run.ts";

type ReadPorts = Pick<Ports, "clock" | "reports" | "reportFiles">;

/** Links to files work for 15 minutes. */
export const LINK_SECONDS = 900;

export interface ListedFile extends ReportFile {
  readonly url: string;
}

export interface ListedEdition extends Omit<ReportEdition, "files"> {
  readonly files: readonly ListedFile[];
}

/** A month's editions, newest first, each file with a link of its own. */
export async function listReports(ports: ReadPorts, month: string): Promise<readonly ListedEdition[]> {
  const editions = await ports.reports.editions(month);
  const listed: ListedEdition[] = [];
  for (const edition of editions) {
    const files: ListedFile[] = [];
    for (const file of edition.files) files.push({ ...file, url: await link(ports, file) });
    listed.push({ ...edition, files });
  }
  return listed.sort((a, b) => b.edition - a.edition);
}

/** A time-limited link to one file of a month. */
export async function downloadLink(ports: ReadPorts, month: string, name: string): Promise<string | Problem> {
  const editions = await ports.reports.editions(month);
  const file = editions.flatMap((edition) => edition.files).find((f) => f.name === name);
  return file === undefined ? problem("unknown-report") : link(ports, file);
}

function link(ports: ReadPorts, file: ReportFile): Promise<string> {
  return ports.reportFiles.presign(file.key, LINK_SECONDS, ports.clock.now(), file.name);
}

/** Progress of a run, as a job. */
export interface JobView {
  readonly id: string;
  readonly state: "running" | "done";
  readonly done: number;
  readonly total: number;
  readonly result?: { readonly month: string; readonly edition: number };
  readonly errors: readonly string[];
}

export async function showJob(ports: Pick<Ports, "reports">, id: string): Promise<JobView | Problem> {
  const run = await ports.reports.run(id);
  return run === undefined ? problem("unknown-job") : jobView(run);
}

export function jobView(run: ReportRun): JobView {
  const finished = run.finishedAt !== undefined && run.edition !== undefined;
  return {
    id: run.id,
    state: finished ? "done" : "running",
    // The company build is the last step of the run.
    done: run.doneProjectIds.length + (finished ? 1 : 0),
    total: run.projectIds.length + 1,
    ...(finished && run.edition !== undefined ? { result: { month: run.month, edition: run.edition } } : {}),
    errors: [],
  };
}

import type { Person } from "../../../domain/organisation/organisation.ts";
import { defined } from "../../../domain/present.ts";
import type { Ports } from "../../ports/index.ts";
import {
  type EditionStage,
  missingIds,
  type ReportEdition,
  type ReportFile,
  type ReportRun,
  recordedUntilOf,
  whyMissing,
} from "../../ports/report-run.ts";
import { isProblem, type Problem, problem } from "../../problems/problem.ts";
import { fileRights } from "./file-rights.ts";
import { titleOfFile } from "./file-titles.ts";
import { stageOf } from "./stage.ts";

type ReadPorts = Pick<Ports, "clock" | "organisation" | "reports" | "reportFiles">;

/** Links to files work for 15 minutes. */
export const LINK_SECONDS = 900;

/** The one kind of picture among the files. */
export const PNG = "image/png";

export interface ListedFile extends ReportFile {
  /** What it is saved as, in Chinese. */
  readonly title: string;
  readonly url: string;
}

export interface ListedEdition extends Omit<ReportEdition, "files"> {
  readonly files: readonly ListedFile[];
  /** What it is among the editions of its period. */
  readonly stage: EditionStage;
}

/** A month's editions, newest first, each file that is the person's to read with a link of its own. */
export async function listReports(
  ports: ReadPorts & Pick<Ports, "rules">,
  person: Person,
  month: string,
): Promise<readonly ListedEdition[]> {
  const may = await fileRights(ports, person);
  const editions = (await ports.reports.editions(month)).filter(may.edition);
  const { titled, timeZone } = await titles(ports);
  const listed: ListedEdition[] = [];
  for (const edition of editions) {
    const files: ListedFile[] = [];
    for (const file of edition.files.filter(may.file)) {
      const title = titled(edition, file);
      files.push({ ...file, title, url: await link(ports, file, title) });
    }
    listed.push({ ...edition, files, stage: await stageOf(ports, edition, timeZone) });
  }
  return listed.sort((a, b) => b.edition - a.edition);
}

/** A time-limited link to one file of a month; what is not the person's to read is the same as none. */
export async function downloadLink(
  ports: ReadPorts,
  person: Person,
  month: string,
  name: string,
): Promise<string | Problem> {
  const found = await fileOf(ports, person, month, name);
  if (isProblem(found)) return found;
  const { titled } = await titles(ports);
  return link(ports, found.file, titled(found.edition, found.file));
}

/** A picture of an edition as bytes, for pages, which show nothing from elsewhere. */
export async function pictureBytes(
  ports: ReadPorts,
  person: Person,
  month: string,
  name: string,
): Promise<Uint8Array | Problem> {
  const found = await fileOf(ports, person, month, name);
  if (isProblem(found)) return found;
  const { contentType, key } = found.file;
  const bytes = contentType === PNG ? await ports.reportFiles.get(key) : undefined;
  return bytes ?? problem("unknown-report");
}

/** A file of a month that is the person's to read. */
async function fileOf(
  ports: ReadPorts,
  person: Person,
  month: string,
  name: string,
): Promise<{ readonly edition: ReportEdition; readonly file: ReportFile } | Problem> {
  const may = await fileRights(ports, person);
  const editions = await ports.reports.editions(month);
  const edition = editions.find(({ files }) => files.some((file) => file.name === name));
  const file = edition?.files.find((one) => one.name === name);
  if (edition === undefined || file === undefined || !may.file(file)) return problem("unknown-report");
  return { edition, file };
}

/** What files are saved as, with projects and zone as they are now. */
async function titles({ organisation }: Pick<Ports, "organisation">) {
  const [company, projects] = await Promise.all([organisation.company(), organisation.projects()]);
  if (company === undefined) throw new Error("no company is set up");
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const words = { nameOf: (id: string) => names.get(id) ?? id, timeZone: company.timeZone };
  const titled = (edition: ReportEdition, file: ReportFile) => titleOfFile(file, edition, words);
  return { titled, timeZone: company.timeZone };
}

function link(ports: ReadPorts, { key }: ReportFile, title: string): Promise<string> {
  return ports.reportFiles.presign(key, LINK_SECONDS, ports.clock.now(), title);
}

/** Progress of a run, as a job; the unit is projects, and the company's files are the last step. */
export interface JobView {
  readonly id: string;
  /** failed: no project could be counted, so nothing was issued. */
  readonly state: "running" | "done" | "failed";
  readonly done: number;
  readonly total: number;
  readonly result?: { readonly month: string; readonly edition: number };
  /** `<project>: <reason>` for each project that is missing or failed at least once. */
  readonly errors: readonly string[];
}

/** Progress of one run as people list it. */
export interface ListedRun
  extends JobView,
    Pick<ReportRun, "startedAt" | "startedBy" | "asOf" | "span">,
    Required<Pick<ReportRun, "recordedUntil">> {}

/** The builds of a month, the last one first. */
export async function listRuns(ports: Pick<Ports, "reports">, month: string): Promise<readonly ListedRun[]> {
  const runs = await ports.reports.runs(month);
  return runs
    .filter(({ delivery }) => delivery === undefined)
    .map((run) => ({
      ...jobView(run),
      startedAt: run.startedAt,
      startedBy: run.startedBy,
      asOf: run.asOf,
      recordedUntil: recordedUntilOf(run),
      ...defined({ span: run.span }),
    }))
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}

export function jobView(run: ReportRun): JobView {
  const ended = run.finishedAt !== undefined;
  const { edition } = run;
  return {
    id: run.id,
    state: stateOf(run),
    done: run.doneProjectIds.length + (ended ? 1 : 0),
    total: run.projectIds.length + 1,
    ...(ended && edition !== undefined ? { result: { month: run.month, edition } } : {}),
    errors: missingIds(run).flatMap((id) => {
      const { reason, error } = whyMissing(run, id);
      if (!ended && error === undefined) return [];
      return [`${id}: ${error === undefined ? reason : `${reason} (${error})`}`];
    }),
  };
}

function stateOf({ finishedAt, edition }: ReportRun): JobView["state"] {
  if (finishedAt === undefined) return "running";
  return edition === undefined ? "failed" : "done";
}

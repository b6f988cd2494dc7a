import { plannedNotice } from "../../domain/notices/notice.ts";
import { type AnalysisTask, monthlyAnalysis } from "../../domain/statistics/index.ts";
import { secondsBetween, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports.ts";
import { sheetOptions } from "./period.ts";
import { type ProjectPart, partKey } from "./project-part.ts";
import {
  DEADLINE_STEP_SECONDS,
  deadlineOf,
  isSettled,
  isUpToDate,
  type KeyFigures,
  type MissingProject,
  missingIds,
  type ReportEdition,
  type ReportFile,
  type ReportRun,
  whyMissing,
} from "./run.ts";
import { monthlyWorkbooks, type WorkbookFrame } from "./workbooks.ts";

type CompanyPorts = Pick<
  Ports,
  | "clock"
  | "crypto"
  | "organisation"
  | "reports"
  | "rules"
  | "reportFiles"
  | "reportQueue"
  | "noticeQueue"
  | "notices"
  | "workbook"
  | "telemetry"
>;

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Builds the company's files from the parts that are there, issues them as an edition and tells headquarters. Does
 * nothing while projects are on their way or when the files are up to date already. Every step may run twice: so many
 * parts of a run hold one edition number, an issued edition never changes, notices have fixed keys.
 */
export async function buildCompanyReport(ports: CompanyPorts, runId: string): Promise<void> {
  const run = await loadRun(ports, runId);
  if (isSettled(run) || run.finishedAt !== undefined) await build(ports, run);
}

/** The run has waited long enough: builds with the parts that are there. Comes round again while it is too early. */
export async function buildAtDeadline(ports: CompanyPorts, runId: string): Promise<void> {
  const run = await loadRun(ports, runId);
  if (run.finishedAt !== undefined) return;
  const left = secondsBetween(toInstant(ports.clock.now()), deadlineOf(run));
  if (left > 0) {
    const delaySeconds = Math.min(left, DEADLINE_STEP_SECONDS);
    return ports.reportQueue.send({ kind: "deadline", runId }, { delaySeconds });
  }
  await build(ports, run);
}

async function loadRun(ports: CompanyPorts, runId: string): Promise<ReportRun> {
  const run = await ports.reports.run(runId);
  if (run === undefined) throw new Error(`run ${runId} is unknown`);
  return run;
}

async function build(ports: CompanyPorts, run: ReportRun): Promise<void> {
  if (isUpToDate(run)) return;
  const built = run.doneProjectIds.length;
  const end = { built, finishedAt: toInstant(ports.clock.now()) };
  if (built === 0) {
    // Nothing can be said about anybody: no file rather than an empty one.
    ports.telemetry.error("no project of a report run could be counted", { run: run.id });
    return ports.reports.finish(run.id, end);
  }
  const edition = await ports.reports.reserveEdition(run.month, `${run.id}#${built}`);
  const issued = (await ports.reports.editions(run.month)).find((other) => other.edition === edition);
  if (issued === undefined) await issue(ports, run, edition);
  await announce(ports, run.month, edition);
  await ports.reports.finish(run.id, { ...end, edition });
  ports.telemetry.count("ReportsIssued");
}

async function issue(ports: CompanyPorts, run: ReportRun, edition: number): Promise<void> {
  const company = await ports.organisation.company();
  if (company === undefined) throw new Error("no company is set up");
  const { policy } = await ports.rules.forCompany(company.timeZone);
  const parts = await loadParts(ports, run);
  const frame: WorkbookFrame = {
    company: company.name,
    ...sheetOptions(run, company.timeZone, policy),
    madeAt: toInstant(ports.clock.now()),
  };
  const files: ReportFile[] = [];
  for (const { projectId, input } of monthlyWorkbooks(frame, parts)) {
    const of = projectId === undefined ? "" : `-${projectId}`;
    const name = `complaints-${run.month}-edition-${edition}${of}.xlsx`;
    files.push(await store(ports, run.month, name, await ports.workbook(input)));
  }
  const issued: ReportEdition = {
    month: run.month,
    edition,
    runId: run.id,
    ...(run.span === undefined ? {} : { span: run.span }),
    asOf: run.asOf,
    madeAt: frame.madeAt,
    issuedBy: run.startedBy,
    projectIds: run.doneProjectIds,
    missing: await missingProjects(ports, run),
    files,
    figures: keyFigures(
      parts.flatMap((part) => part.cases),
      frame,
    ),
  };
  await ports.reports.issueEdition(issued);
}

async function missingProjects(ports: CompanyPorts, run: ReportRun): Promise<readonly MissingProject[]> {
  const missing = missingIds(run);
  const names = new Map((await ports.organisation.projects()).map(({ id, name }) => [id, name]));
  return missing.map((projectId) => ({
    projectId,
    name: names.get(projectId) ?? projectId,
    ...whyMissing(run, projectId),
  }));
}

/** The address names the contents: a second build of the same edition cannot overwrite the issued file. */
async function store(
  ports: CompanyPorts,
  month: string,
  name: string,
  body: Uint8Array,
): Promise<ReportFile> {
  const sha256 = await ports.crypto.checksum(body);
  const key = `reports/${month}/${sha256.slice(0, 16)}/${name}`;
  await ports.reportFiles.put(key, body, XLSX);
  return { name, key, size: body.byteLength, sha256, contentType: XLSX };
}

async function loadParts(ports: CompanyPorts, run: ReportRun): Promise<ProjectPart[]> {
  const parts: ProjectPart[] = [];
  for (const projectId of run.doneProjectIds) {
    const body = await ports.reportFiles.get(partKey(run.id, projectId));
    if (body === undefined) throw new Error(`part of project ${projectId} of run ${run.id} is missing`);
    const part: ProjectPart = JSON.parse(new TextDecoder().decode(body));
    parts.push(part);
  }
  return parts;
}

function keyFigures(
  tasks: readonly AnalysisTask[],
  options: Parameters<typeof monthlyAnalysis>[1],
): KeyFigures {
  const { received, done, open, handlingRate, timelyRate, firstFollowUpSatisfaction } = monthlyAnalysis(
    tasks,
    options,
  );
  return { received, done, open, handlingRate, timelyRate, firstFollowUpSatisfaction };
}

async function announce(ports: CompanyPorts, month: string, edition: number): Promise<void> {
  const people = await ports.organisation.people();
  const now = toInstant(ports.clock.now());
  for (const person of people.filter((p) => p.assignments.some((a) => a.post === "headquarters"))) {
    const notice = plannedNotice(
      {
        key: `month-ready#${edition}#${person.id}#email`,
        subject: { kind: "report", month, edition },
        template: "month-ready",
        recipient: { kind: "person", id: person.id, post: "headquarters" },
        adapter: "email",
      },
      now,
    );
    await ports.notices.plan(notice);
    await ports.noticeQueue.send(ports.notices.refOf(notice));
  }
}

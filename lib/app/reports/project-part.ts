import { complaintClasses } from "../../domain/classification/classes.ts";
import { channels } from "../../domain/classification/sources.ts";
import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { AnalysisTask } from "../../domain/statistics/index.ts";
import { type Instant, monthOf } from "../../domain/time/instant.ts";
import { factRow } from "../fact-row.ts";
import { maskedPhone } from "../masking.ts";
import { monthsBetween } from "../months.ts";
import type { ListedComplaint, Ports } from "../ports.ts";
import { asKnownAt, taskOf } from "./as-of.ts";
import { checkedSheet } from "./checked-sheet.ts";
import { boundsOf, sheetOptions } from "./period.ts";
import { isSettled, isUpToDate, MAX_ATTEMPTS, type ReportRun } from "./run.ts";
import type { LedgerRow } from "./workbook-input.ts";

type PartPorts = Pick<
  Ports,
  "complaints" | "organisation" | "reports" | "rules" | "reportFiles" | "reportQueue" | "telemetry"
>;

/** What one project contributes to the month's files. */
export interface ProjectPart {
  readonly projectId: string;
  readonly name: string;
  readonly tasks: readonly AnalysisTask[];
  readonly ledger: readonly LedgerRow[];
}

const PAGE = 200;
const JSON_TYPE = "application/json";

export function partKey(runId: string, projectId: string): string {
  return `runs/${runId}/${projectId}.json`;
}

/** Seconds before a failed project is tried again, times the attempts so far. */
const RETRY_SECONDS = 60;
/** Results that come after the company's files are gathered for so long, in seconds. */
const LATE_SECONDS = 300;

/**
 * Builds one project's part of a run, stores it, and sends the company build on its way when it was the last. A
 * failure is tried again a little later; after the last attempt the project is missing, the run goes on without it and
 * the error is the queue's, which calls people. Whatever still succeeds later makes another edition.
 */
export async function buildProjectPart(ports: PartPorts, runId: string, projectId: string): Promise<void> {
  const run = await ports.reports.run(runId);
  if (run === undefined) throw new Error(`run ${runId} is unknown`);
  try {
    if (!run.doneProjectIds.includes(projectId)) await storePart(ports, run, projectId);
  } catch (cause) {
    return failed(ports, run, projectId, cause);
  }
  await sendCompany(ports, await ports.reports.projectDone(runId, projectId));
}

async function storePart(ports: PartPorts, run: ReportRun, projectId: string): Promise<void> {
  const project = await ports.organisation.project(projectId);
  if (project === undefined) throw new Error(`project ${projectId} is unknown`);
  const part = await collect(ports, run, project);
  const body = new TextEncoder().encode(JSON.stringify(part));
  await ports.reportFiles.put(partKey(run.id, projectId), body, JSON_TYPE);
}

async function failed(ports: PartPorts, run: ReportRun, projectId: string, cause: unknown): Promise<void> {
  const error = cause instanceof Error ? cause.name : "unknown";
  ports.telemetry.error("project of a report run failed", { run: run.id, projectId }, cause);
  const after = await ports.reports.projectFailed(run.id, projectId, error);
  const attempts = after.failures[projectId]?.attempts ?? 1;
  if (attempts >= MAX_ATTEMPTS) {
    await sendCompany(ports, after);
    throw cause;
  }
  const delaySeconds = RETRY_SECONDS * attempts;
  await ports.reportQueue.send({ kind: "project", runId: run.id, projectId }, { delaySeconds });
}

/** Sent again by every repetition until the files are built: the company build itself is idempotent. */
async function sendCompany(ports: PartPorts, run: ReportRun): Promise<void> {
  if (!isSettled(run) && run.finishedAt === undefined) return;
  if (isUpToDate(run)) return;
  const delaySeconds = run.finishedAt === undefined ? 0 : LATE_SECONDS;
  await ports.reportQueue.send({ kind: "company", runId: run.id }, { delaySeconds });
}

async function collect(ports: PartPorts, run: ReportRun, project: Project): Promise<ProjectPart> {
  const { policy } = await ports.rules.forProject(project.id, project.timeZone);
  const tasks: AnalysisTask[] = [];
  const ledger: LedgerRow[] = [];
  const lastMonth = monthOf(run.asOf, project.timeZone);
  for (const month of monthsBetween(project.since, lastMonth)) {
    for await (const page of pages(ports, project.id, month)) {
      const documents = await documentsFor(ports, page, run, project, policy);
      for (const { id, fact } of page) {
        const known = documents.get(id);
        if (known === "unknown") continue;
        tasks.push(taskOf(id, known === undefined ? fact : factRow(known), policy));
        if (known !== undefined && inPeriod(known, run, project, policy))
          ledger.push(ledgerRow(known, project));
      }
    }
  }
  ledger.sort(byReceipt);
  // A project that contradicts itself is missing, not the whole company.
  checkedSheet(tasks, sheetOptions(run, project.timeZone, policy));
  return { projectId: project.id, name: project.name, tasks, ledger };
}

/** Full documents only where the ledger prints them or the cut-off lies before their last event. */
async function documentsFor(
  ports: PartPorts,
  page: readonly ListedComplaint[],
  run: ReportRun,
  project: Project,
  policy: Policy,
): Promise<Map<string, Complaint | "unknown">> {
  const wanted = page.filter(
    ({ fact }) => fact.lastEventAt > run.asOf || receivedInPeriod(fact.receivedAt, run, project, policy),
  );
  const loaded = await ports.complaints.loadMany(wanted.map(({ id }) => id));
  return new Map(
    loaded.map((complaint) => [complaint.registration.id, asKnownAt(complaint, run.asOf) ?? "unknown"]),
  );
}

async function* pages(
  ports: PartPorts,
  projectId: string,
  month: string,
): AsyncGenerator<readonly ListedComplaint[]> {
  let cursor: string | undefined;
  do {
    const page = await ports.complaints.receivedInMonth(projectId, month, {
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

function inPeriod(complaint: Complaint, run: ReportRun, project: Project, policy: Policy): boolean {
  return (
    complaint.registration.recordKind === "complaint" &&
    receivedInPeriod(complaint.registration.receivedAt, run, project, policy)
  );
}

function receivedInPeriod(receivedAt: Instant, run: ReportRun, project: Project, policy: Policy): boolean {
  const { first, last } = boundsOf(sheetOptions(run, project.timeZone, policy));
  return first <= receivedAt && receivedAt <= last;
}

/** The ledger's order: by receipt, then by number, so that two builds print the same. */
export function byReceipt(a: LedgerRow, b: LedgerRow): number {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  return a.number < b.number ? -1 : 1;
}

/** A row of the ledger (D10); phone numbers are masked (`default`). */
function ledgerRow(complaint: Complaint, project: Project): LedgerRow {
  const { registration, classCode } = complaint;
  const { location } = registration;
  const phone = registeredValue(complaint, "phone");
  return {
    number: registration.number,
    receivedAt: registration.receivedAt,
    complainant: registeredValue(complaint, "name") ?? (registration.anonymous ? "匿名" : null),
    contact: phone === undefined ? null : maskedPhone(phone),
    project: project.name,
    area: location.area ?? null,
    building: location.building ?? null,
    unit: location.unit ?? null,
    room: location.room ?? null,
    source: channels[registration.channel].source,
    class: classCode === undefined ? null : complaintClasses[classCode].zh,
    matter: registeredValue(complaint, "matter") ?? null,
  };
}

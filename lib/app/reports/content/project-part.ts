import { type Story, withSomethingToTell } from "../../../domain/narrative/story.ts";
import type { Project } from "../../../domain/organisation/organisation.ts";
import { defined } from "../../../domain/present.ts";
import type { Case } from "../../../domain/statistics/case.ts";
import { monthViews } from "../../../domain/statistics/month-views.ts";
import type { ProjectProfile } from "../../../domain/statistics/peers.ts";
import { monthOf } from "../../../domain/time/instant.ts";
import { boundsOf, sheetOptions } from "../../periods/bounds.ts";
import type { Ports } from "../../ports/index.ts";
import {
  isSettled,
  isUpToDate,
  MAX_ATTEMPTS,
  type ReportRun,
  recordedUntilOf,
} from "../../ports/report-run.ts";
import type { ActionLine, EmergencyLine, LedgerRow } from "../../ports/workbook-input.ts";
import { actionLines } from "./action-lines.ts";
import { emergencyLines } from "./emergency-lines.ts";
import { averageHouseholds } from "./households.ts";
import { byReceipt, ledgerRow } from "./ledger-row.ts";
import { knownRecords } from "./records.ts";
import { staffNames, withoutFullNames } from "./short-names.ts";
import { departmentIn, isTold, storyOf } from "./story-of.ts";

type PartPorts = Pick<
  Ports,
  | "complaints"
  | "emergencies"
  | "organisation"
  | "reports"
  | "rules"
  | "reportFiles"
  | "reportQueue"
  | "telemetry"
>;

/** What one project contributes to the month's files. */
export interface ProjectPart extends ProjectProfile {
  readonly cases: readonly Case[];
  readonly ledger: readonly LedgerRow[];
  readonly emergencies: readonly EmergencyLine[];
  readonly actions: readonly ActionLine[];
  /** The period's complaints that have something to tell, beyond their figures. */
  readonly stories: readonly Story[];
}

const JSON_TYPE = "application/json";

export function partKey(runId: string, projectId: string): string {
  return `runs/${runId}/${projectId}.json`;
}

/** The parts of a run's projects, in this order. Throws where one is not there (any more). */
export async function loadParts(
  { reportFiles }: Pick<Ports, "reportFiles">,
  runId: string,
  projectIds: readonly string[],
): Promise<readonly ProjectPart[]> {
  const parts: ProjectPart[] = [];
  for (const projectId of projectIds) {
    const body = await reportFiles.get(partKey(runId, projectId));
    if (body === undefined) throw new Error(`part of project ${projectId} of run ${runId} is missing`);
    const part: ProjectPart = JSON.parse(new TextDecoder().decode(body));
    parts.push(part);
  }
  return parts;
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

/**
 * A month is the company's, wherever a project lies: else a call of its last hours would be in one month for the project and
 * in another for the company, and their files would contradict each other.
 */
async function countedIn(
  { organisation }: Pick<Ports, "organisation">,
  project: Project,
): Promise<{ readonly timeZone: string }> {
  return (await organisation.company()) ?? project;
}

async function collect(ports: PartPorts, run: ReportRun, project: Project): Promise<ProjectPart> {
  const { policy } = await ports.rules.forProject(project.id, project.timeZone);
  const { timeZone } = await countedIn(ports, project);
  const options = sheetOptions(run, timeZone, await ports.rules.periodStarts(timeZone));
  const instants = { happenedUntil: run.asOf, recordedUntil: recordedUntilOf(run) };
  const { first, last } = boundsOf(options);
  const people = await ports.organisation.people();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const staff = staffNames(people, project);
  const cases: Case[] = [];
  const ledger: LedgerRow[] = [];
  const actions: ActionLine[] = [];
  const stories: Story[] = [];
  for await (const { counted, known, inPeriod } of knownRecords(ports, project, {
    options,
    instants,
    policy,
  })) {
    cases.push(counted);
    if (known === undefined) continue;
    // What only an old ledger tells stands in the trend: this one would count it as a task.
    if (inPeriod && counted.historical !== true) {
      ledger.push(ledgerRow(known, project, run.asOf));
      if (isTold(known)) {
        const story = storyOf(known, run.asOf, policy, departmentIn(project));
        stories.push(withoutFullNames(story, known, staff));
      }
    }
    actions.push(...actionLines(known, project, options, (personId) => names.get(personId) ?? personId));
  }
  // A project that contradicts itself is missing, not the whole company.
  monthViews(cases, options);
  const { id: projectId, name, region, city, type, floorArea, ratedBy } = project;
  const months = [monthOf(first, timeZone), monthOf(last, timeZone)] as const;
  const households = await averageHouseholds(ports, projectId, ...months);
  return {
    projectId,
    name,
    region,
    city,
    type,
    floorArea,
    ...defined({ households, ratedBy }),
    cases,
    ledger: ledger.sort(byReceipt),
    emergencies: await emergencyLines(ports, project, options, instants),
    actions,
    stories: withSomethingToTell(stories),
  };
}

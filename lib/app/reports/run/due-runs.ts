import type { Company, Project } from "../../../domain/organisation/organisation.ts";
import { reportingPolicyOf } from "../../../domain/policy/reporting-policy.ts";
import type { StartDay } from "../../../domain/statistics/period.ts";
import { reportingDates } from "../../../domain/submissions/decide.ts";
import { fromInstant, type Instant, monthOf, plusSeconds, toInstant } from "../../../domain/time/instant.ts";
import { boundsOf } from "../../periods/bounds.ts";
import { hasRecords } from "../../periods/first-month.ts";
import type { Ports } from "../../ports/index.ts";
import { isProblem } from "../../problems/problem.ts";
import { openedSubmission } from "../../submissions/open.ts";
import { deliveriesDue } from "../deliver/due.ts";
import { type BuildRequest, runIdFor, startRun } from "./start.ts";

type DuePorts = Parameters<typeof startRun>[0] & Pick<Ports, "submissions" | "subscriptions">;

/** What the schedule set going: ids of runs, and submissions that were asked for. */
export interface DueWork {
  readonly month: string;
  readonly runs: readonly string[];
  readonly submissions: number;
  /** Ids of runs that subscriptions ask for. */
  readonly deliveries: readonly string[];
}

/** A run whose own moment was missed is still started for so long; after that people decide. */
const CATCH_UP_SECONDS = 2 * 86_400;

/**
 * Whatever the calendar asks of the period that ended last: its first, preliminary edition, with what is recorded when it
 * is made; its projects' submissions; and on the bulletin's day an edition with what they submitted and what was
 * recorded until then. It looks at what is due, not at the schedule that called: called
 * twice, late or out of order it does the same.
 */
export async function startDueRuns(ports: DuePorts): Promise<DueWork> {
  const company = await ports.organisation.company();
  if (company === undefined)
    throw new Error("no company is set up; import one with `npm run ops -- import-company`");
  return { ...(await monthWork(ports, company)), deliveries: await startDeliveries(ports, company) };
}

async function monthWork(ports: DuePorts, company: Company): Promise<Omit<DueWork, "deliveries">> {
  const now = toInstant(ports.clock.now());
  const { policy, calendar } = await ports.rules.forCompany(company.timeZone);
  const projects = await ports.organisation.projects();
  const { month, last } = endedPeriod(now, company, await ports.rules.periodStarts(company.timeZone));
  // The first month of a company has none before it that could be counted.
  if (!(await hasRecords(ports, projects, monthOf(last, company.timeZone))))
    return { month, runs: [], submissions: 0 };
  const { bulletinAt } = reportingDates(last, calendar, reportingPolicyOf(policy));
  const runs = [
    ...(await ifDue(ports, { month, by: "schedule", key: month }, last, now)),
    ...(await ifDue(
      ports,
      { month, by: "schedule", key: `${month}-bulletin`, bulletin: true, recordedUntil: bulletinAt },
      bulletinAt,
      now,
    )),
  ];
  return { month, runs, submissions: now <= bulletinAt ? await askProjects(ports, projects, month) : 0 };
}

/** Starts a run from its moment on; one that is under way is sent round again, one that is done is left alone. */
async function ifDue(ports: DuePorts, request: BuildRequest, from: Instant, now: Instant): Promise<string[]> {
  const standing = await ports.reports.run(runIdFor(ports, request));
  const isWanted =
    standing === undefined
      ? from <= now && now <= plusSeconds(from, CATCH_UP_SECONDS)
      : standing.finishedAt === undefined;
  if (!isWanted) return [];
  const run = await startRun(ports, request);
  if (isProblem(run)) throw new Error(`the run of ${request.month} was refused: ${run.problem}`);
  return [run.id];
}

/** What subscribers take each day and week; a run that is under way is sent round again. */
async function startDeliveries(ports: DuePorts, { timeZone }: Company): Promise<readonly string[]> {
  const started: string[] = [];
  for (const request of await deliveriesDue(ports, timeZone)) {
    const standing = await ports.reports.run(runIdFor(ports, request));
    if (standing?.finishedAt !== undefined) continue;
    const run = await startRun(ports, request);
    // Before the first complaint there is nothing to send.
    if (isProblem(run) && run.problem === "period-before-records") continue;
    if (isProblem(run)) throw new Error(`the files of ${request.key} were refused: ${run.problem}`);
    started.push(run.id);
  }
  return started;
}

async function askProjects(ports: DuePorts, all: readonly Project[], month: string): Promise<number> {
  const projects = all.filter(({ since }) => since <= month);
  for (const project of projects) await openedSubmission(ports, project, month);
  return projects.length;
}

/** The company's period that ended last, and its last instant. */
function endedPeriod(
  now: Instant,
  { timeZone }: Company,
  startDays: readonly StartDay[],
): { month: string; last: Instant } {
  const current = monthOf(now, timeZone);
  const { last } = boundsOf({ month: current, timeZone, startDays });
  if (last < now) return { month: current, last };
  const month = fromInstant(now).toZonedDateTimeISO(timeZone).toPlainDate().with({ day: 1 });
  const before = month.subtract({ days: 1 }).toPlainYearMonth().toString();
  return { month: before, last: boundsOf({ month: before, timeZone, startDays }).last };
}

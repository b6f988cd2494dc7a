import { defined } from "../../../domain/present.ts";
import { periodDays } from "../../../domain/statistics/index.ts";
import type { StartDay } from "../../../domain/statistics/period.ts";
import { earlier, type Instant, monthOf, toInstant } from "../../../domain/time/instant.ts";
import { boundsOf } from "../../periods/bounds.ts";
import { hasRecords } from "../../periods/first-month.ts";
import type { Ports } from "../../ports/index.ts";
import {
  DEADLINE_STEP_SECONDS,
  missingIds,
  type ReportRun,
  recordedUntilOf,
} from "../../ports/report-run.ts";
import { isProblem, type Problem, problem } from "../../problems/problem.ts";

type StartPorts = Pick<Ports, "clock" | "organisation" | "reports" | "reportQueue" | "crypto" | "rules">;

export interface BuildRequest {
  /** `YYYY-MM` */
  readonly month: string;
  /** Local dates, both included: another period than the month's own. */
  readonly from?: string;
  readonly to?: string;
  /** Nothing that happened later counts, and nothing that was recorded later unless `recordedUntil` says so. */
  readonly asOf?: Instant;
  /** What was recorded until then counts, late records of the period too; without it `asOf`, without both now. */
  readonly recordedUntil?: Instant;
  readonly projectId?: string;
  /** These projects, for whoever subscribed: nothing is issued. */
  readonly delivery?: "day" | "week";
  readonly projectIds?: readonly string[];
  /** The bulletin's own edition (D14): the company's, of a period that has ended. */
  readonly bulletin?: true;
  /** Person id, or "schedule". */
  readonly by: string;
  /** The same key starts the same run. */
  readonly key: string;
}

/** Opens a run: the run item first, then one message per project. Repeating it sends what may have been lost. */
export async function startRun(ports: StartPorts, request: BuildRequest): Promise<ReportRun | Problem> {
  const company = await ports.organisation.company();
  if (company === undefined)
    throw new Error("no company is set up; import one with `npm run ops -- import-company`");
  const now = toInstant(ports.clock.now());
  const { timeZone } = company;
  const period = periodOf(request, timeZone, await ports.rules.periodStarts(timeZone));
  if (isProblem(period)) return period;
  const { span } = period;
  const instants = instantsOf(request, period, now);
  if (isProblem(instants)) return instants;
  // What is announced to every office says the state at the period's end (D14).
  if (request.bulletin === true && instants.asOf < period.last)
    return problem("period-not-ended", { path: "bulletin" });

  const projects = (await ports.organisation.projects()).filter(
    ({ id }) => (request.projectId ?? id) === id && (request.projectIds?.includes(id) ?? true),
  );
  if (projects.length === 0) return problem("unknown-project", { path: "projectId" });
  if (!(await hasRecords(ports, projects, monthOf(period.last, timeZone)))) {
    return problem("period-before-records", { path: span === undefined ? "month" : "to" });
  }
  const run = await ports.reports.start({
    id: runIdFor(ports, request),
    month: request.month,
    ...defined({ span, only: request.projectId, bulletin: request.bulletin, delivery: request.delivery }),
    ...instants,
    startedAt: now,
    startedBy: request.by,
    projectIds: projects.map(({ id }) => id),
    doneProjectIds: [],
    failures: {},
  });
  if (!isAskedFor(run, request, period)) return problem("key-reused");
  await sendMessages(ports, run);
  return run;
}

/** The same person's key always means the same run; a run's id begins with its month. */
export function runIdFor(
  { crypto }: Pick<Ports, "crypto">,
  { month, by, key }: Pick<BuildRequest, "month" | "by" | "key">,
): string {
  return `${month}-${crypto.digest(`${by}:${key}`).slice(0, 16)}`;
}

/**
 * The two instants of a run: nothing counts that happened after `asOf`, which never lies behind the period, nor what was
 * recorded after `recordedUntil`.
 */
function instantsOf(
  request: BuildRequest,
  { first, last, span }: Period,
  now: Instant,
): Required<Pick<ReportRun, "asOf" | "recordedUntil">> | Problem {
  if (first > now) return problem("period-not-begun", { path: span === undefined ? "month" : "from" });
  const { recordedUntil = request.asOf ?? now } = request;
  if (request.asOf !== undefined && request.asOf > now) return problem("cut-off-in-future", { path: "asOf" });
  if (recordedUntil > now) return problem("cut-off-in-future", { path: "recordedUntil" });
  const asOf = earlier(last, earlier(request.asOf ?? now, recordedUntil));
  if (asOf >= first) return { asOf, recordedUntil };
  return problem("cut-off-before-period", { path: request.asOf === undefined ? "recordedUntil" : "asOf" });
}

/** The run that stands under a key is what is asked for now; without a cut-off any will do. */
function isAskedFor(run: ReportRun, request: BuildRequest, { last, span }: Period): boolean {
  const { asOf, recordedUntil = asOf, projectId, bulletin } = request;
  const happened = asOf === undefined ? undefined : earlier(last, earlier(asOf, recordedUntil ?? asOf));
  return (
    run.only === projectId &&
    run.bulletin === bulletin &&
    (happened === undefined || happened === run.asOf) &&
    (recordedUntil === undefined || recordedUntil === recordedUntilOf(run)) &&
    run.span?.from === span?.from &&
    run.span?.to === span?.to
  );
}

async function sendMessages(ports: StartPorts, run: ReportRun): Promise<void> {
  for (const projectId of missingIds(run)) {
    await ports.reportQueue.send({ kind: "project", runId: run.id, projectId });
  }
  if (run.finishedAt !== undefined) return;
  const delaySeconds = DEADLINE_STEP_SECONDS;
  await ports.reportQueue.send({ kind: "deadline", runId: run.id }, { delaySeconds });
}

/** First and last instant of what a run counts, and its local days where they are not the month's own. */
interface Period {
  readonly first: Instant;
  readonly last: Instant;
  readonly span: ReportRun["span"];
}

/** The month's own period, or the one asked for; a single bound stands for the month's other one. */
function periodOf(
  { month, from, to }: BuildRequest,
  timeZone: string,
  startDays: readonly StartDay[],
): Period | Problem {
  const own = { month, timeZone, startDays };
  if (from === undefined && to === undefined) return { ...boundsOf(own), span: undefined };
  const days = periodDays(own);
  const span = { from: from ?? days.first.toString(), to: to ?? days.last.toString() };
  if (span.from > span.to) return problem("period-reversed", { path: from === undefined ? "to" : "from" });
  return { ...boundsOf({ ...own, span }), span };
}

import { Temporal } from "temporal-polyfill";
import { monthPeriod } from "../../domain/statistics/index.ts";
import { fromInstant, type Instant, monthOf, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { type Problem, problem } from "../outcome.ts";
import type { Ports } from "../ports.ts";
import type { ReportRun } from "./run.ts";

type StartPorts = Pick<Ports, "clock" | "organisation" | "reports" | "reportQueue" | "crypto" | "rules">;

export interface BuildRequest {
  /** `YYYY-MM` */
  readonly month: string;
  readonly asOf?: Instant;
  readonly projectId?: string;
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
  const { startDay, timeZone } = {
    startDay: (await ports.rules.forCompany(company.timeZone)).policy.periodStartDay,
    timeZone: company.timeZone,
  };
  const period = monthPeriod({ month: request.month, timeZone, startDay });
  const begin = toInstant(Temporal.Instant.fromEpochMilliseconds(period.start));
  const lastInstant = toInstant(Temporal.Instant.fromEpochMilliseconds(period.end - 1));
  if (begin > now) return problem("period-not-begun", { path: "month" });
  if (request.asOf !== undefined && request.asOf < begin)
    return problem("cut-off-before-period", { path: "asOf" });
  if (request.asOf !== undefined && request.asOf > now) return problem("cut-off-in-future", { path: "asOf" });

  const projects = await ports.organisation.projects();
  const projectIds = projects.map((project) => project.id).filter((id) => (request.projectId ?? id) === id);
  if (projectIds.length === 0) return problem("unknown-project", { path: "projectId" });
  const run = await ports.reports.start({
    id: `${request.month}-${ports.crypto.digest(`${request.by}:${request.key}`).slice(0, 16)}`,
    month: request.month,
    asOf: request.asOf ?? (lastInstant < now ? lastInstant : now),
    startedAt: now,
    startedBy: request.by,
    projectIds,
    doneProjectIds: [],
  });
  for (const projectId of run.projectIds) {
    if (!run.doneProjectIds.includes(projectId)) {
      await ports.reportQueue.send({ kind: "project", runId: run.id, projectId });
    }
  }
  return run;
}

/** The monthly schedule (1st, 02:00): the period that has just ended. */
export async function startScheduledRun(ports: StartPorts): Promise<ReportRun | Problem> {
  const company = await ports.organisation.company();
  if (company === undefined)
    throw new Error("no company is set up; import one with `npm run ops -- import-company`");
  const month = lastMonth(toInstant(ports.clock.now()), company.timeZone);
  return startRun(ports, { month, by: "schedule", key: month });
}

function lastMonth(now: Instant, timeZone: string): string {
  const day = fromInstant(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const firstOfMonth = day.with({ day: 1 }).toZonedDateTime(timeZone).toInstant();
  return monthOf(plusSeconds(toInstant(firstOfMonth), -1), timeZone);
}

import { secondsBetween, toInstant } from "../../../domain/time/instant.ts";
import type { Ports } from "../../ports/index.ts";
import {
  DEADLINE_STEP_SECONDS,
  deadlineOf,
  isSettled,
  isUpToDate,
  type ReportRun,
} from "../../ports/report-run.ts";
import { sendDeliveries } from "../deliver/due.ts";
import { type IssuePorts, issueEdition } from "../files/issue.ts";
import { announceEdition } from "./announce.ts";

type CompanyPorts = IssuePorts &
  Pick<Ports, "reportQueue" | "noticeQueue" | "notices" | "subscriptions" | "telemetry">;

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
  if (run.delivery !== undefined) {
    await sendDeliveries(ports, run);
    return ports.reports.finish(run.id, end);
  }
  const edition = await ports.reports.reserveEdition(run.month, `${run.id}#${built}`);
  const issued = (await ports.reports.editions(run.month)).find((other) => other.edition === edition);
  if (issued === undefined) await issueEdition(ports, run, edition);
  // One project's own build is nothing that the company has issued: whoever asked for it sees it in the job.
  if (run.only === undefined) await announceEdition(ports, run, edition);
  // The month's own period: whoever takes the files each month gets them once the bulletin is out.
  if (run.bulletin === true && run.span === undefined) await sendDeliveries(ports, run);
  await ports.reports.finish(run.id, { ...end, edition });
  ports.telemetry.count("ReportsIssued");
}

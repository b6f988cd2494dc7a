import { jobProgress } from "../../../app/jobs/start.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { problem } from "../../../app/problems/problem.ts";
import { jobView } from "../../../app/reports/files/read.ts";
import { jobRoutes } from "../../../contracts/jobs/routes.ts";
import { isHeadquarters } from "../../../domain/organisation/rights.ts";
import { type PersonDataJob, type PersonDataRequest } from "../../../domain/person-data/request.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type JobsApiPorts = Pick<Ports, "clock" | "organisation" | "jobs" | "personRequests" | "reports">;

export const jobHandlers = {
  /** Whoever started it, and headquarters. */
  showJob: forStaff(jobRoutes.showJob, async (ports: JobsApiPorts, { params, person }) => {
    const may = ({ startedBy }: { readonly startedBy: string }) =>
      startedBy === person.id || isHeadquarters(person);
    const job = await jobProgress(ports, params.id);
    if (job !== undefined) return may(job) ? json(200, job.progress) : problem("unknown-job");
    const asked = await ports.personRequests.find(params.id);
    const theirs = asked?.job;
    if (asked !== undefined && theirs !== undefined)
      return may(theirs) ? json(200, personDataJob(asked, theirs)) : problem("unknown-job");
    const run = await ports.reports.run(params.id);
    return run !== undefined && may(run) ? json(200, jobView(run)) : problem("unknown-job");
  }),
} satisfies ServingsOf<typeof jobRoutes, JobsApiPorts>;

/** The unit is steps; what was removed is in the request's receipt. */
function personDataJob({ id, kind }: PersonDataRequest, job: PersonDataJob) {
  const { complaintIds, done, steps, receipt, finishedAt } = job;
  const seen = complaintIds.length;
  const changed = receipt.removed.complaints ?? 0;
  return finishedAt === undefined
    ? { id, state: "running" as const, done: Math.min(done.length, steps), total: steps, errors: [] }
    : { id, state: "done" as const, done: steps, total: steps, result: { kind, seen, changed }, errors: [] };
}

import type { Ports } from "../ports/index.ts";
import { type Job, type JobPart, type JobProgress, progressOf } from "../ports/job.ts";
import { RULES_CACHE_SECONDS } from "../ports/published.ts";

type StartPorts = Pick<Ports, "jobs" | "reactQueue">;

/**
 * Starts a job once, one message per project; starting the same again changes nothing. Retiming waits until every
 * function has read the new rules, so that nothing is computed with the old ones after it.
 */
export async function startJob(ports: StartPorts, job: Job): Promise<Job> {
  const { job: standing, started } = await ports.jobs.start(job);
  if (!started) return standing;
  const delaySeconds = job.task.kind === "retime" ? RULES_CACHE_SECONDS + 5 : 0;
  for (const projectId of job.projectIds) {
    await ports.reactQueue.send({ jobId: job.id, projectId, page: 0 }, { delaySeconds });
  }
  return standing;
}

/** Sends again for whatever a job still has to do (a crash at its start, a lost message). */
export async function kickJob(ports: StartPorts, job: Job): Promise<void> {
  const parts = await partsOf(ports.jobs, job);
  for (const projectId of job.projectIds) {
    const part = parts.find((candidate) => candidate.projectId === projectId);
    if (part?.done !== true)
      await ports.reactQueue.send({ jobId: job.id, projectId, page: part?.pages ?? 0 });
  }
}

/** How far each project of a job is that has begun, read one by one. */
export async function partsOf(jobs: Ports["jobs"], job: Job): Promise<readonly JobPart[]> {
  const parts = await Promise.all(job.projectIds.map((projectId) => jobs.part(job.id, projectId)));
  return parts.filter((part) => part !== undefined);
}

/** Progress of a job, if there is one of this id. */
export async function jobProgress(
  ports: Pick<Ports, "jobs">,
  id: string,
): Promise<{ readonly startedBy: string; readonly progress: JobProgress } | undefined> {
  const job = await ports.jobs.job(id);
  if (job === undefined) return undefined;
  return { startedBy: job.startedBy, progress: progressOf(job, await ports.jobs.parts(id)) };
}

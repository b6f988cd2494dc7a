import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { JOB_LOOK_SECONDS, progressOf } from "../ports/job.ts";
import { kickJob, partsOf } from "./start.ts";

type WatchPorts = Pick<Ports, "clock" | "jobs" | "reactQueue">;

/**
 * True if a job has not gone on by a single page since the sweep looked last: a message of it was lost. One that is done
 * is not looked at any more, one that goes on is looked at again later.
 */
export async function isStuck({ clock, jobs }: WatchPorts, jobId: string): Promise<boolean> {
  const job = await jobs.job(jobId);
  if (job === undefined) throw new Error(`job ${jobId} is not in the table`);
  const parts = await partsOf(jobs, job);
  if (progressOf(job, parts).state === "done") {
    await jobs.unwatch(jobId);
    return false;
  }
  const pages = parts.reduce((sum, part) => sum + part.pages, 0);
  return !(await jobs.watch(jobId, pages, plusSeconds(toInstant(clock.now()), JOB_LOOK_SECONDS)));
}

/** Sends the messages again that a stuck job waits for. */
export async function resumeJob(ports: WatchPorts, jobId: string): Promise<void> {
  const job = await ports.jobs.job(jobId);
  if (job !== undefined) await kickJob(ports, job);
}

import { JOB_LOOK_SECONDS, type Job, type JobPart } from "../../../lib/app/ports/job.ts";
import { type JobStore } from "../../../lib/app/ports/jobs.ts";
import { type Instant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { stored } from "./stored.ts";

/** Jobs and their parts; a part only ever goes on by one page. */
export class MemoryJobs implements JobStore {
  readonly jobs = new Map<string, Job>();
  readonly standing = new Map<string, JobPart>();

  async start(job: Job) {
    const before = this.jobs.get(job.id);
    if (before === undefined) {
      this.jobs.set(job.id, stored(job));
      this.looks.set(job.id, { at: plusSeconds(job.startedAt, JOB_LOOK_SECONDS), pages: 0 });
    }
    return { job: stored(before ?? job), started: before === undefined };
  }
  async job(id: string) {
    const job = this.jobs.get(id);
    return job === undefined ? undefined : stored(job);
  }
  async part(jobId: string, projectId: string) {
    const part = this.standing.get(`${jobId} ${projectId}`);
    return part === undefined ? undefined : stored(part);
  }
  async parts(jobId: string) {
    return [...this.standing].filter(([key]) => key.startsWith(`${jobId} `)).map(([, part]) => stored(part));
  }
  /** When the sweep looks at a job, and how far it was the last time. */
  readonly looks = new Map<string, { readonly at: Instant; readonly pages: number }>();
  async watch(jobId: string, pages: number, at: Instant) {
    if (this.looks.get(jobId)?.pages === pages) return false;
    this.looks.set(jobId, { at, pages });
    return true;
  }
  async unwatch(jobId: string) {
    this.looks.delete(jobId);
  }
  async advance(jobId: string, part: JobPart) {
    const key = `${jobId} ${part.projectId}`;
    if ((this.standing.get(key)?.pages ?? 0) !== part.pages - 1) return false;
    this.standing.set(key, stored(part));
    return true;
  }
}

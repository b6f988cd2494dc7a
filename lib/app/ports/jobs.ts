import type { Instant } from "../../domain/time/instant.ts";
import type { Job, JobPart } from "./job.ts";
/** A page of a job. */
export interface JobMessage {
  readonly jobId: string;
  readonly projectId: string;
  /** Number of the page; only the next one of its project is done. */
  readonly page: number;
}

/** Long work in pages. */
export interface JobStore {
  /** Writes the job unless it exists; says which one stands and whether it is this one. */
  start(job: Job): Promise<{ readonly job: Job; readonly started: boolean }>;
  job(id: string): Promise<Job | undefined>;
  part(jobId: string, projectId: string): Promise<JobPart | undefined>;
  parts(jobId: string): Promise<readonly JobPart[]>;
  /**
   * Notes how many pages the job had done when the sweep looked, and that it looks again at `next`; false, and nothing
   * noted, if it had done as many the last time.
   */
  watch(jobId: string, pages: number, next: Instant): Promise<boolean>;
  /** The job is done: the sweep need not look any more. */
  unwatch(jobId: string): Promise<void>;
  /** Writes the part if it follows on the one that stands (`pages` one higher); false if another did before. */
  advance(jobId: string, part: JobPart): Promise<boolean>;
}

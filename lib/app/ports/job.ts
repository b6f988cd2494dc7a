import type { Judged, Move } from "../../domain/complaint/what-if.ts";
import type { Succession } from "../../domain/organisation/handover.ts";
import type { ChangedHousehold } from "../../domain/organisation/households.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { defined } from "../../domain/present.ts";
import type { Instant } from "../../domain/time/instant.ts";

/** The sweep looks so long after a job's start, and again and again until it is done, whether it goes on. */
export const JOB_LOOK_SECONDS = 600;

/** What a job does with the complaints of each project. */
export type JobTask =
  /** Moves the running clocks to the rules in force (published, taken effect, calendar changed). */
  | { readonly kind: "retime" }
  /** Which open complaints a policy would move, and which rungs would fire at once. */
  | { readonly kind: "dry-run"; readonly policy: Policy }
  /** What would have been late among a month's complaints under a policy. */
  | { readonly kind: "replay"; readonly policy: Policy; readonly month: string }
  | HandoverTask
  | HouseholdsTask;

/** 工作移交: everything one person holds becomes another's; the person's own entry is marked at the end. */
export interface HandoverTask extends Succession {
  readonly kind: "handover";
  /** The leaver's last day, and the day it was started: local dates of the company. */
  readonly leavesOn: string;
  readonly today: string;
}

/** Compares a staged list of households with the one that counts and, confirmed, lets it count. */
export interface HouseholdsTask {
  readonly kind: "households";
  readonly projectId: string;
  readonly month: string;
  readonly importId: string;
  readonly contentHash: string;
  /** The version it will be. */
  readonly version: number;
  readonly apply: boolean;
}

/** The monthly difference of a project's households: addresses and field names, no personal value. */
export interface HouseholdsResult {
  readonly households: number;
  readonly occupiedHouseholds: number;
  /** m² */
  readonly occupiedArea: number;
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  /** Open complaints of households that are gone. */
  readonly touched: number;
  /** The first hundred of each. */
  readonly examples: {
    readonly added: readonly string[];
    readonly gone: readonly string[];
    readonly changed: readonly ChangedHousehold[];
    readonly touched: readonly { readonly id: string; readonly number: string }[];
  };
}

/** Stands in a handover's list of projects for what comes when all of them are done. */
export const LAST_PART = "*";

/** Long work, project by project: started once, done in pages, each page exactly once. */
export interface Job {
  readonly id: string;
  readonly task: JobTask;
  readonly startedAt: Instant;
  /** Person id, or "sweep". */
  readonly startedBy: string;
  readonly projectIds: readonly string[];
}

/** How far a project is. */
export interface JobPart {
  readonly projectId: string;
  /** Pages done; the next message carries this number, and only that one may go on. */
  readonly pages: number;
  readonly cursor?: string;
  readonly done: boolean;
  /** Complaints of a handover, fixed when it began with the project. */
  readonly todo?: readonly string[];
  /** What a list of households would change, or has. */
  readonly households?: HouseholdsResult;
  /** Complaints looked at. */
  readonly seen: number;
  /** Complaints that moved, would move, or would have been judged otherwise. */
  readonly changed: number;
  readonly moves: readonly Move[];
  readonly judged: readonly Judged[];
  /** Clocks late as they were, and as they would have been (replay). */
  readonly lateBefore: number;
  readonly lateAfter: number;
  /** Complaints that could not be changed now; the sweep looks at them again. */
  readonly errors: readonly string[];
}

export const emptyPart = (projectId: string): JobPart => ({
  projectId,
  pages: 0,
  done: false,
  seen: 0,
  changed: 0,
  moves: [],
  judged: [],
  lateBefore: 0,
  lateAfter: 0,
  errors: [],
});

/** So many examples are kept per project; the counts go on. */
export const EXAMPLES = 100;

/** Progress as `GET /jobs/{id}` shows it; the unit is projects. */
export interface JobProgress {
  readonly id: string;
  readonly state: "running" | "done";
  readonly done: number;
  readonly total: number;
  readonly result?: JobResult;
  readonly errors: readonly string[];
}

export interface JobResult {
  readonly kind: JobTask["kind"];
  readonly seen: number;
  readonly changed: number;
  readonly moves?: readonly Move[];
  readonly judged?: readonly Judged[];
  readonly lateBefore?: number;
  readonly lateAfter?: number;
  readonly difference?: HouseholdsResult;
}

export function progressOf(job: Job, parts: readonly JobPart[]): JobProgress {
  const done = parts.filter((part) => part.done).length;
  const sum = (count: (part: JobPart) => number) => parts.reduce((total, part) => total + count(part), 0);
  const finished = done >= job.projectIds.length;
  const counts = { kind: job.task.kind, seen: sum((p) => p.seen), changed: sum((p) => p.changed) };
  return {
    id: job.id,
    state: finished ? "done" : "running",
    done,
    total: job.projectIds.length,
    ...(finished ? { result: resultOf(job.task.kind, counts, parts, sum) } : {}),
    errors: parts.flatMap((part) => part.errors),
  };
}

function resultOf(
  kind: JobTask["kind"],
  counts: JobResult,
  parts: readonly JobPart[],
  sum: (count: (part: JobPart) => number) => number,
): JobResult {
  switch (kind) {
    case "retime":
    case "handover":
      return counts;
    case "households": {
      const difference = parts.find((part) => part.households !== undefined)?.households;
      return { ...counts, ...defined({ difference }) };
    }
    case "dry-run":
      return { ...counts, moves: parts.flatMap((part) => part.moves) };
    case "replay":
      return {
        ...counts,
        lateBefore: sum((part) => part.lateBefore),
        lateAfter: sum((part) => part.lateAfter),
        judged: parts.flatMap((part) => part.judged),
      };
  }
}

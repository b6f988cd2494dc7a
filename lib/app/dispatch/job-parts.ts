import type { Complaint } from "../../domain/complaint/document.ts";
import { judgedUnder, movesUnder } from "../../domain/complaint/what-if.ts";
import { defined } from "../../domain/present.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import { handOverPage } from "../handover/job.ts";
import { householdsPage } from "../organisation/households-job.ts";
import type { Ports } from "../ports/index.ts";
import {
  EXAMPLES,
  emptyPart,
  type HandoverTask,
  type HouseholdsTask,
  type Job,
  type JobPart,
  type JobTask,
  LAST_PART,
} from "../ports/job.ts";
import type { JobMessage } from "../ports/jobs.ts";
import type { Page } from "../ports/page.ts";
import { type RetimePorts, retimeComplaint } from "../rules/retime.ts";

type RunPorts = RetimePorts & Pick<Ports, "jobs" | "groups" | "organisation" | "households" | "reactQueue">;

/** Complaints per message: a page is read, worked and counted within one call. */
const PAGE = 100;

/**
 * Does one page of a project and sends for the next. A message that comes twice finds the part further on and stops; a
 * crash before the count is written leaves the page to be done again, which changes nothing that is done.
 */
export async function runJobPart(ports: RunPorts, message: JobMessage): Promise<void> {
  const job = await ports.jobs.job(message.jobId);
  if (job === undefined) throw new Error(`job ${message.jobId} does not exist`);
  const part = (await ports.jobs.part(job.id, message.projectId)) ?? emptyPart(message.projectId);
  if (part.done || part.pages !== message.page) {
    // This page is counted; its successor may have been lost on the way.
    if (part.done || part.pages === message.page + 1) await sendNext(ports, job, part);
    return;
  }
  const next = await pageOf(ports, job, part);
  if (next !== undefined && (await ports.jobs.advance(job.id, next))) await sendNext(ports, job, next);
}

function pageOf(ports: RunPorts, job: Job, part: JobPart): Promise<JobPart | undefined> {
  const { task } = job;
  switch (task.kind) {
    case "handover":
      return handOverPage(ports, job, task, part);
    case "households":
      return householdsPage(ports, job, task, part);
    case "retime":
    case "dry-run":
    case "replay":
      return complaintsPage(ports, task, job.startedAt, part);
  }
}

type RulesTask = Exclude<JobTask, HandoverTask | HouseholdsTask>;

async function complaintsPage(
  ports: RunPorts,
  task: RulesTask,
  startedAt: Instant,
  part: JobPart,
): Promise<JobPart> {
  const page = await ids(ports, task, part);
  const complaints = await ports.complaints.loadMany(page.items);
  const { cursor: _, ...counted } = await workOn(ports, task, startedAt, part, complaints);
  return {
    ...counted,
    pages: part.pages + 1,
    seen: part.seen + complaints.length,
    done: page.cursor === undefined,
    ...defined({ cursor: page.cursor }),
  };
}

type SendPorts = Pick<RunPorts, "jobs" | "reactQueue">;

async function sendNext(ports: SendPorts, { id: jobId, task }: Job, part: JobPart): Promise<void> {
  const { projectId, pages: page } = part;
  if (!part.done) await ports.reactQueue.send({ jobId, projectId, page });
  // The last project of a handover calls up its end; the end itself looks whether all of them are done.
  else if (task.kind === "handover" && projectId !== LAST_PART) {
    const last = await ports.jobs.part(jobId, LAST_PART);
    if (last?.done !== true) {
      await ports.reactQueue.send({ jobId, projectId: LAST_PART, page: last?.pages ?? 0 });
    }
  }
}

async function ids(ports: RunPorts, task: RulesTask, { projectId, cursor }: JobPart): Promise<Page<string>> {
  const request = { limit: PAGE, ...defined({ cursor }) };
  const page =
    task.kind === "replay"
      ? await ports.complaints.receivedInMonth(projectId, task.month, request)
      : await ports.complaints.openByProject(projectId, request);
  const items = page.items.map(({ id }) => id);
  return page.cursor === undefined ? { items } : { items, cursor: page.cursor };
}

async function workOn(
  ports: RunPorts,
  task: RulesTask,
  startedAt: Instant,
  part: JobPart,
  complaints: readonly Complaint[],
): Promise<JobPart> {
  switch (task.kind) {
    case "retime":
      return retimeAll(ports, part, complaints);
    case "dry-run": {
      const found = await each(ports, complaints, task, (complaint, rules) =>
        movesUnder(complaint, rules, startedAt),
      );
      const moves = found.flat();
      return {
        ...part,
        changed: part.changed + found.filter((one) => one.length > 0).length,
        moves: [...part.moves, ...moves].slice(0, EXAMPLES),
      };
    }
    case "replay": {
      const now: Instant = toInstant(ports.clock.now());
      const judged = (
        await each(ports, complaints, task, (complaint, rules) => judgedUnder(complaint, rules, now))
      ).flat();
      const otherwise = judged.filter(({ lateBefore, lateAfter }) => lateBefore !== lateAfter);
      return {
        ...part,
        changed: part.changed + new Set(otherwise.map(({ id }) => id)).size,
        lateBefore: part.lateBefore + judged.filter(({ lateBefore }) => lateBefore).length,
        lateAfter: part.lateAfter + judged.filter(({ lateAfter }) => lateAfter).length,
        judged: [...part.judged, ...otherwise].slice(0, EXAMPLES),
      };
    }
  }
}

async function each<T>(
  ports: Pick<RunPorts, "rules">,
  complaints: readonly Complaint[],
  { policy }: Extract<RulesTask, { readonly policy: unknown }>,
  judge: (complaint: Complaint, rules: Awaited<ReturnType<RunPorts["rules"]["forProject"]>>) => T,
): Promise<T[]> {
  const results: T[] = [];
  for (const complaint of complaints) {
    const { projectId, timeZone } = complaint.registration;
    results.push(judge(complaint, { ...(await ports.rules.forProject(projectId, timeZone)), policy }));
  }
  return results;
}

/** So many complaints are written at once: fast, and far below what the table would throttle. */
const AT_ONCE = 10;

async function retimeAll(ports: RunPorts, part: JobPart, complaints: readonly Complaint[]): Promise<JobPart> {
  let changed = part.changed;
  const errors = [...part.errors];
  // Each lane takes the next complaint as soon as it has written one: no write waits for the slowest of its batch.
  const waiting = complaints.values();
  const lane = async () => {
    for (const complaint of waiting) {
      try {
        if ((await retimeComplaint(ports, complaint)) !== undefined) changed += 1;
      } catch (cause) {
        const { number } = complaint.registration;
        errors.push(number);
        ports.telemetry.error("complaint could not be timed again", { number }, cause);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { ...part, changed, errors: errors.slice(0, EXAMPLES) };
}

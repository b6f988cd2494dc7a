import {
  asLeft,
  namesAsSubstitute,
  type Succession,
  withPostsOf,
  withShiftsHandedOver,
  withSubstitute,
} from "../../domain/organisation/handover.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { localDate, toInstant } from "../../domain/time/instant.ts";
import { carriedOut, change } from "../complaints/change.ts";
import { salted } from "../documents/ids.ts";
import { raced } from "../documents/race.ts";
import { changeGroup } from "../groups/change.ts";
import { changeEntry } from "../organisation/change-entry.ts";
import type { Ports } from "../ports/index.ts";
import { type HandoverTask, type Job, type JobPart, LAST_PART } from "../ports/job.ts";
import { isProblem } from "../problems/problem.ts";
import { allHeldBy, groupsHeldBy, openHeldBy, rostersWith } from "./holdings.ts";

export type HandoverPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "groups" | "rules" | "webhooks" | "organisation" | "jobs" | "telemetry"
>;

/** Complaints per message: each is one conditional write. */
const PAGE = 50;
const AT_ONCE = 10;
const REASON = "工作移交 · Handed over by a leaver";

/**
 * One page of a handover. A project: first what is to be handed over is fixed, then complaints page by page, then the
 * rosters. When every project is done: what came in meanwhile, substitutes, and the leaver's own entry at the very end.
 * Everything may be done twice. Undefined: not its turn yet.
 */
export async function handOverPage(
  ports: HandoverPorts,
  job: Job,
  task: HandoverTask,
  part: JobPart,
): Promise<JobPart | undefined> {
  if (part.projectId === LAST_PART) return lastPage(ports, job, task, part);
  const project = await ports.organisation.project(part.projectId);
  if (project === undefined) throw new Error(`project ${part.projectId} of a handover is not in the table`);
  if (part.todo === undefined) {
    const leaver = await leaverOf(ports, task);
    // Before any complaint is his: he has to see it.
    await changeEntry(ports, task.to, job.startedBy, (successor) => withPostsOf(successor, leaver));
    const todo = (await allHeldBy(ports, project, task.from, job.startedAt)).map(({ id }) => id);
    return { ...part, pages: part.pages + 1, todo };
  }
  const from = (part.pages - 1) * PAGE;
  const next = await handOverAll(ports, job, task, part, part.todo.slice(from, from + PAGE));
  if (from + PAGE < part.todo.length) return { ...next, pages: part.pages + 1 };
  await handOverGroups(ports, job, task, project);
  await handOverRosters(ports, job, task, project);
  return { ...next, pages: part.pages + 1, done: true };
}

async function lastPage(
  ports: HandoverPorts,
  job: Job,
  task: HandoverTask,
  part: JobPart,
): Promise<JobPart | undefined> {
  const projects = job.projectIds.filter((id) => id !== LAST_PART);
  const parts = await ports.jobs.parts(job.id);
  if (!projects.every((id) => parts.some(({ projectId, done }) => projectId === id && done)))
    return undefined;
  const late: string[] = [];
  for (const id of projects) {
    late.push(...(await openHeldBy(ports, { id }, task.from)).map((complaint) => complaint.id));
  }
  const failed = new Set(parts.flatMap(({ errors }) => errors));
  const next = await handOverAll(ports, job, task, part, late.slice(0, PAGE));
  const errors = next.errors.filter((number) => !failed.has(number));
  if (late.length > PAGE && next.changed > part.changed) return { ...next, errors, pages: part.pages + 1 };
  await handOverEntries(ports, job, task);
  return { ...next, errors, pages: part.pages + 1, done: true };
}

async function handOverEntries(ports: HandoverPorts, job: Job, task: HandoverTask): Promise<void> {
  for (const person of await ports.organisation.people()) {
    if (person.id === task.from || !namesAsSubstitute(person, task.from, task.today)) continue;
    await changeEntry(ports, person.id, job.startedBy, (entry) => withSubstitute(entry, task, task.today));
  }
  await changeEntry(ports, task.from, job.startedBy, (leaver) => asLeft(leaver, task.to, task.leavesOn));
}

async function leaverOf({ organisation }: HandoverPorts, { from }: Succession): Promise<Person> {
  const leaver = await organisation.person(from);
  if (leaver === undefined) throw new Error("the leaver of a handover is not in the table");
  return leaver;
}

/** Hands complaints over; one that cannot be changed now is named and does not hold up the others. */
async function handOverAll(
  ports: HandoverPorts,
  job: Job,
  task: HandoverTask,
  part: JobPart,
  ids: readonly string[],
): Promise<JobPart> {
  let { changed } = part;
  const errors = [...part.errors];
  const complaints = await ports.complaints.loadMany(ids);
  for (let first = 0; first < complaints.length; first += AT_ONCE) {
    const batch = complaints.slice(first, first + AT_ONCE);
    const results = await Promise.all(
      batch.map(async (complaint) => {
        const { id, number } = complaint.registration;
        const commandId = `${job.id}:${id}`;
        const result = await change(ports, complaint, {
          command: {
            type: "hand-over",
            from: task.from,
            to: task.to,
            reason: salted(ports.crypto, REASON),
          },
          by: { kind: "person", id: job.startedBy },
          commandId,
          request: "",
        });
        if (!isProblem(result)) return carriedOut(result.complaint, commandId);
        ports.telemetry.error("complaint could not be handed over", { number, problem: result.problem });
        errors.push(number);
        return false;
      }),
    );
    changed += results.filter(Boolean).length;
  }
  return { ...part, seen: part.seen + complaints.length, changed, errors };
}

/** A group's own rungs look for its handler: they have to find the successor. */
async function handOverGroups(
  ports: HandoverPorts,
  job: Job,
  { from, to }: HandoverTask,
  project: Project,
): Promise<void> {
  for (const group of await groupsHeldBy(ports, project, from)) {
    const result = await changeGroup(ports, group, {
      command: { type: "hand-over", from, to },
      by: { kind: "person", id: job.startedBy },
      commandId: `${job.id}:${group.identity.id}`,
      request: "",
    });
    if (isProblem(result)) throw new Error(`group ${group.identity.id} of a handover: ${result.problem}`);
  }
}

async function handOverRosters(
  ports: HandoverPorts,
  job: Job,
  task: HandoverTask,
  project: Project,
): Promise<void> {
  const fromDate = localDate(job.startedAt, project.timeZone);
  await raced(`rosters of ${project.id}`, undefined, async () => {
    const rosters = await rostersWith(ports, project, task.from, job.startedAt);
    if (rosters.length === 0) return { done: undefined };
    for (const roster of rosters) {
      const shifts = withShiftsHandedOver(roster.shifts, task, fromDate);
      // A lost race is seen in the next round: the roster is read again.
      await ports.organisation.addRoster({
        ...roster,
        version: roster.version + 1,
        contentHash: ports.crypto.digest(JSON.stringify(shifts)),
        at: toInstant(ports.clock.now()),
        by: job.startedBy,
        shifts,
      });
    }
    return { lostTo: undefined };
  });
}

import { inBatches } from "../../domain/in-batches.ts";
import { namesAsSubstitute, postsToGive, shiftsOf, withPostsOf } from "../../domain/organisation/handover.ts";
import {
  type Assignment,
  type Person,
  type Project,
  reaches,
} from "../../domain/organisation/organisation.ts";
import { hasLeft } from "../../domain/organisation/presence.ts";
import { mayRule } from "../../domain/organisation/rights.ts";
import { mayAppoint } from "../../domain/organisation/staff-rules.ts";
import { DEFAULT_TIME_ZONE, type Instant, localDate, toInstant } from "../../domain/time/instant.ts";
import { shortDigest } from "../documents/ids.ts";
import { kickJob, startJob } from "../jobs/start.ts";
import type { ListedComplaint } from "../ports/complaints.ts";
import type { Ports } from "../ports/index.ts";
import { type Job, LAST_PART } from "../ports/job.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { allHeldBy, groupsHeldBy, rostersWith } from "./holdings.ts";

type HandoverPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "groups" | "organisation" | "jobs" | "reactQueue"
>;

export interface Handover {
  readonly from: string;
  readonly to: string;
  /** The last day; else the one entered before, else today. */
  readonly leavesOn?: string;
}

/** What would go over. */
export interface HandoverPreview {
  readonly leavesOn: string;
  readonly complaints: {
    readonly count: number;
    readonly listed: readonly { readonly id: string; readonly number: string; readonly projectId: string }[];
  };
  /** Open groups (群体) that the leaver handles. */
  readonly groups: readonly string[];
  readonly shifts: readonly { readonly projectId: string; readonly month: string; readonly count: number }[];
  readonly posts: readonly Assignment[];
  /** People who name the leaver as a substitute. */
  readonly substituteOf: readonly string[];
}

interface Plan {
  readonly leaver: Person;
  readonly successor: Person;
  readonly projects: readonly Project[];
  readonly naming: readonly Person[];
  readonly today: string;
  readonly leavesOn: string;
}

/**
 * Looks at everything before anything is changed: the ruler must reach every post of the leaver, of the successor and of
 * whoever names the leaver as a substitute. Projects are all that the ruler rules: somebody may hold things where he has
 * no post any more.
 */
async function planned(
  { clock, organisation }: Pick<HandoverPorts, "clock" | "organisation">,
  ruler: Person,
  { from, to, leavesOn }: Handover,
): Promise<Plan | Problem> {
  const [company, projects, people] = await Promise.all([
    organisation.company(),
    organisation.projects(),
    organisation.people(),
  ]);
  const leaver = people.find(({ id }) => id === from);
  if (leaver === undefined) return problem("unknown-person", { path: "id" });
  const today = localDate(toInstant(clock.now()), company?.timeZone ?? DEFAULT_TIME_ZONE);
  const naming = people.filter((one) => one.id !== from && namesAsSubstitute(one, from, today));
  const mayChange = (person: Person) => person.assignments.every((post) => mayAppoint(ruler, post, projects));
  if (!mayChange(leaver)) return problem("forbidden", { path: "id" });
  const successor = people.find(({ id }) => id === to);
  if (successor === undefined) return problem("unknown-person", { path: "to" });
  if (to === from || hasLeft(successor, today)) return problem("no-successor", { path: "to" });
  const stranger = [successor, ...naming].find((person) => !mayChange(person));
  if (stranger !== undefined)
    return problem("forbidden", { path: stranger === successor ? "to" : "substitutes" });
  return {
    leaver,
    successor,
    projects: projects.filter((project) => mayRule(ruler, project)),
    naming,
    today,
    leavesOn: leavesOn ?? leaver.leavesOn ?? today,
  };
}

interface Held {
  readonly project: Project;
  readonly complaints: readonly ListedComplaint[];
  readonly groups: readonly string[];
  readonly shifts: HandoverPreview["shifts"];
}

/** Projects looked through at once. */
const AT_ONCE = 10;

async function heldIn(
  ports: HandoverPorts,
  projects: readonly Project[],
  personId: string,
  now: Instant,
): Promise<readonly Held[]> {
  const found = await inBatches(projects, AT_ONCE, async (project): Promise<Held> => {
    const [complaints, groups, rosters] = await Promise.all([
      allHeldBy(ports, project, personId, now),
      groupsHeldBy(ports, project, personId),
      rostersWith(ports, project, personId, now),
    ]);
    const today = localDate(now, project.timeZone);
    const shifts = rosters.map(({ projectId, month, shifts: all }) => {
      return { projectId, month, count: shiftsOf(all, personId, today).length };
    });
    return { project, complaints, groups: groups.map(({ identity }) => identity.id), shifts };
  });
  return found.filter(
    ({ complaints, groups, shifts }) => complaints.length + groups.length + shifts.length > 0,
  );
}

/** So many complaints are listed; the count goes on. */
const LISTED = 100;

/** What the leaver holds, and whether it may all go to this successor. Nothing is changed. */
export async function previewHandover(
  ports: HandoverPorts,
  ruler: Person,
  handover: Handover,
): Promise<HandoverPreview | Problem> {
  const plan = await planned(ports, ruler, handover);
  return isProblem(plan) ? plan : look(ports, plan);
}

async function look(ports: HandoverPorts, plan: Plan): Promise<HandoverPreview | Problem> {
  const { leaver, successor, projects, naming, leavesOn } = plan;
  const held = await heldIn(ports, projects, leaver.id, toInstant(ports.clock.now()));
  const after = withPostsOf(successor, leaver);
  if (held.some(({ project }) => !reaches(after, project))) return problem("no-successor", { path: "to" });
  const complaints = held.flatMap((one) => one.complaints);
  return {
    leavesOn,
    complaints: {
      count: complaints.length,
      listed: complaints
        .slice(0, LISTED)
        .map(({ id, fact: { number, projectId } }) => ({ id, number, projectId })),
    },
    groups: held.flatMap(({ groups }) => groups),
    shifts: held.flatMap(({ shifts }) => shifts),
    posts: postsToGive(leaver, successor),
    substituteOf: naming.map(({ id }) => id),
  };
}

/**
 * Starts the handover as a job. The same key again is the same job, and sends it on where it was lost; its rights were
 * looked at when it began.
 */
export async function startHandover(
  ports: HandoverPorts,
  ruler: Person,
  handover: Handover & { readonly key: string },
): Promise<Job | Problem> {
  const { from, to, leavesOn, key } = handover;
  const id = `handover-${shortDigest(ports.crypto, JSON.stringify([ruler.id, key]))}`;
  const standing = await ports.jobs.job(id);
  if (standing !== undefined) {
    const { task } = standing;
    const same = task.kind === "handover" && task.from === from && task.to === to;
    if (!same || (leavesOn !== undefined && leavesOn !== task.leavesOn)) return problem("key-reused");
    await kickJob(ports, standing);
    return standing;
  }
  const plan = await planned(ports, ruler, handover);
  if (isProblem(plan)) return plan;
  const preview = await look(ports, plan);
  if (isProblem(preview)) return preview;
  return startJob(ports, {
    id,
    task: { kind: "handover", from, to, leavesOn: plan.leavesOn, today: plan.today },
    startedAt: toInstant(ports.clock.now()),
    startedBy: ruler.id,
    projectIds: [...plan.projects.map((project) => project.id), LAST_PART],
  });
}

import { defined } from "../../../../lib/domain/present.ts";
import type { components } from "../../api/schema.ts";
import type { ActionName, Entry } from "../outbox/entry.ts";

type Schemas = components["schemas"];

/** A complaint without what a phone that is lost must not tell: number and address are asked for when they are wanted. */
export type JobDetail = Pick<
  Schemas["Complaint"],
  | "id"
  | "number"
  | "projectId"
  | "status"
  | "version"
  | "receivedAt"
  | "urgency"
  | "safety"
  | "level"
  | "clocks"
  | "matter"
  | "location"
  | "place"
  | "handlerId"
  | "plan"
  | "planInForce"
  | "allowed"
> & {
  readonly complainant: { readonly name?: string; readonly anonymous: boolean; readonly hasPhone: boolean };
};

/** A job as the phone last saw it. */
export interface Job {
  readonly id: string;
  readonly personId: string;
  /** When the server told it, by its clock (ISO). */
  readonly seenAt: string;
  /** When the server last said that it is this person's (ISO); absent: when it was seen. */
  readonly listedAt?: string;
  readonly projectName: string;
  readonly timeZone: string;
  readonly detail: JobDetail;
}

/** Keeps of a complaint what the job needs. */
export function detailOf(complaint: Schemas["Complaint"]): JobDetail {
  const { id, number, projectId, status, version, receivedAt, urgency, safety, clocks, location, allowed } =
    complaint;
  const { level, matter, place, handlerId, plan, planInForce, complainant } = complaint;
  return {
    id,
    number,
    projectId,
    status,
    version,
    receivedAt,
    urgency,
    safety,
    clocks,
    location,
    allowed,
    ...defined({ level, matter, place, handlerId, plan, planInForce }),
    complainant: {
      anonymous: complainant.anonymous,
      hasPhone: complainant.phone !== undefined,
      ...defined({ name: complainant.name }),
    },
  };
}

/** What a job comes to once everything that one has done on it has been sent. */
export interface Projected {
  readonly accepted: boolean;
  readonly resolved: boolean;
  /** Nodes of the plan that are not done. */
  readonly nodes: readonly { readonly id: string; readonly text: string; readonly dueAt: string }[];
  readonly actions: readonly ActionName[];
}

const offered: readonly ActionName[] = ["accept", "progress", "note", "resolve"];

/** The job with the actions in the outbox, and with those that were sent after it was last seen. */
export function projected(
  { detail, seenAt }: Pick<Job, "detail" | "seenAt">,
  entries: readonly Entry[],
): Projected {
  const told = entries.filter(
    ({ state }) => state.kind !== "decide" && (state.kind !== "sent" || state.at >= seenAt),
  );
  const gave = (name: ActionName) => told.some(({ command }) => command === name);
  const waitsForAccept = detail.clocks.some(
    ({ name, stoppedAt }) => name === "accept" && stoppedAt === undefined,
  );
  const accepted = gave("accept") || !waitsForAccept;
  const resolved = detail.status !== "handling" || gave("resolve");
  const doneNodes = new Set(told.flatMap(({ values }) => values.nodeId ?? []));
  const nodes = (detail.planInForce ?? detail.plan)?.nodes ?? [];
  return {
    accepted,
    resolved,
    nodes: nodes
      .filter(({ id, doneAt }) => doneAt === undefined && !doneNodes.has(id))
      .map(({ id, text = id, dueAt }) => ({ id, text, dueAt })),
    actions: offered.filter((name) => {
      if (!detail.allowed.includes(name)) return false;
      if (name === "accept") return !accepted;
      return name === "resolve" ? !resolved : true;
    }),
  };
}

/** Safety first, then what falls due first; what is done already stands last. */
export function byDue(
  a: { readonly job: Job; readonly projected: Projected },
  b: { readonly job: Job; readonly projected: Projected },
): number {
  if (a.projected.resolved !== b.projected.resolved) return a.projected.resolved ? 1 : -1;
  if (a.job.detail.safety !== b.job.detail.safety) return a.job.detail.safety ? -1 : 1;
  return dueOf(a.job).localeCompare(dueOf(b.job)) || a.job.detail.number.localeCompare(b.job.detail.number);
}

/** When the running clock that falls due first runs out (ISO); far away where none runs. */
export function dueOf({ detail }: Pick<Job, "detail">): string {
  const running = detail.clocks.filter(
    ({ stoppedAt, pausedSince }) => stoppedAt === undefined && pausedSince === undefined,
  );
  return running.map(({ dueAt }) => dueAt).toSorted()[0] ?? "9999";
}

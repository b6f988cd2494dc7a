import type { Complaint } from "../../domain/complaint/document.ts";
import type { Actor } from "../../domain/document/event.ts";
import type {
  PersonDataDecision,
  PersonDataJob,
  PersonDataKind,
  PersonDataRequest,
} from "../../domain/person-data/request.ts";
import { defined } from "../../domain/present.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { askPersonData } from "../person-data/request.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { storeCopy } from "./copy.ts";
import { complaintsOfPerson } from "./person.ts";
import type { ErasurePorts } from "./ports.ts";
import { emptyReceipt, erasing, isErased, stepsOf } from "./run.ts";

export type StartPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "personRequests" | "rules">;
export type ErasureJobPorts = ErasurePorts & Pick<Ports, "personRequests" | "zip">;

export interface Starting {
  readonly kind: PersonDataKind;
  /** Complaints that are still being handled are erased too, at once. */
  readonly evenOpen: boolean;
  readonly by: Actor;
}

/**
 * Begins what a request of this complaint's person asks for: made today, or (`asked`) one that stands. The complaints of the
 * person are fixed here. Begun again it is the same job; one that was refused before is a problem.
 */
export async function startPersonData(
  ports: StartPorts,
  from: { readonly complaint: Complaint; readonly asked?: PersonDataRequest },
  { kind, evenOpen, by }: Starting,
): Promise<PersonDataRequest | Problem> {
  const { complaint } = from;
  const request = from.asked ?? (await askPersonData(ports, complaint, kind, by));
  for (let standing: PersonDataRequest | undefined = request; standing !== undefined; ) {
    if (standing.job !== undefined) return standing;
    if (standing.decided !== undefined) return problem("request-decided");
    const complaintIds = await complaintsOfPerson(ports, complaint);
    const job: PersonDataJob = {
      startedAt: toInstant(ports.clock.now()),
      startedBy: "id" in by ? by.id : by.kind,
      complaintIds,
      ...(evenOpen ? { evenOpen: true } : {}),
      done: [],
      steps: standing.kind === "erasure" ? stepsOf({ complaintIds }) : 1,
      receipt: emptyReceipt,
    };
    const begun = withJob(standing, job);
    if (await ports.personRequests.replace(standing, begun)) return begun;
    standing = await ports.personRequests.find(request.id);
  }
  return problem("unknown-request");
}

function withJob(request: PersonDataRequest, job: PersonDataJob): PersonDataRequest {
  return { ...request, job, version: (request.version ?? 0) + 1 };
}

/** Carries a begun request on until it is done, waits for open complaints, or `until` has come; each step is on record before the next. */
export async function carryOnPersonData(
  ports: ErasureJobPorts,
  begun: PersonDataRequest,
  until?: string,
): Promise<PersonDataRequest> {
  const { job } = begun;
  if (job === undefined || job.finishedAt !== undefined) return begun;
  return begun.kind === "export" ? copied(ports, begun, job) : erased(ports, begun, job, until);
}

async function erased(
  ports: ErasureJobPorts,
  begun: PersonDataRequest,
  job: PersonDataJob,
  until: string | undefined,
): Promise<PersonDataRequest> {
  const by = actorOf(job);
  let request = begun;
  for await (const erasure of erasing(ports, job, { by })) {
    const next = { ...job, done: erasure.done, receipt: erasure.receipt };
    request = await recorded(ports, request, isErased(erasure) ? finished(ports, next) : next);
    if (until !== undefined && toInstant(ports.clock.now()) >= until) break;
  }
  return request;
}

async function copied(
  ports: ErasureJobPorts,
  begun: PersonDataRequest,
  job: PersonDataJob,
): Promise<PersonDataRequest> {
  const key = await storeCopy(ports, begun, job.complaintIds);
  const until = plusSeconds(toInstant(ports.clock.now()), COPY_DAYS * 86_400);
  return recorded(ports, begun, { ...finished(ports, job), done: ["copy"], copy: { key, until } });
}

/** `default`: so long the copy may be fetched; the bucket lets go of it a day later. */
export const COPY_DAYS = 14;

function finished({ clock }: Pick<Ports, "clock">, job: PersonDataJob): PersonDataJob {
  return { ...job, finishedAt: toInstant(clock.now()) };
}

/** A lost race means that somebody else carries it on: both do the same, one record is enough. */
async function recorded(
  { personRequests }: Pick<Ports, "personRequests">,
  before: PersonDataRequest,
  job: PersonDataJob,
): Promise<PersonDataRequest> {
  const decided: PersonDataDecision | undefined =
    job.finishedAt === undefined
      ? before.decided
      : { at: job.finishedAt, by: job.startedBy, outcome: "done" };
  const after = { ...withJob(before, job), ...defined({ decided }) };
  if (await personRequests.replace(before, after)) return after;
  const standing = await personRequests.find(before.id);
  if (standing === undefined) throw new Error(`request ${before.id} is not there any more`);
  return standing.job?.finishedAt !== undefined ? standing : recorded({ personRequests }, standing, job);
}

function actorOf({ startedBy }: PersonDataJob): Actor {
  return startedBy === OPERATOR ? { kind: "channel", id: OPERATOR } : { kind: "person", id: startedBy };
}

/** Who the record names where no person of ours began it. */
export const OPERATOR = "operator";

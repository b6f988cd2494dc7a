import { addWorkingDays, type WorkingCalendar } from "../calendar/index.ts";
import type { Actor } from "../document/event.ts";
import { fromInstant, type Instant, toInstant } from "../time/instant.ts";
import type { ErasureReceipt } from "./receipt.ts";

/** What somebody may ask for about the own data: a copy of it (个人信息保护法 45), or its erasure (47). */
export const personDataKinds = ["export", "erasure"] as const;
export type PersonDataKind = (typeof personDataKinds)[number];

/** What became of a request. */
export interface PersonDataDecision {
  readonly at: Instant;
  /** Person id. */
  readonly by: string;
  readonly outcome: "done" | "refused";
  /** Why it was refused; compulsory then (个人信息保护法 50: 说明理由). */
  readonly reason?: string;
}

/** What is being done about a request that somebody approved; it holds numbers and ids, no personal value. */
export interface PersonDataJob {
  readonly startedAt: Instant;
  /** Person id, or `operator`. */
  readonly startedBy: string;
  /** The complaints of the person, fixed when it began. */
  readonly complaintIds: readonly string[];
  /** Complaints that are still being handled are erased too. */
  readonly evenOpen?: true;
  /** Steps that are done; each may be done twice. */
  readonly done: readonly string[];
  readonly steps: number;
  readonly receipt: ErasureReceipt;
  readonly finishedAt?: Instant;
  /** Where the copy lies, and until when. */
  readonly copy?: { readonly key: string; readonly until: Instant };
}

/** A person's request for a copy or erasure of the own data, with a clock of its own; it names no personal value. */
export interface PersonDataRequest {
  /** Begins with the instant it was made, so that the newest come first. */
  readonly id: string;
  readonly kind: PersonDataKind;
  /** The complaint that the request came from: whoever complained there is meant, in every complaint. */
  readonly complaintId: string;
  readonly number: string;
  readonly projectId: string;
  /** The resident by the own link, or a person of ours who was asked for it. */
  readonly by: Actor;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly decided?: PersonDataDecision;
  readonly job?: PersonDataJob;
  /** The lock; absent in requests that nothing was done about. */
  readonly version?: number;
}

/** When a request must be decided. */
export function personDataDueAt(calendar: WorkingCalendar, askedAt: Instant, workingDays: number): Instant {
  return toInstant(addWorkingDays(calendar, fromInstant(askedAt), workingDays));
}

export const personDataStates = ["open", "overdue", "running", "done", "refused"] as const;
export type PersonDataState = (typeof personDataStates)[number];

/** How a request stands; overdue counts from its due instant on. */
export function personDataState(
  { decided, dueAt, job }: Pick<PersonDataRequest, "decided" | "dueAt" | "job">,
  now: Instant,
): PersonDataState {
  if (decided !== undefined) return decided.outcome;
  if (job !== undefined) return "running";
  return now < dueAt ? "open" : "overdue";
}

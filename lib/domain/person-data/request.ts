import type { Actor } from "../document/event.ts";
import { type Instant, plusSeconds } from "../time/instant.ts";

/** What somebody may ask for about the own data: a copy of it (个人信息保护法 45), or its erasure (47). */
export const personDataKinds = ["export", "erasure"] as const;
export type PersonDataKind = (typeof personDataKinds)[number];

/** `default`, in natural days: the law says 及时 (个人信息保护法 50), GB/T 35273-2020 8.7 says 30 days at most. */
export const PERSON_DATA_DAYS = 30;

/** What became of a request. */
export interface PersonDataDecision {
  readonly at: Instant;
  /** Person id. */
  readonly by: string;
  readonly outcome: "done" | "refused";
  /** Why it was refused; compulsory then (个人信息保护法 50: 说明理由). */
  readonly reason?: string;
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
}

/** When a request must be decided. */
export function personDataDueAt(askedAt: Instant, days: number = PERSON_DATA_DAYS): Instant {
  return plusSeconds(askedAt, days * 86_400);
}

/** How a request stands; overdue counts from its due instant on. */
export function personDataState(
  { decided, dueAt }: Pick<PersonDataRequest, "decided" | "dueAt">,
  now: Instant,
): "open" | "overdue" | "done" | "refused" {
  if (decided !== undefined) return decided.outcome;
  return now < dueAt ? "open" : "overdue";
}

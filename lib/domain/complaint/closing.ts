import type { Temporal } from "temporal-polyfill";
import type { Policy } from "../policy/policy.ts";
import { fromInstant, type Instant, toInstant } from "../time/instant.ts";
import type { Command } from "./commands.ts";
import type { Complaint } from "./document.ts";
import type { Actor, Draft, Ending } from "./events.ts";
import { type Refusal, refuse } from "./refusal.ts";

interface ClosingContext {
  readonly now: Temporal.Instant;
  readonly by: Actor;
  readonly policy: Policy;
}

type Decision = { readonly drafts: readonly Draft[] } | Refusal;

/** D4, D8: the follow-up (回访). Only a call that reached the customer is one; the handler may not make it. */
export function decideFollowUp(
  complaint: Complaint,
  command: Extract<Command, { type: "follow-up" }>,
  { now, by, policy }: ClosingContext,
): Decision {
  const at = command.occurredAt ?? toInstant(now);
  if (at > toInstant(now) || (complaint.resolvedAt !== undefined && at < complaint.resolvedAt)) {
    return refuse("occurred-out-of-range");
  }
  const involved = [complaint.handlerId, complaint.registration.againstPersonId];
  if (by.kind === "person" && involved.includes(by.id)) return refuse("follow-up-by-handler");
  if (command.outcome === "reached") {
    if (command.grade === undefined) return refuse("grade-required", { missing: ["grade"] });
    if (command.grade < policy.followUp.satisfiedFrom && command.reason === undefined) {
      return refuse("reason-required", { missing: ["reason"] });
    }
  }
  const grade = command.outcome === "reached" && command.grade !== undefined ? { grade: command.grade } : {};
  return {
    drafts: [
      {
        fact: { type: "followUpAttempted", outcome: command.outcome, ...grade },
        occurredAt: at,
        ...(command.reason === undefined ? {} : { personal: { reason: command.reason } }),
      },
    ],
  };
}

/** Closing needs a class, a judgement of validity (D11) and the end of the follow-up (D4); else what is missing. */
export function decideClose(
  complaint: Complaint,
  command: Extract<Command, { type: "close" }>,
  { now, policy }: ClosingContext,
): Decision {
  const called = endingOf(complaint, command.reason !== undefined, policy);
  const ending = called === undefined && command.spared === true ? "not-sampled" : called;
  const missing = [
    ...(complaint.classCode === undefined ? ["classify"] : []),
    ...(complaint.validity === undefined ? ["judge"] : []),
    ...(ending === undefined ? ["follow-up"] : []),
    ...(ending === "reason" ? ["reason"] : []),
  ];
  if (missing.length > 0 || ending === undefined || ending === "reason")
    return refuse("incomplete", { missing });
  return {
    drafts: [
      {
        fact: { type: "closed", ending },
        occurredAt: toInstant(now),
        ...(command.reason === undefined ? {} : { personal: { reason: command.reason } }),
      },
    ],
  };
}

function endingOf(complaint: Complaint, hasReason: boolean, policy: Policy): Ending | "reason" | undefined {
  if (!hasContact(complaint)) return "no-contact";
  const reached = complaint.attempts.findLast((attempt) => attempt.outcome === "reached");
  if (reached?.grade !== undefined) {
    if (reached.grade >= policy.followUp.satisfiedFrom) return "followed-up";
    return hasReason ? "explained" : "reason";
  }
  const days = new Set(
    complaint.attempts.map((attempt) => localDay(attempt.at, complaint.registration.timeZone)),
  );
  const enough = complaint.attempts.length >= policy.followUp.attempts && days.size >= policy.followUp.days;
  return enough ? "unreachable" : undefined;
}

function localDay(at: Instant, timeZone: string): string {
  return fromInstant(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** True if the complainant can be called or written to. */
export function hasContact(complaint: Complaint): boolean {
  return complaint.personal["1.phone"] !== undefined || complaint.personal["1.email"] !== undefined;
}

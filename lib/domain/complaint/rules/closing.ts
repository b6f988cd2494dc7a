import { localDate } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import { type Complaint, hasContact } from "../document.ts";
import type { Ending } from "../events.ts";
import { missingDuties } from "./duties.ts";

/**
 * What is missing before it may be closed: a class, a judgement and a level (D11), that it is no matter of the law (D9:
 * those are referred), every step of level and urgency (D11, D13), the head's sign-off (D4).
 */
export function missingToClose(complaint: Complaint): string[] {
  const { classCode, validity, level, departmentId, registration, lawful } = complaint;
  const invalid = validity === "invalid";
  // D11: what its level demands is done once for a group, and signed for once (群诉签名页).
  const alone = complaint.group === undefined;
  const levelled = registration.recordKind === "complaint" || registration.recordKind === "opinion";
  const duties = alone ? missingDuties(complaint) : [];
  return [
    ...(classCode === undefined ? ["classify"] : []),
    ...(lawful === false ? ["refer"] : []),
    ...(validity === undefined ? ["judge"] : []),
    ...(invalid && complaint.invalidExplainedAt === undefined ? ["explain-invalid"] : []),
    ...(!invalid && alone && levelled && level === undefined ? ["level"] : []),
    ...duties,
    ...(!invalid && alone && departmentId !== undefined && complaint.signedOffAt === undefined
      ? ["sign-off"]
      : []),
  ];
}

/** D4: how it may end, or what of the follow-up is missing. */
export function endingOf(
  complaint: Complaint,
  hasReason: boolean,
  { policy }: Context,
): Ending | { readonly missing: string } {
  if (complaint.validity === "invalid") return "invalid";
  if (!hasContact(complaint)) return "no-contact";
  const reached = complaint.attempts.findLast((attempt) => attempt.outcome === "reached");
  if (reached?.grade !== undefined) {
    if (reached.grade >= policy.followUp.satisfiedFrom) return "followed-up";
    return hasReason ? "explained" : { missing: "reason" };
  }
  const days = new Set(
    complaint.attempts.map((attempt) => localDate(attempt.at, complaint.registration.timeZone)),
  );
  const enough = complaint.attempts.length >= policy.followUp.attempts && days.size >= policy.followUp.days;
  return enough ? "unreachable" : { missing: "follow-up" };
}

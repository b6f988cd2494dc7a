import type { Policy } from "../../policy/policy.ts";
import { type Instant, localDate } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import { type Complaint, hasContact } from "../document.ts";
import type { Ending, FactDraft } from "../events.ts";
import { owesReply } from "../tickets.ts";
import { missingFields } from "./completeness.ts";
import { lapsed } from "./drafts.ts";
import { missingDuties, missingForHousehold } from "./duties.ts";
import { levelInForce } from "./levels.ts";

/**
 * What is missing before it may be closed: a class, a judgement and a level (D11), that it is no matter of the law (D9:
 * those are referred), every step of level and urgency (D11, D13), the head's sign-off (D4). With its group, what the level
 * demands is done once and signed for once (D11, 群诉签名页); taken out and closed by itself, it owes all of it itself.
 */
export function missingToClose(complaint: Complaint, grouped = false): string[] {
  const { classCode, validity, departmentId, registration, lawful } = complaint;
  const invalid = validity === "invalid";
  const alone = !grouped;
  const levelled = registration.recordKind === "complaint" || registration.recordKind === "opinion";
  // In a group the group's level holds; what belongs to no level of its kind has to be given one.
  const level = alone ? complaint.level : levelInForce(complaint);
  const duties = alone ? missingDuties(complaint) : missingForHousehold(complaint);
  return [
    // D4: named, reachable and placed, or ticked 匿名 or 拒绝提供.
    ...missingFields(complaint).filter((field) => field !== "classCode"),
    ...(classCode === undefined ? ["classify"] : []),
    ...(lawful === false ? ["refer"] : []),
    // The platform waits for its answer, whatever we have told the customer.
    ...(owesReply(complaint) ? ["send-reply-document"] : []),
    ...(validity === undefined ? ["judge"] : []),
    ...(invalid && complaint.invalidExplainedAt === undefined ? ["explain-invalid"] : []),
    ...(!invalid && levelled && level === undefined ? ["level"] : []),
    ...duties,
    ...(!invalid && alone && departmentId !== undefined && complaint.signedOffAt === undefined
      ? ["sign-off"]
      : []),
  ];
}

/**
 * D4: how it may end, or what of the follow-up is missing. Who was dissatisfied once stays so: no later call washes it
 * away, only 返单 or 解释关闭.
 */
export function endingOf(
  complaint: Complaint,
  hasReason: boolean,
  { policy }: Pick<Context, "policy">,
): Ending | { readonly missing: string } {
  if (complaint.validity === "invalid") return "invalid";
  const settled = howAsked(complaint, policy);
  if (typeof settled !== "string") return settled;
  if (!isDissatisfied(complaint, policy)) return settled;
  return hasReason ? "explained" : { missing: "reason" };
}

/** True if an answer of this cycle, or the opinion the customer gave apart from it, is below satisfied. */
export function isDissatisfied({ attempts, opinion }: Complaint, { followUp }: Policy): boolean {
  const grades = [...attempts.map(({ grade }) => grade), opinion];
  return (
    attempts.some(({ unsatisfied }) => unsatisfied === true) ||
    grades.some((grade) => grade !== undefined && grade < followUp.satisfiedFrom)
  );
}

/** D4: 返单 or 解释关闭 is the manager's to decide, the second time the project manager's. */
export function deciderOf({ cycle }: Pick<Complaint, "cycle">): "manager" | "project-manager" {
  return cycle > 1 ? "project-manager" : "manager";
}

function howAsked(
  complaint: Complaint,
  { followUp }: Policy,
): "followed-up" | "unreachable" | "no-contact" | { readonly missing: "follow-up" } {
  const { attempts, registration } = complaint;
  if (attempts.some(({ outcome, grade }) => outcome === "reached" && grade !== undefined))
    return "followed-up";
  if (!hasContact(complaint)) return "no-contact";
  const days = new Set(attempts.map((attempt) => localDate(attempt.at, registration.timeZone)));
  const enough = attempts.length >= followUp.attempts && days.size >= followUp.days;
  return enough ? "unreachable" : { missing: "follow-up" };
}

/** What is over has no running clock but the corrective actions that it has brought about (D15). */
export function closedClocks(complaint: Complaint, at: Instant, context: Context): FactDraft[] {
  const left = complaint.clocks.map(({ name }) => name).filter((name) => name !== "corrective");
  return lapsed(complaint, left, at, context);
}

import type { Post } from "../organisation/organisation.ts";
import { fromInstant, type Instant, localDate, toInstant } from "../time/instant.ts";
import type { Command } from "./commands.ts";
import type { Context, Decision } from "./decision.ts";
import { stopped } from "./decisions/drafts.ts";
import { type Complaint, hasContact } from "./document.ts";
import { missingDuties } from "./duties.ts";
import type { Ending } from "./events.ts";
import { informed } from "./informing.ts";
import { refuse } from "./refusal.ts";

/** D4, D8: the follow-up (回访). Only a call that reached the customer is one; the handler may not make it. */
export function decideFollowUp(
  complaint: Complaint,
  command: Extract<Command, { type: "follow-up" }>,
  context: Context,
): Decision {
  const { by, policy } = context;
  const now = toInstant(context.now);
  const at = command.occurredAt ?? now;
  if (at > now || (complaint.resolvedAt !== undefined && at < complaint.resolvedAt)) {
    return refuse("occurred-out-of-range");
  }
  const solver = complaint.resolvedBy?.kind === "person" ? complaint.resolvedBy.id : undefined;
  // Where no handler was named, whoever reported the result is the one.
  const involved = [complaint.handlerId ?? solver, complaint.registration.againstPersonId];
  if (by.kind === "person" && involved.includes(by.id)) return refuse("follow-up-by-handler");
  const byPhone = command.via === undefined || command.via === "phone";
  if (byPhone && !isCallTime(at, complaint.registration.timeZone, policy.followUp.callHours)) {
    return refuse("outside-call-hours");
  }
  if (command.outcome === "reached") {
    if (command.grade === undefined) return refuse("grade-required", { missing: ["grade"] });
    if (command.grade < policy.followUp.satisfiedFrom && command.reason === undefined) {
      return refuse("reason-required", { missing: ["reason"] });
    }
  }
  const { outcome, via, reason } = command;
  const unsatisfied = outcome === "reached" && (command.grade ?? 0) < policy.followUp.satisfiedFrom;
  // D4: 返单 or 解释关闭 is the manager's to decide, the second time the project manager's.
  const decider: Post = complaint.cycle > 1 ? "project-manager" : "manager";
  const told = unsatisfied ? informed(complaint, [decider], context) : {};
  const grade = outcome === "reached" && command.grade !== undefined ? { grade: command.grade } : {};
  return {
    drafts: [
      {
        fact: {
          type: "followUpAttempted",
          outcome,
          ...(via === undefined ? {} : { via }),
          ...grade,
          ...told,
        },
        occurredAt: at,
        ...(reason === undefined ? {} : { personal: { reason } }),
      },
      ...(outcome === "reached" ? stopped(complaint, ["followUp"], at, context) : []),
    ],
  };
}

/** Customers are called between these local times, 09:00–20:00 by default. */
function isCallTime(
  at: Instant,
  timeZone: string,
  hours: { readonly from: string; readonly to: string },
): boolean {
  const time = fromInstant(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
  return time >= hours.from && time < hours.to;
}

/**
 * Closing wants a class, a judgement and a level (D11), that it is no matter of the law (D9: those are referred), every step of level and urgency (D11, D13), the head's sign-off
 * and the end of the follow-up (D4); else it says what is missing.
 */
export function decideClose(
  complaint: Complaint,
  { reason, spared }: Extract<Command, { type: "close" }>,
  context: Context,
): Decision {
  const now = toInstant(context.now);
  const called = endingOf(complaint, reason !== undefined, context);
  const ending =
    typeof called !== "string" && called.missing === "follow-up" && spared === true ? "not-sampled" : called;
  const missing = [...missingToClose(complaint), ...(typeof ending === "string" ? [] : [ending.missing])];
  if (missing.length > 0 || typeof ending !== "string") return refuse("incomplete", { missing });
  // D4: a customer who stays dissatisfied is the manager's to decide on, the second time the project manager's.
  if (ending === "explained" && context.posts !== undefined) {
    const { posts } = context;
    const second = complaint.cycle > 1;
    if (!posts.includes("project-manager") && (second || !posts.includes("manager")))
      return refuse(second ? "project-manager-decides" : "manager-decides");
  }
  return {
    drafts: [
      {
        fact: { type: "closed", ending },
        occurredAt: now,
        ...(reason === undefined ? {} : { personal: { reason } }),
      },
    ],
  };
}

function missingToClose(complaint: Complaint): string[] {
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

/** How it may end, or what of the follow-up is missing. */
function endingOf(
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

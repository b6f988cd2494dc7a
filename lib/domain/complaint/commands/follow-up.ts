import type { Personal } from "../../document/personal.ts";
import { defined, omit } from "../../present.ts";
import { fromInstant, type Instant, toInstant } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { FollowUpOutcome, FollowUpVia } from "../events.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { deciderOf, isDissatisfied } from "../rules/closing.ts";
import { draft, stopped } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { desk } from "../rules/posts.ts";
import { unreachable } from "../rules/telling.ts";
import { isInvolved } from "../rules/two-people.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface FollowUp {
  readonly type: "follow-up";
  readonly outcome: FollowUpOutcome;
  readonly grade?: number;
  readonly reason?: Personal;
  /** How the customer was asked; a call unless said otherwise. */
  readonly via?: FollowUpVia;
  readonly occurredAt?: Instant;
}

/** D4, D8: the follow-up (回访). Only a call that reached the customer is one; the handler may not make it. */
export const followUp: StaffDefinition<FollowUp, "followUpAttempted"> = {
  name: "follow-up",
  rule: {
    clause: "D4, D8",
    zh: "办结后回访，由非处理人进行；首次接通的评分不可改，不满意须注明原因，之后只由经理决定",
    en: "Somebody else than the handler asks the customer afterwards; the first grade stays, after a low one with its reason the manager decides",
  },
  from: ["resolved"],
  posts: desk,
  informs: true,
  fits: ({ attempts }) => attempts.every(({ unsatisfied }) => unsatisfied !== true),
  decide: (complaint, command, context) => {
    const at = command.occurredAt ?? toInstant(context.now);
    const refused = unfit(complaint, command, at, context);
    if (refused !== undefined) return refused;
    const { outcome, via, reason } = command;
    const reached = outcome === "reached";
    const unsatisfied = reached && (command.grade ?? 0) < context.policy.followUp.satisfiedFrom;
    const told = unsatisfied ? informed(complaint, [deciderOf(complaint)], context) : {};
    const given = defined({
      via,
      grade: reached ? command.grade : undefined,
      unsatisfied: unsatisfied ? true : undefined,
    });
    return {
      drafts: [
        draft({ type: "followUpAttempted", outcome, ...given, ...told }, at, { reason }),
        ...(reached ? stopped(complaint, ["followUp"], at, context) : []),
      ],
    };
  },
  folds: {
    followUpAttempted: (complaint, { outcome, grade, unsatisfied }, { occurredAt }) => {
      const attempt = { at: occurredAt, outcome, ...defined({ grade, unsatisfied }) };
      const attempts = [...complaint.attempts, attempt];
      const isFirst = outcome === "reached" && complaint.firstGrade === undefined;
      return { ...complaint, attempts, ...(isFirst ? defined({ firstGrade: grade }) : {}) };
    },
  },
  salted: (plain, salt) => ({
    ...omit(plain, "reason"),
    ...defined({ reason: saltedText(plain.reason, salt) }),
  }),
};

/** Why it is no follow-up: at the wrong time, by somebody who was involved, without the grade or its reason. */
function unfit(
  complaint: Complaint,
  { occurredAt, outcome, grade, reason, via = "phone" }: FollowUp,
  at: Instant,
  context: Context,
): Refusal | undefined {
  const { now, policy } = context;
  // D4: only the decision leads on from there; another call washes nothing away.
  if (complaint.attempts.some(({ grade }) => grade !== undefined) && isDissatisfied(complaint, policy))
    return refuse(deciderOf(complaint) === "manager" ? "manager-decides" : "project-manager-decides");
  const { resolvedAt = at, registration } = complaint;
  if (occurredAt !== undefined && occurredAt > toInstant(now)) return refuse("occurred-out-of-range");
  if (at < resolvedAt) return refuse("occurred-out-of-range");
  if (isInvolved(complaint, context)) return refuse("follow-up-by-handler");
  if (via === "phone" && !isCallTime(at, registration.timeZone, policy.followUp.callHours))
    return refuse("outside-call-hours");
  const refused = unreachable(complaint, via);
  if (refused !== undefined) return refused;
  if (outcome !== "reached") return undefined;
  if (grade === undefined) return refuse("grade-required", { missing: ["grade"] });
  return grade < policy.followUp.satisfiedFrom && reason === undefined
    ? refuse("reason-required", { missing: ["reason"] })
    : undefined;
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

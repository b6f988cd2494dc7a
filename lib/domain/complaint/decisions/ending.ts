import { addWorkingDays } from "../../calendar/index.ts";
import { toInstant } from "../../time/instant.ts";
import type { Command } from "../commands.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import { recurrence } from "../recurrence.ts";
import { refuse } from "../refusal.ts";
import { draft, one, startedNow, stopped } from "./drafts.ts";
import { isSamePerson } from "./plan.ts";

type Named<T extends Command["type"]> = Extract<Command, { type: T }>;

/** D4: the customer's opinion of the handling, where it is given apart from a follow-up. */
export function opinion(_: Complaint, { grade, text }: Named<"opinion">, { now, policy }: Context): Decision {
  if (grade < policy.followUp.satisfiedFrom && text === undefined) {
    return refuse("reason-required", { missing: ["text"] });
  }
  return one({ type: "opinionRecorded", grade }, toInstant(now), { text });
}

/** D4: 客户服务经理 checks the effect; not the one who solved it. */
export function checkEffect(
  complaint: Complaint,
  { effective, text }: Named<"check-effect">,
  { now, by }: Context,
): Decision {
  if (complaint.resolvedBy !== undefined && isSamePerson(complaint.resolvedBy, by)) {
    return refuse("second-person-required");
  }
  return one({ type: "effectChecked", effective }, toInstant(now), { text });
}

/** D4, D15: the review (检讨) fixes measures, owner and limit: each is a corrective action (整改项) with its own clock. */
export function review(complaint: Complaint, { text, actions }: Named<"review">, context: Context): Decision {
  const now = toInstant(context.now);
  if (actions.some(({ dueAt }) => dueAt <= now)) return refuse("limit-in-the-past");
  const first = complaint.actions?.length ?? 0;
  const numbered = actions.map((action, index) => ({ ...action, id: `z${first + index + 1}` }));
  const planned = numbered.map(({ id, ownerId, dueAt }) => ({ id, ownerId, dueAt }));
  const texts = numbered.flatMap(({ id, cause, measure }) => [
    [`cause.${id}`, cause] as const,
    [`measure.${id}`, measure] as const,
  ]);
  return {
    drafts: [
      draft({ type: "reviewed", actions: planned }, now, { text, ...Object.fromEntries(texts) }),
      ...planned.map(({ id, dueAt }) =>
        startedNow("corrective", complaint, now, context, { key: id, dueAt }),
      ),
    ],
  };
}

/** D15: the third time in 30 days that one building brings the same point; ten working days to put it right (`default`). */
export function correctRecurrence(
  complaint: Complaint,
  { complaintIds, ownerId }: Named<"correct-recurrence">,
  context: Context,
): Decision {
  if (complaint.events.some(({ fact }) => fact.type === "recurrenceFound")) return { drafts: [] };
  const now = toInstant(context.now);
  const dueAt = toInstant(addWorkingDays(context.calendar, context.now, recurrence.workingDays));
  const action = { id: `z${(complaint.actions?.length ?? 0) + 1}`, ownerId, dueAt };
  return {
    drafts: [
      draft({ type: "recurrenceFound", complaintIds, action }, now),
      startedNow("corrective", complaint, now, context, { key: action.id, dueAt }),
    ],
  };
}

/** What shows that a corrective action is done. */
export function evidence(
  complaint: Complaint,
  { actionId, text }: Named<"evidence">,
  { now }: Context,
): Decision {
  const action = complaint.actions?.find(({ id }) => id === actionId);
  if (action === undefined) return refuse("unknown-action");
  if (action.verifiedAt !== undefined) return refuse("verified-before");
  return one({ type: "actionEvidenced", actionId }, toInstant(now), { text });
}

/** D15: somebody other than the owner verifies; what does not pass goes back to the owner. */
export function verify(
  complaint: Complaint,
  { actionId, passed, text }: Named<"verify">,
  context: Context,
): Decision {
  const now = toInstant(context.now);
  const action = complaint.actions?.find(({ id }) => id === actionId);
  if (action === undefined) return refuse("unknown-action");
  if (action.verifiedAt !== undefined) return refuse("verified-before");
  if (action.evidencedAt === undefined) return refuse("incomplete", { missing: ["evidence"] });
  if (isSamePerson({ kind: "person", id: action.ownerId }, context.by))
    return refuse("second-person-required");
  const clocks = complaint.clocks.filter(({ key }) => key === actionId);
  const stops = passed ? stopped({ ...complaint, clocks }, ["corrective"], now, context) : [];
  return { drafts: [draft({ type: "actionVerified", actionId, passed }, now, { text }), ...stops] };
}

import type { Complaint, HandlingPlan } from "../document.ts";
import type { StoredEvent } from "../events.ts";

/** The complaint with its written plan changed; as it is while it has none. */
export function withPlan(complaint: Complaint, change: (plan: HandlingPlan) => HandlingPlan): Complaint {
  return complaint.plan === undefined ? complaint : { ...complaint, plan: change(complaint.plan) };
}

/** D2: approved by a superior and agreed with the customer: from then on its nodes are watched. */
export function isInForce({ approvedAt, agreedAt }: HandlingPlan): boolean {
  return approvedAt !== undefined && agreedAt !== undefined;
}

/** The plan that is worked by: the one in force, else the newest that is written. */
export function standingPlan({ plan, planInForce }: Complaint): HandlingPlan | undefined {
  return planInForce ?? plan;
}

/** The nodes of all plans that count: of the newest, and of the one in force beside it. */
export function plannedNodes({ plan, planInForce }: Complaint): HandlingPlan["nodes"] {
  return [...(planInForce?.nodes ?? []), ...(plan?.nodes ?? [])];
}

/** The event beside which a plan's texts stand; undefined once it is archived. */
export function writingOf(
  { events }: Pick<Complaint, "events">,
  { writtenAt }: HandlingPlan,
): StoredEvent | undefined {
  return events.findLast(({ fact, occurredAt }) => fact.type === "planWritten" && occurredAt === writtenAt);
}

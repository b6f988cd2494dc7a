import type { Complaint, HandlingPlan } from "../document.ts";

/** The complaint with its written plan changed; as it is while it has none. */
export function withPlan(complaint: Complaint, change: (plan: HandlingPlan) => HandlingPlan): Complaint {
  return complaint.plan === undefined ? complaint : { ...complaint, plan: change(complaint.plan) };
}

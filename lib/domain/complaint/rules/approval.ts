import type { Post } from "../../organisation/organisation.ts";
import type { Context } from "../decision.ts";
import type { Complaint, HandlingPlan } from "../document.ts";
import type { Level } from "../events.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { isGrave, levelInForce } from "./levels.ts";
import { isSamePerson } from "./two-people.ts";

/** From the lowest to the highest post that may approve anything. */
const superiors: readonly Post[] = ["manager", "project-manager", "region", "headquarters"];

/** D11 报上级领导: A and B are approved by the project manager or above, everything else by the manager or above. */
export function approvers(level: Level | undefined): readonly Post[] {
  return isGrave(level) ? superiors.slice(1) : superiors;
}

/** The superior a written plan is handed to: the first post that may approve it and is not the writer's own. */
export function nextApprover(level: Level | undefined, { posts = [] }: Pick<Context, "posts">): Post {
  const may = approvers(level);
  const own = may.findLastIndex((post) => posts.includes(post));
  return may[own + 1] ?? "headquarters";
}

/** Approval is a superior's act (D11): never the writer's, never the complained-of person's, nor a colleague's. */
export function unfitToApprove(
  complaint: Complaint,
  plan: HandlingPlan,
  { by, posts }: Context,
): Refusal | undefined {
  const against = complaint.registration.againstPersonId;
  if (isSamePerson(plan.by, by) || (by.kind === "person" && by.id === against))
    return refuse("second-person-required");
  const may = approvers(levelInForce(complaint));
  return posts === undefined || may.some((post) => posts.includes(post))
    ? undefined
    : refuse("superior-approves");
}

import type { Recipient } from "../../escalation/recipients.ts";
import type { Post } from "../../organisation/organisation.ts";
import type { Context } from "../decision.ts";
import type { Complaint } from "../document.ts";

/** The department's own: its handler, or its handlers, and its head. */
export const solvingPosts: readonly Post[] = ["handler", "department-head"];

/**
 * D4 通知相关部门: whoever was named is told; the head only of what nobody was named for. Heads are reminded before the
 * limits, and copies of everything are read by nobody.
 */
export function assignedPosts(handlerId: string | undefined): readonly Post[] {
  return handlerId === undefined ? solvingPosts : ["handler"];
}

/** Who at these posts is told; never the person who did it. Nobody: nothing is said. */
export function informed(
  complaint: Complaint,
  posts: readonly Post[],
  { by, recipients }: Context,
): { readonly recipients?: readonly Recipient[] } {
  const holders = recipients?.(posts, complaint) ?? [];
  const others = holders.filter(({ personId }) => by.kind !== "person" || personId !== by.id);
  return others.length === 0 ? {} : { recipients: others };
}

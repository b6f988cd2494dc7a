import type { Recipient } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import type { StaffCommandName } from "./commands.ts";
import type { Context } from "./decision.ts";
import type { Complaint } from "./document.ts";

/**
 * Commands of which somebody else is told at once: the department that has to solve it (D4 通知相关部门), the superiors
 * (D4, D11 汇报, 方案报上级), whoever decides on a dissatisfied customer. Deciding them needs to know who holds the posts.
 */
export const informingCommands: readonly StaffCommandName[] = [
  "assign",
  "transfer",
  "report-up",
  "plan",
  "daily-report",
  "follow-up",
  "reopen",
];

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

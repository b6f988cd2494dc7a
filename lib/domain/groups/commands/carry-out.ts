import { isOpen } from "../../complaint/document.ts";
import type { Recipient } from "../../escalation/recipients.ts";
import { defined, omit } from "../../present.ts";
import { draft, followingMembers, type GroupContext, nothing } from "../decision.ts";
import type { MemberAction, RefusedMember } from "../events.ts";
import type { Group, RunningCommand } from "../group.ts";
import { drawSample } from "../sample.ts";
import type { GroupDefinition } from "./definition.ts";
import { definitionOf } from "./members.ts";

export interface CarryOut {
  readonly type: "carry-out";
  readonly commandId: string;
  readonly already: readonly string[];
  readonly refused: readonly RefusedMember[];
  /** Members that can be called after the solution. */
  readonly callable: readonly string[];
  /** What whoever gave it may do with the members from here on. */
  readonly fits?: readonly MemberAction["type"][];
}

/**
 * Every member has had the command. Solved or closed is the group only when no member was refused; who must hear of it
 * hears once, of what has been done.
 */
export const carryOut: GroupDefinition<CarryOut, "commandCarriedOut" | "resolved"> = {
  name: "carry-out",
  rule: {
    clause: "D11",
    zh: "逐件执行完毕后记录每位成员的结果，没有一件被拒绝才算全体完成",
    en: "When every member has had it the results are recorded; it is done for the group when no member was refused",
  },
  decide: (group, { commandId, already, refused, callable, fits }, context) => {
    const { running } = group;
    if (running?.commandId !== commandId) return nothing;
    const { type: action } = running.action;
    const isDone = running.complaintIds.length > already.length + refused.length;
    const told = isDone ? recipients(group, running, context) : [];
    const done = draft(
      {
        type: "commandCarriedOut",
        action,
        already,
        refused,
        ...(told.length === 0 ? {} : { recipients: told }),
        ...defined({ fits }),
      },
      context,
    );
    const through = refused.length === 0;
    if (action === "close" && through) return { drafts: [done, draft({ type: "closed" }, context)] };
    if (!through || !isSolved(group, action, context))
      return { drafts: [done, ...followingMembers(group, context)] };
    const sample = drawSample(
      { id: group.identity.id, level: group.level },
      callable,
      context.groups,
      context.digest,
    );
    return {
      drafts: [
        done,
        draft({ type: "resolved", sample }, context),
        ...followingMembers({ ...group, sample }, context),
      ],
    };
  },
  folds: {
    commandCarriedOut: (group) => omit(group, "running"),
    resolved: (group, { sample }) => ({ ...group, status: "resolved", sample }),
  },
};

/** D6, D11: every household has been told the result, or of an invalid one why there is none. */
function isSolved(
  { status }: Group,
  action: MemberAction["type"],
  { members = [] }: Pick<GroupContext, "members">,
): boolean {
  if (action === "resolve") return true;
  const open = members.filter(isOpen);
  const isExplained = action === "explain-invalid" && status === "confirmed" && open.length > 0;
  return isExplained && open.every((member) => member.status === "resolved");
}

/** Who hears of it by one message, never the person who gave it. */
function recipients(
  group: Group,
  { action, by }: RunningCommand,
  context: GroupContext,
): readonly Recipient[] {
  const posts = definitionOf(action).tells?.(action, group, context) ?? [];
  if (posts.length === 0) return [];
  return context
    .recipients(posts, group)
    .filter(({ personId }) => by.kind !== "person" || personId !== by.id);
}

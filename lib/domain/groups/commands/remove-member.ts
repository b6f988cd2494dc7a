import { draft, nothing } from "../decision.ts";
import { remaining, without } from "../membership.ts";
import type { GroupDefinition } from "./definition.ts";

export interface RemoveMember {
  readonly type: "remove-member";
  readonly complaintId: string;
  readonly barred: boolean;
}

/** Somebody left, or the problem point changed. */
export const removeMember: GroupDefinition<RemoveMember, "memberLeft"> = {
  name: "remove-member",
  rule: {
    clause: "default",
    zh: "不属于同一事项的成员退出，人工移出的不再自动并入",
    en: "What is another matter leaves; whoever a person took out is not put in again by itself",
  },
  decide: (group, { complaintId, barred }, context) => {
    if (!group.members.some((member) => member.complaintId === complaintId)) return nothing;
    const rest = group.members.filter((member) => member.complaintId !== complaintId);
    return {
      drafts: [
        draft({ type: "memberLeft", complaintId, barred }, context),
        ...remaining(group, rest, context),
      ],
    };
  },
  folds: {
    memberLeft: (group, { complaintId, barred }) => ({
      ...without(group, [complaintId]),
      barred: barred ? [...group.barred, complaintId] : group.barred,
      leaving: [...group.leaving, complaintId],
    }),
  },
};

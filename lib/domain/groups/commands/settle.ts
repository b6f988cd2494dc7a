import { clocks, draft, nothing } from "../decision.ts";
import { standsFirm } from "../group.ts";
import { remaining, without } from "../membership.ts";
import type { GroupDefinition } from "./definition.ts";

export interface Settle {
  readonly type: "settle";
  readonly joined: readonly string[];
  readonly dropped: readonly string[];
}

/** The members' documents have been told; who could not join any more is a member no longer. */
export const settle: GroupDefinition<Settle, "membersSettled"> = {
  name: "settle",
  rule: {
    clause: "default",
    zh: "成员件与群体互相一致，已不能并入的不再是成员",
    en: "Members and group agree with each other; who cannot join any more is a member no longer",
  },
  decide: (group, { joined, dropped }, context) => {
    if (joined.length + dropped.length + group.leaving.length === 0) return nothing;
    const settled = draft({ type: "membersSettled", joined, dropped }, context);
    if (dropped.length === 0) {
      return { drafts: [settled, ...(standsFirm(group) ? clocks(group, context) : [])] };
    }
    const rest = group.members.filter(({ complaintId }) => !dropped.includes(complaintId));
    return { drafts: [settled, ...remaining(group, rest, context)] };
  },
  folds: {
    membersSettled: (group, { joined, dropped }) => {
      const left = without(group, dropped);
      return {
        ...left,
        members: left.members.map((member) =>
          joined.includes(member.complaintId) ? { ...member, joined: true } : member,
        ),
        leaving: [],
      };
    },
  },
};

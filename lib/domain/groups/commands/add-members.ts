import { defined, omit } from "../../present.ts";
import type { Candidate } from "../candidate.ts";
import { clocks, draft, nothing } from "../decision.ts";
import { isOpenGroup, standsFirm } from "../group.ts";
import { evidenced } from "../membership.ts";
import type { GroupDefinition } from "./definition.ts";

export interface AddMembers {
  readonly type: "add-members";
  readonly members: readonly Candidate[];
  readonly joined: boolean;
}

/** D11: each late-comer joins the open group; a solved one is open again with it. */
export const addMembers: GroupDefinition<AddMembers, "membersAdded" | "evidenced"> = {
  name: "add-members",
  rule: {
    clause: "D11",
    zh: "同一事项的后来者并入进行中的群体，已处理完的群体重新打开",
    en: "A late-comer of the same matter joins the open group; a solved one is open again with it",
  },
  decide: (group, command, context) => {
    if (!isOpenGroup(group)) return nothing;
    // Whoever was taken out keeps out, unless a person puts it in again.
    const barred = command.joined ? [] : group.barred;
    const known = new Set([...group.members.map(({ complaintId }) => complaintId), ...barred]);
    const members = command.members
      .filter(({ complaintId }) => !known.has(complaintId))
      .slice(0, Math.max(0, context.groups.maxMembers - group.members.length));
    if (members.length === 0) return nothing;
    const all = [...group.members, ...members.map((member) => ({ ...member, joined: command.joined }))];
    return {
      drafts: [
        draft({ type: "membersAdded", members, joined: command.joined }, context),
        ...evidenced(group, all, context),
        // A solved group is open again: whoever was not called waits for a call as before.
        ...(standsFirm(group) ? clocks({ ...omit(group, "sample"), members: all }, context) : []),
      ],
    };
  },
  folds: {
    membersAdded: (group, { members: added, joined }) => {
      const members = [...group.members, ...added.map((member) => ({ ...member, joined }))];
      const ids = new Set(added.map(({ complaintId }) => complaintId));
      const barred = group.barred.filter((id) => !ids.has(id));
      const status = group.status === "resolved" ? "confirmed" : group.status;
      return { ...omit(group, "sample"), members, barred, status };
    },
    evidenced: (group, { evidence, level, confirmAt }) => ({
      ...group,
      evidence,
      level,
      ...defined({ confirmAt }),
    }),
  },
};

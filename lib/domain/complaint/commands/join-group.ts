import { defined } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { isOpen } from "../document.ts";
import type { GroupLevel } from "../events.ts";
import { refuse } from "../refusal.ts";
import { draft } from "../rules/drafts.ts";
import { levelMoved } from "../rules/level-moved.ts";
import { leads, open } from "../rules/posts.ts";
import type { LookedUpDefinition } from "./definition.ts";

interface JoinGroup {
  readonly type: "join-group";
  readonly groupId: string;
  readonly level: GroupLevel;
  /** D11: a written plan is on record with one of its members, and counts for all. */
  readonly planned?: true;
}

/**
 * D11 群体投诉, 群体意见: it is handled in a group, and owed what the group's level is owed. What is so already changes
 * nothing, so it may be asked for again.
 */
export const joinGroup: LookedUpDefinition<JoinGroup, "joinedGroup"> = {
  name: "join-group",
  rule: {
    clause: "D11",
    zh: "5 户以上的同一事项并入群体投诉或群体意见",
    en: "One matter of five households or more is handled as a group",
  },
  from: open,
  posts: leads,
  byTimer: true,
  fits: ({ group }) => group === undefined,
  decide: (complaint, { groupId, level, planned }, context) => {
    const { group } = complaint;
    // A group that has become a B (D11), or has got its plan, tells its members again.
    if (group?.id === groupId && group.level === level && group.planned === planned) return { drafts: [] };
    if (!isOpen(complaint)) return group?.id === groupId ? { drafts: [] } : refuse("not-allowed-now");
    if (group !== undefined && group.id !== groupId) return refuse("in-another-group");
    const now = toInstant(context.now);
    const more = defined({ planned });
    const after = { ...complaint, group: { id: groupId, level, since: group?.since ?? now, ...more } };
    return {
      drafts: [
        draft({ type: "joinedGroup", groupId, level, keepsDays: true, ...more }, now),
        ...levelMoved(complaint, after, context),
      ],
    };
  },
  folds: {
    joinedGroup: (complaint, { groupId: id, level, keepsDays, planned }, { occurredAt }) => {
      const since = complaint.group?.id === id ? complaint.group.since : occurredAt;
      return { ...complaint, group: { id, level, since, ...defined({ keepsDays, planned }) } };
    },
  },
};

import { toInstant } from "../../time/instant.ts";
import { isOpen } from "../document.ts";
import type { GroupLevel } from "../events.ts";
import { refuse } from "../refusal.ts";
import { one } from "../rules/drafts.ts";
import { leads, open } from "../rules/posts.ts";
import type { LookedUpDefinition } from "./definition.ts";

interface JoinGroup {
  readonly type: "join-group";
  readonly groupId: string;
  readonly level: GroupLevel;
}

/** D11 群体投诉, 群体意见: it is handled in a group. What is so already changes nothing, so it may be asked for again. */
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
  decide: (complaint, { groupId, level }, { now }) => {
    if (complaint.group?.id === groupId) return { drafts: [] };
    if (!isOpen(complaint)) return refuse("not-allowed-now");
    if (complaint.group !== undefined) return refuse("in-another-group");
    return one({ type: "joinedGroup", groupId, level }, toInstant(now));
  },
  folds: {
    joinedGroup: (complaint, { groupId: id, level }, { occurredAt: since }) => ({
      ...complaint,
      group: { id, level, since },
    }),
  },
};

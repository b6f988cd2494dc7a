import { omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { draft } from "../rules/drafts.ts";
import { levelMoved } from "../rules/level-moved.ts";
import { leads, open } from "../rules/posts.ts";
import type { LookedUpDefinition } from "./definition.ts";

interface LeaveGroup {
  readonly type: "leave-group";
  readonly groupId: string;
}

/** It is handled alone again. What is so already changes nothing, so it may be asked for again. */
export const leaveGroup: LookedUpDefinition<LeaveGroup, "leftGroup"> = {
  name: "leave-group",
  rule: {
    clause: "default",
    zh: "不属于群体事项的退出群体，单独处理",
    en: "What does not belong to the group's matter is handled alone again",
  },
  from: open,
  posts: leads,
  byTimer: true,
  fits: ({ group }) => group !== undefined,
  decide: (complaint, { groupId }, context) =>
    complaint.group?.id === groupId
      ? {
          drafts: [
            draft({ type: "leftGroup", groupId }, toInstant(context.now)),
            ...levelMoved(complaint, omit(complaint, "group"), context),
          ],
        }
      : { drafts: [] },
  folds: { leftGroup: (complaint) => omit(complaint, "group") },
};

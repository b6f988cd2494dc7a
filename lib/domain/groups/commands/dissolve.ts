import { leads } from "../../complaint/rules/posts.ts";
import type { Personal } from "../../document/personal.ts";
import { omit } from "../../present.ts";
import { draft } from "../decision.ts";
import type { OwnCommand } from "./definition.ts";

export interface Dissolve {
  readonly type: "dissolve";
  readonly reason: Personal;
}

/** No group after all: everybody leaves; what people dissolved is not proposed again with the same members. */
export const dissolve: OwnCommand<Dissolve, "dissolved"> = {
  name: "dissolve",
  rule: {
    clause: "default",
    zh: "不是同一事项的群体由人工解散，成员各自恢复督办",
    en: "What is no common matter is dissolved, and every member is escalated by itself again",
  },
  from: ["proposed", "confirmed", "resolved"],
  to: "dissolved",
  posts: leads,
  decide: (group, { reason }, context) =>
    group.running === undefined
      ? { drafts: [{ ...draft({ type: "dissolved", because: "person" }, context), personal: { reason } }] }
      : { refused: "group-busy" },
  folds: {
    dissolved: (group, { because }, { occurredAt }) => {
      const ids = group.members.map(({ complaintId }) => complaintId);
      return {
        ...omit(group, "running"),
        status: "dissolved",
        endedAt: occurredAt,
        leaving: [...group.leaving, ...ids],
        barred: because === "person" ? [...group.barred, ...ids] : group.barred,
      };
    },
  },
};

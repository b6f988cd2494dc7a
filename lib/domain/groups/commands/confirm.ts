import { leads } from "../../complaint/rules/posts.ts";
import { defined } from "../../present.ts";
import type { MemberAction } from "../events.ts";
import { confirmed } from "../membership.ts";
import type { OwnCommand } from "./definition.ts";

export interface Confirm {
  readonly type: "confirm";
  /** What whoever confirms it may do with its members. */
  readonly fits?: readonly MemberAction["type"][];
}

/** D11: it stands: its members belong to it, and its clocks run. */
export const confirm: OwnCommand<Confirm, "confirmed"> = {
  name: "confirm",
  rule: {
    clause: "D11",
    zh: "确认群体成立；到期无人决定则自动成立",
    en: "It is confirmed as a group; without a decision it stands by itself",
  },
  from: ["proposed"],
  to: "confirmed",
  posts: leads,
  decide: (group, { fits }, context) => ({ drafts: confirmed(group, context, defined({ fits })) }),
  folds: { confirmed: (group) => ({ ...group, status: "confirmed" }) },
};

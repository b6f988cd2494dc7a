import { leads } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/** D13: one team of several departments for the whole group. */
export const formTeam: MemberCommand<"form-team"> = {
  name: "form-team",
  rule: {
    clause: "D13",
    zh: "一个多部门处理小组负责全部成员",
    en: "One team of several departments takes all members",
  },
  from: standing,
  posts: leads,
  forMember: (action, _, { text }) => ({ ...action, text: text() }),
};

import { leads } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/** D11: reach and consequences (涉及面, 后果) of the whole group. */
export const foresee: MemberCommand<"foresee"> = {
  name: "foresee",
  rule: {
    clause: "D11",
    zh: "评估还会涉及多少户和后果",
    en: "How many others and what consequences are foreseen, for the whole group",
  },
  from: standing,
  posts: leads,
  forMember: (action, _, { text }) => ({ ...action, text: text() }),
};

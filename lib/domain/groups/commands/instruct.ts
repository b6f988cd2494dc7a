import { above, managers } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/** D11: a leader's instruction (领导批示) for the whole group. */
export const instruct: MemberCommand<"instruct"> = {
  name: "instruct",
  rule: {
    clause: "D11",
    zh: "领导对群体作一次批示",
    en: "A leader gives one instruction for the whole group",
  },
  from: standing,
  posts: [...managers, ...above],
  forMember: (action, _, { text }) => ({ ...action, text: text() }),
};

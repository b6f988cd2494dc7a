import { workers } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/** D11, D13: expert advice for the whole group. */
export const consult: MemberCommand<"consult"> = {
  name: "consult",
  rule: {
    clause: "D11, D13",
    zh: "一次征求专业意见，写入全体成员",
    en: "An expert's advice is asked once, and on record with every member",
  },
  from: standing,
  posts: workers,
  forMember: (action, _, { text }) => ({ ...action, text: text() }),
};

import { workers } from "../../complaint/rules/posts.ts";
import type { MemberCommand } from "./definition.ts";

/** D6 接单: whoever the group was given to takes all of it. */
export const accept: MemberCommand<"accept"> = {
  name: "accept",
  rule: {
    clause: "D6",
    zh: "处理人一次接下全部成员",
    en: "Whoever it was given to takes all members at once",
  },
  from: ["confirmed"],
  posts: workers,
  selective: true,
  toNobody: "accepted-before",
  forMember: (action) => action,
};

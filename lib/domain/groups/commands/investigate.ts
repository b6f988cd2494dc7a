import { workers } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/** D11: one investigation with the departments for the whole group. */
export const investigate: MemberCommand<"investigate"> = {
  name: "investigate",
  rule: {
    clause: "D11",
    zh: "一次与部门的调查写入全体成员",
    en: "One investigation with the departments is on record with every member",
  },
  from: standing,
  posts: workers,
  forMember: (action, _, { text }) => ({ ...action, text: text() }),
};

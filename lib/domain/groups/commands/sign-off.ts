import { signingPosts } from "../../complaint/rules/posts.ts";
import { defined } from "../../present.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/**
 * D4, D11 群诉签名: each solving department's head signs for all that the department has solved; a sheet signed on paper is
 * handed in with one of the members, and counts for the group's others of that department.
 */
export const signOff: MemberCommand<"sign-off"> = {
  name: "sign-off",
  rule: {
    clause: "D4",
    zh: "责任部门负责人对本部门处理的成员一次签认，非处理人",
    en: "The solving department's head signs for all that the department has solved, never who reported the result",
  },
  from: standing,
  posts: signingPosts,
  selective: true,
  toNobody: "signed-before",
  forMember: (action, _, { textIfAny }) => {
    const text = textIfAny("text");
    return { ...action, ...defined({ text }) };
  },
};

import { managers } from "../../complaint/rules/posts.ts";
import type { MemberCommand } from "./definition.ts";

/** D4: the manager checks the effect for all members; not the one who solved it. */
export const checkEffect: MemberCommand<"check-effect"> = {
  name: "check-effect",
  rule: {
    clause: "D4",
    zh: "经理一次检查全体成员的处理效果，处理人自己不能检查",
    en: "The manager checks the effect for all members, never whoever solved it",
  },
  from: ["resolved"],
  posts: managers,
  forMember: (action, _, { text }) => ({ ...action, text: text() }),
};

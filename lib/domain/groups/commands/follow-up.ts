import { desk } from "../../complaint/rules/posts.ts";
import { defined } from "../../present.ts";
import type { MemberCommand } from "./definition.ts";

/** D4, D8: who was called is named; a grade belongs to the household that gave it, and to no other. */
export const followUp: MemberCommand<"follow-up"> = {
  name: "follow-up",
  rule: {
    clause: "D4, D8",
    zh: "回访须注明打给了哪几户，评分只属于给出它的那一户",
    en: "A follow-up names the households that were called; a grade belongs to the one that gave it",
  },
  from: ["resolved"],
  posts: desk,
  named: true,
  forMember: (action, _, { textIfAny }) => {
    const reason = textIfAny("text");
    return { ...action, ...defined({ reason }) };
  },
  tellsEach: true,
};

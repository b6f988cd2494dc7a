import { leads } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/** D11, D12: valid, assisted or invalid, for all members with one reason. */
export const judge: MemberCommand<"judge"> = {
  name: "judge",
  rule: {
    clause: "D11, D12",
    zh: "全体成员一次判定有效、协助处理或无效，注明原因",
    en: "All members are judged valid, assisted or invalid at once, with one reason",
  },
  from: standing,
  posts: leads,
  forMember: (action, _, { text }) => ({ ...action, reason: text() }),
};

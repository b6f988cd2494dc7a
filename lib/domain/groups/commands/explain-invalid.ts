import { desk } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import { ownWay } from "../telling.ts";
import type { MemberCommand } from "./definition.ts";

/** D11: every household whose complaint is invalid is called back and explained to. */
export const explainInvalid: MemberCommand<"explain-invalid"> = {
  name: "explain-invalid",
  rule: {
    clause: "D11",
    zh: "判为无效的成员 24 小时内逐户解释，无一户待告知时群体处理完成",
    en: "Every household judged invalid is explained to within 24 h; once nobody waits for a result the group is solved",
  },
  from: standing,
  posts: desk,
  selective: true,
  toNobody: "not-allowed-now",
  forMember: ({ type, via }, member, { text, ways }) => {
    const way = ownWay(via, member, ways);
    return "refused" in way ? way : { type, ...way, text: text() };
  },
};

import { workers } from "../../complaint/rules/posts.ts";
import { ownWay } from "../telling.ts";
import type { MemberCommand } from "./definition.ts";

/** D6, D12: every household is told the result; the group is solved when no member was refused. */
export const resolve: MemberCommand<"resolve"> = {
  name: "resolve",
  rule: {
    clause: "D6, D12",
    zh: "处理结果逐户告知，全部告知后群体才算处理完成，并抽定回访户",
    en: "Every household is told the result; then the group is solved, and who is to be called is drawn",
  },
  from: ["confirmed"],
  to: "resolved",
  posts: workers,
  forMember: ({ type, via }, member, { text, ways }) => {
    const way = ownWay(via, member, ways);
    return "refused" in way ? way : { type, ...way, text: text() };
  },
};

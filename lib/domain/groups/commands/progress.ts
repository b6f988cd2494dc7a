import { workers } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/** Progress of the work, on record with every member; D2: a node of the common plan is done for all. */
export const progress: MemberCommand<"progress"> = {
  name: "progress",
  rule: {
    clause: "D2",
    zh: "进展写入全体成员，共同方案的时间节点一并完成",
    en: "Progress is on record with every member, and a node of the common plan is done for all",
  },
  from: standing,
  posts: workers,
  selective: true,
  toNobody: "not-allowed-now",
  forMember: (action, _, { text }) => ({ ...action, text: text() }),
};

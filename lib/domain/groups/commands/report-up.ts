import { leads, managers } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/** D4, D11 汇报: the manager or a leader of the company hears of the whole group by one message. */
export const reportUp: MemberCommand<"report-up"> = {
  name: "report-up",
  rule: {
    clause: "D4, D11",
    zh: "群体一次上报部门经理或公司领导",
    en: "The whole group is reported to the manager or a leader at once",
  },
  from: standing,
  posts: leads,
  forMember: (action, _, { text }) => ({ ...action, text: text() }),
  tells: () => managers,
};

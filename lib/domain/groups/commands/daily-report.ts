import { leads } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import type { MemberCommand } from "./definition.ts";

/** D11: a B is reported on daily to the project manager: one report for all members, and one message. */
export const dailyReport: MemberCommand<"daily-report"> = {
  name: "daily-report",
  rule: {
    clause: "D11",
    zh: "群体投诉每日与部门联系，每日 18:00 前一份日报报项目经理",
    en: "On a group of level B the departments are contacted and the project manager hears every day, by one report",
  },
  from: standing,
  posts: leads,
  selective: true,
  toNobody: "not-grave",
  forMember: (action, _, { text }) => ({ ...action, text: text() }),
  tells: () => ["project-manager"],
};

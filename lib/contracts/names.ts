import type { Status } from "../domain/complaint/document.ts";
import type { Manner } from "../domain/complaint/events.ts";
import type { ClockName } from "../domain/policy/policy.ts";
import type { Bilingual } from "./problems.ts";

/** Words for people: states of a complaint. */
export const statusNames: Readonly<Record<Status, Bilingual>> = {
  registered: { zh: "已登记", en: "registered" },
  handling: { zh: "处理中", en: "being handled" },
  resolved: { zh: "已处理，待回访", en: "resolved, follow-up to come" },
  closed: { zh: "已关闭", en: "closed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  referred: { zh: "已移交", en: "referred" },
};

/** How a complainant is received (D3); from here on the tone decides. */
export const receptionTips: Readonly<Record<Manner, Bilingual>> = {
  calm: {
    zh: "礼貌接待，认真倾听并做好记录；当场能解释的当场解释，不能解释的说明下一步和时间。",
    en: "Receive politely, listen and write down; explain at once what can be explained, else say the next step and when.",
  },
  agitated: {
    zh: "请到安静处就座，先安抚情绪，让客户把话说完，不争辩不推诿；必要时请主管或经理出面。",
    en: "Offer a quiet seat, calm first, let the customer finish, neither argue nor pass on; call supervisor or manager if needed.",
  },
};

/** Words for people: clocks (时间节点). */
export const clockNames: Readonly<Record<ClockName, Bilingual>> = {
  record: { zh: "登记", en: "Record" },
  accept: { zh: "接单", en: "Accept" },
  firstReply: { zh: "首次回复", en: "First reply" },
  result: { zh: "处理结果", en: "Result" },
  department: { zh: "部门限期", en: "Department" },
  plan: { zh: "处理方案", en: "Plan" },
  node: { zh: "时间节点", en: "Time node" },
  invalidExplain: { zh: "无效解释", en: "Explanation" },
  dailyReport: { zh: "日报", en: "Daily report" },
  followUp: { zh: "回访", en: "Follow-up" },
  external: { zh: "转办时限", en: "External ticket" },
  corrective: { zh: "整改", en: "Corrective action" },
};

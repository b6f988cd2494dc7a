import type { Status } from "../domain/complaint/document.ts";
import type { ClockName } from "../domain/policy/policy.ts";
import type { Bilingual } from "./problems.ts";

/** Words for people: states of a complaint. */
export const statusNames: Readonly<Record<Status, Bilingual>> = {
  registered: { zh: "已登记", en: "registered" },
  handling: { zh: "处理中", en: "being handled" },
  resolved: { zh: "已处理，待回访", en: "resolved, follow-up to come" },
  closed: { zh: "已关闭", en: "closed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
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

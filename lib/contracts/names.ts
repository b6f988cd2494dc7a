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

/** What may be missing before a command is possible: steps of D4, D11 and D13, and fields. */
export const dutyNames: ReadonlyMap<string, Bilingual> = new Map([
  ["classify", { zh: "分类", en: "class" }],
  ["classCode", { zh: "分类", en: "class" }],
  ["judge", { zh: "有效性判定", en: "judgement of validity" }],
  ["level", { zh: "定级", en: "level" }],
  ["explain-invalid", { zh: "无效解释", en: "explanation of invalidity" }],
  ["form-team", { zh: "处理小组", en: "team" }],
  ["investigate", { zh: "调查", en: "investigation" }],
  ["testimonies", { zh: "多份证言", en: "several testimonies" }],
  ["report-up", { zh: "上报", en: "report to superiors" }],
  ["foresee", { zh: "涉及面和后果评估", en: "foreseen reach and consequences" }],
  ["instruct", { zh: "领导批示", en: "leader's instruction" }],
  ["consult", { zh: "专业意见", en: "expert advice" }],
  ["plan", { zh: "书面处理方案", en: "written plan" }],
  ["plan-approval", { zh: "方案批准", en: "approval of the plan" }],
  ["daily-report", { zh: "日报", en: "daily report" }],
  ["satisfaction-survey", { zh: "满意度调查", en: "satisfaction survey" }],
  ["check-effect", { zh: "效果检查", en: "effect check" }],
  ["review", { zh: "检讨", en: "review" }],
  ["sign-off", { zh: "部门负责人签认", en: "department head's sign-off" }],
  ["follow-up", { zh: "回访", en: "follow-up" }],
  ["reason", { zh: "原因", en: "reason" }],
  ["grade", { zh: "评分", en: "grade" }],
  ["refer", { zh: "移交有权处理的部门", en: "referral to whom the law names" }],
  ["departmentIds", { zh: "部门", en: "departments" }],
  ["evidence", { zh: "整改证明", en: "evidence" }],
]);

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

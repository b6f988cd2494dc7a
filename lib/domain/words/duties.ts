import type { Vocabulary } from "./words.ts";

/** Acts of handling that a level (D11) or an urgency (D13) demands on record. */
export const stepWords = {
  "form-team": { zh: "成立多部门处理小组", en: "team of several departments" },
  investigate: { zh: "会同部门调查", en: "investigation with the departments" },
  "report-up": { zh: "上报", en: "report to superiors" },
  foresee: { zh: "评估涉及面和后果", en: "foreseen reach and consequences" },
  instruct: { zh: "领导批示", en: "leader's instruction" },
  consult: { zh: "专业意见", en: "expert advice" },
} as const satisfies Vocabulary;

/** What may be missing before a complaint is closed: the steps, and other duties of D4, D11 and D13. */
export const dutyWords = {
  ...stepWords,
  testimonies: { zh: "多份证言", en: "several testimonies" },
  plan: { zh: "书面处理方案", en: "written plan" },
  "plan-approval": { zh: "方案批准", en: "approval of the plan" },
  "daily-report": { zh: "提交日报", en: "report of the day" },
  "satisfaction-survey": { zh: "满意度调查", en: "satisfaction survey" },
  "check-effect": { zh: "效果检查", en: "effect check" },
  review: { zh: "检讨", en: "review" },
} as const satisfies Vocabulary;

/** What else a command may find missing: other commands that come first, and fields. */
export const missingWords = {
  ...dutyWords,
  name: { zh: "投诉人姓名（或注明匿名、拒绝提供）", en: "name (or ticked anonymous or withheld)" },
  phone: { zh: "联系电话（或注明匿名、拒绝提供）", en: "phone (or ticked anonymous or withheld)" },
  "location.room": { zh: "房号（或注明匿名、拒绝提供）", en: "room (or ticked anonymous or withheld)" },
  classify: { zh: "分类", en: "class" },
  classCode: { zh: "分类", en: "class" },
  judge: { zh: "有效性判定", en: "judgement of validity" },
  level: { zh: "定级", en: "level" },
  "explain-invalid": { zh: "无效原因说明", en: "explanation of invalidity" },
  resolve: { zh: "告知处理结果", en: "result told" },
  complaintIds: { zh: "回访了哪几户", en: "which households were called" },
  "sign-off": { zh: "部门负责人签认", en: "department head's sign-off" },
  "follow-up": { zh: "回访客户", en: "follow-up call" },
  reason: { zh: "原因", en: "reason" },
  grade: { zh: "评分", en: "grade" },
  refer: { zh: "移交有权处理的部门", en: "referral to whom the law names" },
  departmentIds: { zh: "部门", en: "departments" },
  evidence: { zh: "整改证明", en: "evidence" },
  "send-reply-document": { zh: "报送平台的回复件", en: "reply document to the platform" },
  text: { zh: "文字说明", en: "words" },
} as const satisfies Vocabulary;

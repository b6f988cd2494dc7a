import type { Vocabulary, Words } from "./words.ts";

export const statusWords = {
  registered: { zh: "已登记", en: "registered" },
  handling: { zh: "处理中", en: "being handled" },
  resolved: { zh: "已处理，待回访", en: "resolved, follow-up to come" },
  closed: { zh: "已关闭", en: "closed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  referred: { zh: "已移交", en: "referred" },
} as const satisfies Vocabulary;

/** D11. */
export const levelWords = {
  A: { zh: "重大投诉", en: "grave complaint" },
  B: { zh: "群体投诉", en: "group complaint" },
  C: { zh: "一般投诉", en: "complaint" },
  D: { zh: "群体意见", en: "group opinion" },
  E: { zh: "一般意见/咨询", en: "opinion or enquiry" },
} as const satisfies Vocabulary;

export const recordKindWords = {
  complaint: { zh: "投诉", en: "complaint" },
  opinion: { zh: "意见/咨询", en: "opinion" },
  repair: { zh: "报修", en: "repair" },
  help: { zh: "求助", en: "request for help" },
} as const satisfies Vocabulary;

/** D13. */
export const urgencyWords = {
  general: { zh: "一般", en: "general" },
  important: { zh: "重要", en: "important" },
  urgent: { zh: "紧急", en: "urgent" },
} as const satisfies Vocabulary;

/** D14. */
export const validityWords = {
  valid: { zh: "有效", en: "valid" },
  assisted: { zh: "协助处理", en: "assisted" },
  invalid: { zh: "无效", en: "invalid" },
} as const satisfies Vocabulary;

/** Nobody has judged it yet. */
export const unjudgedWords = { zh: "未判定", en: "not judged yet" } as const satisfies Words;

/** D6: who may complain. */
export const complainantKindWords = {
  owner: { zh: "业主", en: "owner" },
  tenant: { zh: "租户", en: "tenant" },
  resident: { zh: "住户", en: "resident" },
  merchant: { zh: "商户", en: "merchant" },
  other: { zh: "其他", en: "other" },
} as const satisfies Vocabulary;

/** D3. */
export const mannerWords = {
  calm: { zh: "普通", en: "calm" },
  agitated: { zh: "情绪激动", en: "agitated" },
} as const satisfies Vocabulary;

/** D12: difficulty is assessed before settling. */
export const difficultyWords = {
  easy: { zh: "容易", en: "easy" },
  moderate: { zh: "一般", en: "moderate" },
  hard: { zh: "较难", en: "hard" },
} as const satisfies Vocabulary;

/** Where a grade comes from (D4). */
export const gradeOriginWords = {
  link: { zh: "客户链接评价", en: "by the customer's link" },
  staff: { zh: "员工代记", en: "written down by staff" },
  call: { zh: "电话回访", en: "asked by phone" },
  visit: { zh: "上门回访", en: "asked at a visit" },
  email: { zh: "邮件回访", en: "asked by mail" },
  message: { zh: "短信回访", en: "asked by message" },
} as const satisfies Vocabulary;

export const endingWords = {
  "followed-up": { zh: "结案，客户满意", en: "closed, customer satisfied" },
  unreachable: { zh: "结案，无法回访", en: "closed, customer could not be reached" },
  "no-contact": { zh: "结案，客户未留联系方式", en: "closed, customer left no contact" },
  "not-sampled": { zh: "结案，未抽中回访", en: "closed, not in the follow-up sample of its group" },
  explained: { zh: "解释关闭", en: "closed with an explanation" },
  "at-desk": { zh: "前台解释结案", en: "closed at the desk by explanation" },
  invalid: { zh: "无效投诉，解释后结案", en: "invalid, closed after explanation" },
} as const satisfies Vocabulary;

/** How it left us without being closed. */
export const leavingWords = {
  withdrawn: { zh: "撤诉", en: "withdrawn" },
  referred: { zh: "转有权部门", en: "referred" },
  returned: { zh: "退单", en: "returned to the platform" },
  merged: { zh: "并单", en: "merged with another ticket" },
} as const satisfies Vocabulary;

/** D4, D8: what came of an attempt to follow up. */
export const followUpOutcomeWords = {
  reached: { zh: "接通", en: "reached" },
  "no-answer": { zh: "未接", en: "no answer" },
  "wrong-number": { zh: "空号", en: "wrong number" },
  refused: { zh: "拒访", en: "refused" },
} as const satisfies Vocabulary;

/** Five grades of satisfaction, the best first; the words are ours (`default`). */
export const gradeWords = {
  "5": { zh: "非常满意", en: "very good" },
  "4": { zh: "满意", en: "good" },
  "3": { zh: "一般", en: "fair" },
  "2": { zh: "不满意", en: "poor" },
  "1": { zh: "非常不满意", en: "very poor" },
} as const satisfies Vocabulary;

/** The words of a grade from 1 to 5; undefined for no grade and for any other number. */
export function gradeNamed(grade: number | undefined): Words | undefined {
  return Object.entries(gradeWords).find(([key]) => key === String(grade))?.[1];
}

/** `A 重大投诉`. */
export function levelLabel(level: keyof typeof levelWords): Words {
  const { zh, en } = levelWords[level];
  return { zh: `${level} ${zh}`, en: `${level} ${en}` };
}

/** The levels to choose from on a form. */
export const levelLabels = {
  A: levelLabel("A"),
  B: levelLabel("B"),
  C: levelLabel("C"),
  D: levelLabel("D"),
  E: levelLabel("E"),
} as const satisfies Vocabulary;

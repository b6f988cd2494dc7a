import type { Vocabulary } from "./words.ts";

/** 工单类型. */
export const ticketKindWords = {
  complaint: { zh: "投诉", en: "complaint" },
  help: { zh: "求助", en: "request for help" },
  enquiry: { zh: "咨询", en: "enquiry" },
  suggestion: { zh: "建议", en: "suggestion" },
  report: { zh: "举报", en: "report of an offence" },
  other: { zh: "其他", en: "other" },
} as const satisfies Vocabulary;

/** Why a ticket is returned (退单) or objected to (异议). */
export const notOursWords = {
  "not-our-business": { zh: "非物业职责", en: "not property management's business" },
  "not-our-project": { zh: "非本项目", en: "not this project" },
  "other-unit": { zh: "应由其他单位办理", en: "another unit's" },
  "legal-way": { zh: "应通过诉讼、仲裁、信访等途径", en: "for the courts, arbitration or petition" },
  unclear: { zh: "诉求不清、无法核实", en: "unclear, cannot be verified" },
} as const satisfies Vocabulary;

/** Why the platform leaves it out of the rates (剔除). */
export const exemptionWords = {
  "withdrawn-by-platform": { zh: "平台撤单", en: "withdrawn by the platform" },
  "not-owner-business": { zh: "非业主事项", en: "not a matter of the owners" },
  unreasonable: { zh: "诉求不合理", en: "unreasonable demand" },
} as const satisfies Vocabulary;

/** What the platform's call-back found to a question. */
export const ticketAnswerWords = {
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  "not-rated": { zh: "未评价", en: "not rated" },
} as const satisfies Vocabulary;

/** Why a ticket is in no rate. */
export const ticketExclusionWords = {
  returned: { zh: "退单", en: "returned to the platform" },
  merged: { zh: "并单", en: "merged with another ticket" },
  withdrawn: { zh: "诉求人撤回", en: "taken back by the citizen" },
  referred: { zh: "转有权部门", en: "referred" },
  ...exemptionWords,
} as const satisfies Vocabulary;

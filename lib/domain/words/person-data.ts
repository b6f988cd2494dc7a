import type { Vocabulary } from "./words.ts";

/** How somebody was shown personal values of a complaint. */
export const readWayWords = {
  complaint: { zh: "详情", en: "details" },
  history: { zh: "历史", en: "history" },
  file: { zh: "附件", en: "a file" },
  form: { zh: "表单", en: "a form" },
  shown: { zh: "显示", en: "shown in full" },
  call: { zh: "打电话", en: "to call" },
} as const satisfies Vocabulary;

/** What somebody wants to be shown who complained for. */
export const shownReasonWords = {
  contact: { zh: "联系客户", en: "to reach them" },
  visit: { zh: "上门", en: "to visit them" },
  identify: { zh: "核对身份", en: "to check who it is" },
  register: { zh: "登记核对", en: "to register" },
  oversee: { zh: "督办核查", en: "to oversee" },
} as const satisfies Vocabulary;

import type { Vocabulary } from "./words.ts";

/** What somebody wants to be shown who complained for. */
export const shownReasonWords = {
  contact: { zh: "联系客户", en: "to reach them" },
  visit: { zh: "上门", en: "to visit them" },
  identify: { zh: "核对身份", en: "to check who it is" },
  register: { zh: "登记核对", en: "to register" },
  oversee: { zh: "督办核查", en: "to oversee" },
} as const satisfies Vocabulary;

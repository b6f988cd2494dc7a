import type { Vocabulary } from "./words.ts";

/** The figures of 政府转办, in the order in which they stand on its sheet. */
export const ticketFigureWords = {
  received: { zh: "本期接收", en: "received in the period" },
  excluded: { zh: "剔除合计", en: "excluded" },
  returned: { zh: "其中退单", en: "of these returned" },
  merged: { zh: "其中并单", en: "of these merged" },
  withdrawn: { zh: "其中诉求人撤回", en: "of these taken back" },
  referred: { zh: "其中转有权部门", en: "of these referred" },
  platformWithdrew: { zh: "其中平台撤单", en: "of these withdrawn by the platform" },
  notOwners: { zh: "其中非业主事项", en: "of these not the owners' matter" },
  unreasonable: { zh: "其中诉求不合理", en: "of these unreasonable" },
  counted: { zh: "计入", en: "counted" },
  signedInTime: { zh: "按时签收", en: "signed in time" },
  answeredInTime: { zh: "按时回复", en: "answered in time" },
  waiting: { zh: "未到期或随主单", en: "not due yet, or merged" },
  answerDue: { zh: "应回复", en: "answer due" },
  handedBack: { zh: "退回重办", en: "handed back" },
  rated: { zh: "本期平台评价", en: "rated in the period" },
  contacted: { zh: "已响应", en: "contacted" },
  notContacted: { zh: "未响应", en: "not contacted" },
  solved: { zh: "已解决", en: "solved" },
  notSolved: { zh: "未解决", en: "not solved" },
  satisfied: { zh: "满意", en: "satisfied" },
  dissatisfied: { zh: "不满意", en: "dissatisfied" },
} as const satisfies Vocabulary;

export const ticketRateWords = {
  onTimeRate: { zh: "按时回复率", en: "answered in time, share" },
  responseRate: { zh: "响应率", en: "response rate" },
  resolutionRate: { zh: "解决率", en: "resolution rate" },
  satisfactionRate: { zh: "满意率", en: "satisfaction rate" },
} as const satisfies Vocabulary;

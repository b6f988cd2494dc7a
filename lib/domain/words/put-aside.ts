import type { Words } from "./words.ts";

const reasons: Readonly<Record<string, Words>> = {
  bounce: { zh: "退信", en: "returned mail" },
  "auto-reply": { zh: "自动回复", en: "automatic answer" },
  list: { zh: "群发邮件", en: "newsletter" },
  spam: { zh: "垃圾邮件", en: "spam" },
  virus: { zh: "含病毒", en: "virus" },
  "meeting-answer": { zh: "会议回执", en: "answer to a meeting" },
  recall: { zh: "撤回通知", en: "recall" },
  reaction: { zh: "表情回应", en: "reaction" },
  "sender-rule": { zh: "按发件人规则", en: "rule about its sender" },
  unreadable: { zh: "无法解析", en: "unreadable" },
  empty: { zh: "空白邮件", en: "empty" },
  "unknown-project": { zh: "项目不明", en: "no project" },
  "too-many-messages": { zh: "当日补充过多", en: "too many messages that day" },
  "failed-repeatedly": { zh: "多次处理失败", en: "failed repeatedly" },
};

/** Why a mail was put aside, in words; a reason that intake refused with stands by its code. */
export function putAsideWords(reason: string): Words {
  return reasons[reason] ?? { zh: reason, en: reason };
}

import type { Vocabulary } from "./words.ts";

/** Why a mail could not become a complaint by itself. */
export const quarantineWords = {
  "auto-reply": { zh: "自动回复", en: "an automatic answer" },
  bounce: { zh: "退信", en: "a returned mail" },
  list: { zh: "群发邮件", en: "a mail to many" },
  spam: { zh: "垃圾邮件", en: "spam" },
  virus: { zh: "含病毒", en: "carries a virus" },
  junk: { zh: "垃圾邮件", en: "junk" },
  unreadable: { zh: "无法解析", en: "cannot be read" },
  empty: { zh: "没有内容", en: "empty" },
  "unknown-project": { zh: "不知属于哪个项目", en: "of no project that is known" },
  "too-many-messages": { zh: "一天内来信过多", en: "too many mails in a day" },
  "failed-repeatedly": { zh: "多次处理失败", en: "failed again and again" },
  "meeting-answer": { zh: "会议答复", en: "an answer to a meeting" },
  recall: { zh: "撤回邮件", en: "a recalled mail" },
  reaction: { zh: "表情回应", en: "a reaction" },
  receipt: { zh: "已读回执", en: "a read receipt" },
  "sender-rule": { zh: "按发件人规则隔离", en: "by the rule for its sender" },
} as const satisfies Vocabulary;

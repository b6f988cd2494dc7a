import type { Words } from "../words/words.ts";

/** What an erasure takes away or masks, counted by what it is. */
export const removedKinds = {
  complaints: { zh: "投诉（个人信息与全部文字）", en: "complaints (personal values and all texts)" },
  files: { zh: "投诉的附件", en: "files of complaints" },
  mails: { zh: "原始邮件", en: "raw mails" },
  quarantine: { zh: "隔离邮件", en: "quarantined mails" },
  senders: { zh: "针对其邮箱的发件人规则", en: "rules about the sender's address" },
  households: { zh: "房产资料中的姓名、电话", en: "names and numbers in the household file" },
  groups: { zh: "群体中的成员资料", en: "what groups knew of a member" },
  texts: {
    zh: "项目上报、公司文字、突发事件中的提及（已遮盖）",
    en: "mentions in submissions, company texts and emergency events (masked)",
  },
  reports: { zh: "已发布报表文件（已遮盖重发）", en: "issued report files (masked)" },
} as const satisfies Readonly<Record<string, Words>>;
export type RemovedKind = keyof typeof removedKinds;

export const removedNames = Object.keys(removedKinds).filter(isRemovedKind);

/** What stays, and by which law or for which reason. */
export const keptKinds = {
  figures: {
    zh: "编号、日期、项目、分类、时限与经过：不含个人信息，用于统计和核对（个人信息保护法 4）",
    en: "number, dates, project, class, limits and course: no personal value, for figures and audit (PIPL 4)",
  },
  consent: {
    zh: "同意的告知版本和时间，作为合法处理的证明（个人信息保护法 69）",
    en: "the notice agreed to and when, as proof of lawful handling (PIPL 69)",
  },
  reads: {
    zh: "谁在何时查阅过：只有编号，保存三年（个人信息保护法 56）",
    en: "who looked at it and when: by number only, three years (PIPL 56)",
  },
  request: {
    zh: "本次请求与办理结果：只有编号，保存三年（个人信息保护法 56）",
    en: "this request and what became of it: by number only, three years (PIPL 56)",
  },
  sent: {
    zh: "已经发出的邮件和短信在收件人手里，系统不留正文",
    en: "mails and messages already sent are with their recipients; their texts are not kept here",
  },
  backups: {
    zh: "备份和旧版本 35 天内自动消失；恢复备份时会重新执行删除",
    en: "backups and old versions end within 35 days; a restore carries the erasure out again",
  },
  held: {
    zh: "员工写好而未能发出的答复：只有写的人看得到，七天内自动删除",
    en: "replies that a colleague wrote and could not send: seen by the writer alone, deleted within seven days",
  },
  uploads: {
    zh: "没有提交的内容和文件，两天内自动删除",
    en: "what was not handed in is deleted within two days",
  },
  open: {
    zh: "仍在处理的投诉：结束后自动删除（个人信息保护法 13 第二项）",
    en: "complaints still being handled: erased once they are over (PIPL 13 (2))",
  },
} as const satisfies Readonly<Record<string, Words>>;
export type KeptKind = keyof typeof keptKinds;

export const keptNames = Object.keys(keptKinds).filter(isKeptKind);

/** What was found and removed, and what is kept; holds numbers of complaints and counts, no personal value. */
export interface ErasureReceipt {
  readonly removed: Partial<Readonly<Record<RemovedKind, number>>>;
  readonly kept: readonly KeptKind[];
  /** Complaints that wait until they are over. */
  readonly waiting: readonly string[];
}

/** What always stays after an erasure. */
export const alwaysKept: readonly KeptKind[] = [
  "figures",
  "consent",
  "reads",
  "request",
  "sent",
  "backups",
  "held",
  "uploads",
];

/** True for a name of what is removed. */
export function isRemovedKind(name: string): name is RemovedKind {
  return Object.hasOwn(removedKinds, name);
}

/** True for a name of what is kept. */
export function isKeptKind(name: string): name is KeptKind {
  return Object.hasOwn(keptKinds, name);
}

/** The receipt with so many more removed. */
export function withRemoved(receipt: ErasureReceipt, more: ErasureReceipt["removed"]): ErasureReceipt {
  const removed = { ...receipt.removed };
  for (const [name, count] of Object.entries(more)) {
    if (isRemovedKind(name) && count > 0) removed[name] = (removed[name] ?? 0) + count;
  }
  return { ...receipt, removed };
}

import type { Vocabulary } from "./words.ts";

/** What an installation lacks, as a sentence that ends with what to do; `%` stands for whom or what it is about. */
export const lackWords = {
  "no-company": {
    zh: "还没有公司资料：npm run ops -- import-company <文件夹>",
    en: "there is no company yet: npm run ops -- import-company <folder>",
  },
  "no-project": {
    zh: "还没有项目，无法登记投诉：导入项目",
    en: "there is no project, so no complaint can be taken: import one",
  },
  "post-held-by-nobody": {
    zh: "%：无人任职，提醒会升到上一级：给一个人加上该岗位",
    en: "%: nobody holds this post and its reminders go one post higher: give it to somebody",
  },
  "person-without-mail": {
    zh: "%：没有邮箱，收不到提醒：补上邮箱",
    en: "%: has no mail address and hears of nothing: add it",
  },
  "project-without-mailbox": {
    zh: "%：没有投诉邮箱，邮件投诉无处可投：设置 mailbox",
    en: "%: has no complaint mailbox: set its mailbox",
  },
  "mailbox-outside-domain": {
    zh: "%：不在收信域名之内，发到这里的投诉收不到：改用收信域名下的地址",
    en: "%: lies outside of the mail domain, complaints sent there never arrive: use an address of the domain",
  },
  "mailbox-shared": {
    zh: "%：两个项目共用一个邮箱，邮件会进错项目：各用各的",
    en: "%: two projects share one mailbox: give each its own",
  },
  "no-channel-system": {
    zh: "没有渠道系统，电话和网站的投诉进不来：在公司资料里登记系统",
    en: "no channel system may post: enter the systems in the company's folder",
  },
  "system-without-key": {
    zh: "%：没有有效密钥，它的投诉会被拒绝：npm run ops -- create-key",
    en: "%: has no key in force and is refused: npm run ops -- create-key",
  },
  "holiday-notice-missing": {
    zh: "% 年的放假通知没有录入，跨到该年的期限只是暂定：录入国务院通知（docs/runbooks/holiday-notice-missing.md）",
    en: "the holiday notice of % is missing, deadlines in it are provisional: enter it (docs/runbooks/holiday-notice-missing.md)",
  },
  "departments-missing": {
    zh: "%：没有部门，投诉无法派单：导入部门",
    en: "%: has no departments, nothing can be assigned: import them",
  },
} as const satisfies Vocabulary;

export type LackCode = keyof typeof lackWords;

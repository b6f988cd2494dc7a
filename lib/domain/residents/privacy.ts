import type { Words } from "../words/words.ts";

/** Edition of the notice; a change of its words is a new edition, because consents name it. */
export const privacyNoticeVersion = "2026-12-2";

/** What residents are told before they send anything; the paragraphs of one edition. */
export const privacyNotice: readonly Words[] = [
  {
    zh: "我们收集什么：您写的内容、照片、地点，以及您自愿填写的姓名、电话和房号。可以匿名。",
    en: "What we take: what you write, pictures, the place, and the name, phone number and flat that you choose to give. You may stay anonymous.",
  },
  {
    zh: "从微信公众号菜单进来的，还会记录您在这个公众号的代号（openid），用来在微信里告诉您有答复；选择匿名就不记录。",
    en: "If you come by the menu of our WeChat account, also your openid there, so that you are told of answers in WeChat; not if you stay anonymous.",
  },
  {
    zh: "用来做什么：登记、调查、处理和回访这件事。您的电话只给处理此事的物业人员看；被投诉的人看不到您是谁。",
    en: "What for: to register, look into, settle and follow up this matter. Your number is shown only to staff who handle it; whoever you complain about is not shown who you are.",
  },
  {
    zh: "保存多久：没有提交的内容 24 小时后删除；提交的投诉在办结三年后删除个人信息，此后只留下不含个人信息的统计。",
    en: "How long: what you do not send is deleted after 24 hours; of a complaint your personal data is erased three years after it has ended; figures without it remain.",
  },
  {
    zh: "您的权利：在查询进度的页面上，您可以索取一份副本，或要求删除个人信息；我们在十五个工作日内办理，结果在同一页面上。",
    en: "Your rights: on the page that shows the progress you can ask for a copy, or for your personal data to be erased; it is done within fifteen working days, and that page says so.",
  },
  {
    zh: "为防止滥用，我们会在两小时内记住您的网络地址的加密摘要，不记录地址本身。",
    en: "Against misuse a keyed digest of your network address is kept for two hours, never the address itself.",
  },
];

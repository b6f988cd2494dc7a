import type { Vocabulary } from "./words.ts";

/** Where a complaint came in: the ledger's 投诉来源 (D10); the sources below 论坛监控 are ours (`default`). */
export const channelWords = {
  phone: { zh: "呼叫中心", en: "call centre" },
  relay: { zh: "其他部门转达", en: "passed on by another department" },
  wechat: { zh: "微信", en: "WeChat" },
  forum: { zh: "论坛监控", en: "forum watch" },
  email: { zh: "邮箱", en: "e-mail" },
  web: { zh: "网站", en: "website" },
  mailbox: { zh: "投诉箱", en: "complaint box" },
  visit: { zh: "来访", en: "visit" },
  letter: { zh: "信函", en: "letter" },
  sms: { zh: "短信", en: "text message" },
  press: { zh: "媒体", en: "press" },
  oral: { zh: "口头", en: "by word of mouth" },
  government: { zh: "政府转办", en: "government hotline" },
} as const satisfies Vocabulary;

/** By whom a complaint was taken in; D14 counts those of the company itself apart. */
export const intakeWords = {
  company: { zh: "公司直接受理", en: "taken in by the company itself" },
  project: { zh: "项目受理", en: "taken in by the project" },
  group: { zh: "集团转办", en: "passed on by the group" },
  government: { zh: "政府转办", en: "passed on by the government" },
} as const satisfies Vocabulary;

/** How the customer was answered. */
export const replyViaWords = {
  phone: { zh: "电话", en: "by phone" },
  email: { zh: "邮件", en: "by e-mail" },
  visit: { zh: "当面", en: "in person" },
  letter: { zh: "信函", en: "by letter" },
  sms: { zh: "短信", en: "by text message" },
  wechat: { zh: "微信", en: "on WeChat" },
  posted: { zh: "公示", en: "by posted notice" },
} as const satisfies Vocabulary;

/** How the customer was followed up. */
export const followUpViaWords = {
  phone: { zh: "电话", en: "by phone" },
  visit: { zh: "上门", en: "at the door" },
  email: { zh: "邮件", en: "by e-mail" },
  message: { zh: "短信/微信", en: "by text message or WeChat" },
} as const satisfies Vocabulary;

/** By which way our own people and complainants are told. */
export const noticeWayWords = {
  email: { zh: "邮件", en: "e-mail" },
  wecom: { zh: "企业微信", en: "WeCom" },
  wechat: { zh: "微信公众号", en: "WeChat official account" },
  sms: { zh: "短信", en: "text message" },
} as const satisfies Vocabulary;

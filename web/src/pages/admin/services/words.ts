import type { ServiceName } from "../../../../../lib/domain/services/terms.ts";
import type { Words } from "../../../../../lib/domain/words/words.ts";

export const serviceWords: Readonly<Record<ServiceName, { readonly name: Words; readonly about: Words }>> = {
  wecom: {
    name: { zh: "企业微信", en: "WeCom" },
    about: {
      zh: "提醒和督办发到员工的企业微信；账号在“人员”里填。",
      en: "Reminders go to staff's WeCom; their accounts stand in their entries among the people.",
    },
  },
  sms: {
    name: { zh: "短信网关", en: "Text messages" },
    about: {
      zh: "给员工和投诉人发短信；运营商要求签名和模板先审核。",
      en: "Text messages to staff and complainants; operators approve signature and templates first.",
    },
  },
  smtp: {
    name: { zh: "发信服务器（SMTP）", en: "Mail server (SMTP)" },
    about: {
      zh: "没有 SES 的地区用它发邮件，也可作备用。",
      en: "Sends mail where SES is not offered, or stands by.",
    },
  },
  imap: {
    name: { zh: "收信邮箱（IMAP）", en: "Mailbox (IMAP)" },
    about: { zh: "投诉邮件从这个邮箱收取。", en: "Complaints by mail are fetched from this mailbox." },
  },
  wechat: {
    name: { zh: "微信公众号", en: "WeChat official account" },
    about: {
      zh: "粉丝发来的消息登记为投诉，菜单里可以报修和查询进度。",
      en: "Followers' messages become complaints; its menu leads to the residents' pages.",
    },
  },
};

export const words = {
  set: { zh: "已设置", en: "Set up" },
  notSet: { zh: "未设置", en: "Not set up" },
  off: {
    zh: "已设置，但部署时没有开通这种方式（noticeAdapters），消息不会走它。",
    en: "Set up, but this way is not switched on in the deployment (noticeAdapters): nothing goes by it.",
  },
  byCommand: {
    zh: "由运维用命令设置，这里看不到内容。",
    en: "Set up by an operator's command; what it says is not shown here.",
  },
  changed: { zh: "修改于", en: "Changed" },
  change: { zh: "设置", en: "Set up" },
  save: { zh: "保存", en: "Save" },
  remove: { zh: "停用", en: "Take away" },
  confirm: { zh: "停用后消息不再走这种方式，确定？", en: "Nothing will go this way any more. Take it away?" },
  secretHint: {
    zh: "只写不显示：每次保存都要重新填写。",
    en: "Written and never shown: typed anew each time you save.",
  },
  saved: {
    zh: "已保存，五分钟内全部生效；测试消息立即使用新设置。",
    en: "Saved; in use everywhere within five minutes, by test messages at once.",
  },
  test: { zh: "给自己发测试消息", en: "Send myself a test message" },
  testing: { zh: "正在发送…", en: "On its way…" },
  sent: {
    zh: "✓ 服务已收下，请看看您的手机或邮箱。",
    en: "✓ The service has taken it: look at your phone or mailbox.",
  },
  failed: { zh: "▲ 没有发出", en: "▲ It was not sent" },
};

import type { ProblemText } from "./text.ts";

/** Refusals that residents meet on their pages: what it is, and what to do now. */
export const residentProblems = {
  "unknown-sign": {
    status: 404,
    title: { zh: "没有这个小区", en: "No such place" },
    detail: {
      zh: "二维码或链接无效。请扫描小区公示牌上的二维码，或打公示牌上的电话。",
      en: "The code or link is not valid. Scan the code on the notice of your estate, or call the number on it.",
    },
  },
  "draft-gone": {
    status: 410,
    title: { zh: "填写的内容已过期", en: "What you wrote has expired" },
    detail: {
      zh: "没有提交的内容只保存 24 小时。请重新填写。如果已经拿到编号，说明已经提交成功。",
      en: "What is not sent is kept for 24 hours only. Please start again. If you have a number, your complaint was sent.",
    },
  },
  "draft-frozen": {
    status: 409,
    title: { zh: "已经提交", en: "Already sent" },
    detail: {
      zh: "这份投诉已经提交，不能再修改。需要补充的，请在查询进度的页面上写。",
      en: "This complaint has been sent and cannot be changed. Add to it on the page that shows its progress.",
    },
  },
  "too-often": {
    status: 429,
    title: { zh: "操作太频繁", en: "Too often" },
    detail: {
      zh: "这个网络或小区在一小时内的操作太多。请过一会儿再试；急事请打电话。",
      en: "There has been too much from this network or for this estate within the hour. Try again later; call if it is urgent.",
    },
  },
  "urged-today": {
    status: 409,
    title: { zh: "今天已经催办过", en: "Urged today already" },
    detail: {
      zh: "每个工作日可以催办一次，您的上一次催办已经转给处理人。有新情况请写“补充内容”。",
      en: "You can urge once a working day; your last one has been passed on. If there is something new, add a message.",
    },
  },
} as const satisfies Record<string, ProblemText>;

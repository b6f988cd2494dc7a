import type { ProblemText } from "./text.ts";

/** Refusals about government tickets. */
export const ticketProblems = {
  "no-ticket": {
    status: 409,
    title: { zh: "不是转办工单", en: "Not a government ticket" },
    detail: {
      zh: "这件投诉没有政府转办的工单号。",
      en: "This complaint did not come with a government ticket.",
    },
  },
  "ticket-given-up": {
    status: 409,
    title: { zh: "工单已不由我们办理", en: "The ticket is no longer ours" },
    detail: {
      zh: "工单已退单、并单或被平台撤回。",
      en: "It was returned, merged, or withdrawn by its platform.",
    },
  },
  "ticket-signed-before": {
    status: 409,
    title: { zh: "工单已签收", en: "Signed for already" },
    detail: { zh: "本轮工单已经签收。", en: "The ticket of this cycle has been signed for already." },
  },
  "ticket-with-us": {
    status: 409,
    title: { zh: "工单仍在我方", en: "The ticket is with us" },
    detail: {
      zh: "尚未报送回复件，也未退单，平台没有可退回的内容。",
      en: "Neither a reply document nor the ticket itself has gone to the platform: nothing can come back.",
    },
  },
  "return-too-late": {
    status: 409,
    title: { zh: "已过退单时限", en: "Too late to return it" },
    detail: {
      zh: "签收/退单时限已过，请先提出派单异议，平台支持后再退单。",
      en: "The limit for signing or returning has passed; object to the dispatch first, and return it once that is upheld.",
    },
  },
  "objected-before": {
    status: 409,
    title: { zh: "异议尚待裁定", en: "An objection is pending" },
    detail: { zh: "平台尚未裁定上一次异议。", en: "The platform has not ruled on the last objection yet." },
  },
  "no-objection": {
    status: 409,
    title: { zh: "没有待裁定的异议", en: "No objection to rule on" },
    detail: { zh: "请先提出派单异议。", en: "Raise the objection to the dispatch first." },
  },
  "extension-asked-before": {
    status: 409,
    title: { zh: "延期申请尚待批复", en: "An extension is pending" },
    detail: {
      zh: "平台尚未批复上一次延期申请。",
      en: "The platform has not answered the last request for more time yet.",
    },
  },
  "no-extension-asked": {
    status: 409,
    title: { zh: "没有待批复的延期申请", en: "No extension was asked for" },
    detail: { zh: "请先登记延期申请。", en: "Record the request for more time first." },
  },
  "asked-too-late": {
    status: 409,
    title: { zh: "已过办理时限", en: "Too late to ask" },
    detail: {
      zh: "延期须在转办时限届满前申请。",
      en: "More time has to be asked for before the ticket's own time is up.",
    },
  },
  "reply-document-sent": {
    status: 409,
    title: { zh: "回复件已报送", en: "The reply document was sent" },
    detail: {
      zh: "本轮回复件已报送平台；平台退回的请登记“退回重办”。",
      en: "The reply document of this cycle was sent; record it when the platform returns the ticket.",
    },
  },
  "no-ticket-to-merge-with": {
    status: 422,
    title: { zh: "没有可并入的工单", en: "No ticket to merge with" },
    detail: {
      zh: "并入的须是本项目另一件尚由我们办理的转办工单。",
      en: "It has to be another government ticket of this project that is still ours.",
    },
  },
  "ticket-due-earlier": {
    status: 422,
    title: { zh: "本工单先到期", en: "This ticket is due earlier" },
    detail: {
      zh: "并入后平台的办理时限会被错过。请把后到期的并入先到期的，或先把拟并入工单的转办时限更正为本工单的时限。",
      en: "Merged, its platform would be answered too late: merge the one that is due later, or first correct the other ticket's time to this one's.",
    },
  },
  "other-household": {
    status: 422,
    title: { zh: "不是同一住户", en: "Another household" },
    detail: {
      zh: "两件工单的住户和联系方式都不同，不能并单；同一问题的多户请按群体处理。",
      en: "Neither home nor contact is the same: several households with one problem make a group instead.",
    },
  },
  "ticket-known": {
    status: 409,
    title: { zh: "工单号已登记", en: "The ticket is registered already" },
    detail: {
      zh: "该平台的这个工单号已登记为另一件内容不同的投诉；平台退回重办的请在原投诉上登记。",
      en: "This number of this platform is registered with other content; what the platform returns is recorded on that complaint.",
    },
  },
} as const satisfies Record<string, ProblemText>;

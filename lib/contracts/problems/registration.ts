import { regulationWords as cite } from "../../domain/regulations/regulations.ts";
import type { ProblemText } from "./text.ts";

/** Refusals about registering a complaint and finding it again. */
export const registrationProblems = {
  "unknown-complaint": {
    status: 404,
    title: { zh: "没有这个投诉", en: "No such complaint" },
    detail: {
      zh: "没有找到这个投诉，请核对编号或链接。",
      en: "There is no such complaint; check the number or the link.",
    },
  },
  "stale-version": {
    status: 409,
    title: { zh: "已被他人更新", en: "It has changed" },
    detail: {
      zh: "您看到的版本已过时，当前版本为 {version}。请刷新后再操作。",
      en: "What you saw is no longer current; the version is now {version}. Reload and decide again.",
    },
  },
  "not-allowed-now": {
    status: 409,
    title: { zh: "当前状态不能进行此操作", en: "Not possible in this state" },
    detail: {
      zh: "投诉当前状态为 {status}，可进行的操作：{allowed}。",
      en: "The complaint is {status}; possible now: {allowed}.",
    },
  },
  "already-registered": {
    status: 409,
    title: { zh: "投诉已登记", en: "Already registered" },
    detail: { zh: "这个投诉已经登记过。", en: "The complaint is registered already." },
  },
  "same-id-other-content": {
    status: 409,
    title: { zh: "同一标识、内容不同", en: "Same id, other content" },
    detail: {
      zh: "该来源标识已用于另一份内容不同的投诉。补充内容请联系客服，新的投诉请用新的标识。",
      en: "This source id belongs to a complaint with other content. Use a new id for a new complaint.",
    },
  },
  "received-out-of-range": {
    status: 422,
    title: { zh: "收到时间不合理", en: "Time of receipt out of range" },
    detail: {
      zh: "收到时间最多比现在晚 5 分钟、早 90 天。",
      en: "The time of receipt may be at most 5 minutes ahead and 90 days back.",
    },
  },
  "occurred-out-of-range": {
    status: 422,
    title: { zh: "发生时间不合理", en: "Time of the event out of range" },
    detail: {
      zh: "发生时间不能晚于现在，也不能早于投诉的对应环节。",
      en: "It cannot have happened in the future, nor before what it follows.",
    },
  },
  "reply-asked-before-receipt": {
    status: 422,
    title: { zh: "要求回复时间早于收到时间", en: "Reply asked for before the receipt" },
    detail: {
      zh: "应晚于收到时间；补录的请填当时的收到时间。",
      en: "It must lie after the receipt: give the time of receipt of what is entered later.",
    },
  },
  "ticket-due-before-receipt": {
    status: 422,
    title: { zh: "工单时限早于收到时间", en: "Ticket due before the receipt" },
    detail: {
      zh: "办理、签收时限应晚于收到时间；补录的请填当时的收到时间。",
      en: "Its limits must lie after the receipt: give the time of receipt of what is entered later.",
    },
  },
  "external-required": {
    status: 422,
    title: { zh: "缺少转办工单", en: "The external ticket is missing" },
    detail: {
      zh: "政府转办的投诉必须填写 external（系统、工单号、单位、时限）。",
      en: "A complaint passed on by the government needs external (system, ticket number, unit, due instant).",
    },
  },
  "level-contradicts-kind": {
    status: 422,
    title: { zh: "等级与性质不符", en: "Level and kind disagree" },
    detail: {
      zh: `A–C 级为投诉，D–E 级为意见（${cite("D11").zh}）。`,
      en: `Levels A–C are complaints, D–E are opinions (${cite("D11").en}).`,
    },
  },
  "unknown-earlier-complaint": {
    status: 422,
    title: { zh: "没有这件在先的投诉", en: "No such earlier complaint" },
    detail: {
      zh: "本项目没有编号（id）为此的投诉，无法标记为重复投诉。",
      en: "This project has no complaint of that id, so nothing can be marked as repeating it.",
    },
  },
  "repeats-a-later-one": {
    status: 422,
    title: { zh: "所指的投诉并不在先", en: "That one does not come before" },
    detail: {
      zh: "重复投诉须指向在先受理、且本身不是本件重复的投诉。",
      en: "A repeated complaint points to one that was received before it and does not itself repeat it.",
    },
  },
  "repeats-itself": {
    status: 422,
    title: { zh: "不能与自身重复", en: "It cannot repeat itself" },
    detail: {
      zh: "重复投诉须指向另一件投诉。",
      en: "A repeated complaint points to another complaint.",
    },
  },
  "same-kind": {
    status: 409,
    title: { zh: "类型未变", en: "Nothing to convert" },
    detail: { zh: "记录已是该类型。", en: "The record is of this kind already." },
  },
  "converted-before": {
    status: 409,
    title: { zh: "已转换过", en: "Converted before" },
    detail: {
      zh: "已转换的只能先改回原类型。",
      en: "It can only become again what it came as.",
    },
  },
  "contact-known": {
    status: 422,
    title: { zh: "客户有联系方式", en: "The customer can be reached" },
    detail: {
      zh: `公示回复只用于没有联系方式的投诉（${cite("D6").zh}）。`,
      en: `A posted notice is for complaints without contact (${cite("D6").en}).`,
    },
  },
} as const satisfies Record<string, ProblemText>;

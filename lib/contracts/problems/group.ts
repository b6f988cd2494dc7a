import { regulationWords as cite } from "../../domain/regulations/regulations.ts";
import type { ProblemText } from "./text.ts";

/** Refusals about groups of complaints (D11) and emergency events (D7). */
export const groupProblems = {
  "unknown-event": {
    status: 404,
    title: { zh: "没有这个突发事件", en: "No such emergency event" },
    detail: {
      zh: "没有这个突发事件，或它不在您的项目内。",
      en: "There is no such emergency event, or it is not in one of your projects.",
    },
  },
  "event-closed": {
    status: 409,
    title: { zh: "突发事件已结案", en: "The emergency event is closed" },
    detail: {
      zh: "终报已提交，该突发事件已结案，不能再提交报告。",
      en: "The final report has been given and closed the event; no report follows it.",
    },
  },
  "report-out-of-order": {
    status: 409,
    title: { zh: "报告顺序不对", en: "Reports go in order" },
    detail: {
      zh: "报告须依次提交：首报、书面报告、续报、终报。现在可以提交：{allowed}。",
      en: "Reports follow each other: first, written, follow-up, final. Possible now: {allowed}.",
    },
  },
  "event-time-out-of-range": {
    status: 422,
    title: { zh: "事件时间不合理", en: "Time of the event out of range" },
    detail: {
      zh: "发现时间最多比现在晚 5 分钟、早 90 天；发生时间不能晚于发现时间。",
      en: "The discovery may be at most 5 minutes ahead and 90 days back; the event cannot be later than its discovery.",
    },
  },
  "unknown-group": {
    status: 404,
    title: { zh: "没有这个群体", en: "No such group" },
    detail: {
      zh: "没有这个群体，或它不在您的项目内。",
      en: "There is no such group, or it is not in one of your projects.",
    },
  },
  "group-not-allowed-now": {
    status: 409,
    title: { zh: "群体当前状态不允许此操作", en: "Not possible for the group now" },
    detail: {
      zh: "该群体当前不能执行此操作；现在可以：{allowed}。",
      en: "The group does not allow this now; possible are: {allowed}.",
    },
  },
  "group-busy": {
    status: 409,
    title: { zh: "群体的上一条命令尚未执行完", en: "The group's last command is still running" },
    detail: {
      zh: "上一条命令正在逐件执行，通常几秒内完成，最迟两分钟后会自动续办；请稍后再试。",
      en: "The last command is going through the members; it ends within seconds and is resumed after two minutes at the latest. Try again later.",
    },
  },
  "unknown-member": {
    status: 422,
    title: { zh: "不是该群体的成员", en: "Not a member of the group" },
    detail: {
      zh: "complaintIds 中有投诉不属于该群体。",
      en: "complaintIds names a complaint that does not belong to the group.",
    },
  },
  "members-required": {
    status: 422,
    title: { zh: "请注明回访了哪几户", en: "Name the households that were called" },
    detail: {
      zh: `回访须用 complaintIds 注明打给了哪几户，评分只属于给出它的那一户（${cite("D8").zh}）。`,
      en: `A follow-up names in complaintIds the households that were called; a grade belongs to the one that gave it (${cite("D8").en}).`,
    },
  },
  "too-few": {
    status: 422,
    title: { zh: "不足五位客户", en: "Fewer than five customers" },
    detail: {
      zh: `群体投诉/意见须有 5 位以上客户（${cite("D11").zh}）。`,
      en: `A group needs five or more customers (${cite("D11").en}).`,
    },
  },
  "no-open-group": {
    status: 422,
    title: { zh: "没有这个进行中的群体", en: "No such open group" },
    detail: {
      zh: "本项目没有这个群体，或它已结束。",
      en: "This project has no such group, or it has ended.",
    },
  },
  "not-in-a-group": {
    status: 409,
    title: { zh: "不在群体中", en: "Not in a group" },
    detail: {
      zh: "该投诉不属于任何群体，无需退出。",
      en: "The complaint belongs to no group, so there is none to leave.",
    },
  },
  "in-another-group": {
    status: 409,
    title: { zh: "已在另一个群体中", en: "Already in another group" },
    detail: {
      zh: "该投诉已并入另一个群体，请先退出（leave-group）。",
      en: "The complaint belongs to another group; it has to leave that one first (leave-group).",
    },
  },
} as const satisfies Record<string, ProblemText>;

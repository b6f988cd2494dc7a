import type { ProblemText } from "./text.ts";

/** Refusals about the month, its submissions and contested cases. */
export const reportProblems = {
  "unknown-report": {
    status: 404,
    title: { zh: "没有这个报表文件", en: "No such report file" },
    detail: {
      zh: "该月没有这个文件，或尚未生成。",
      en: "The month has no such file, or it is not built yet.",
    },
  },
  "period-not-begun": {
    status: 422,
    title: { zh: "统计月份尚未开始", en: "The period has not begun" },
    detail: {
      zh: "该月份尚未开始：没有可统计、填报或下载的内容。",
      en: "This month has not begun: there is nothing to count, to submit or to download yet.",
    },
  },
  "cut-off-before-period": {
    status: 422,
    title: { zh: "截止时间早于统计月份", en: "The cut-off lies before the period" },
    detail: {
      zh: "截止时间不能早于统计月份的开始。",
      en: "The cut-off cannot lie before the period begins.",
    },
  },
  "cut-off-in-future": {
    status: 422,
    title: { zh: "截止时间晚于现在", en: "The cut-off lies in the future" },
    detail: {
      zh: "截止时间不能晚于现在。",
      en: "The cut-off cannot lie in the future.",
    },
  },
  "submission-confirmed": {
    status: 409,
    title: { zh: "已确认上报", en: "Submitted already" },
    detail: {
      zh: "本月上报已确认；修改须同时再次确认（confirm）。",
      en: "The month has been submitted; a change must be confirmed again (confirm).",
    },
  },
  "submitted-already": {
    status: 409,
    title: { zh: "已上报，无须催报", en: "Submitted: nothing to ask for" },
    detail: {
      zh: "该项目本月已确认上报。",
      en: "The project has confirmed its month already.",
    },
  },
  "stale-submission": {
    status: 409,
    title: { zh: "已被他人更新", en: "It has changed" },
    detail: {
      zh: "您看到的上报内容已过时，请刷新后再修改。",
      en: "What you saw of the submission is no longer current. Reload and write again.",
    },
  },
  "contest-too-late": {
    status: 409,
    title: { zh: "已过异议期", en: "Too late to contest" },
    detail: {
      zh: "通报已到期发出，不能再对本月的投诉提出异议。",
      en: "The bulletin's day has passed; cases of this month can no longer be contested.",
    },
  },
  "contested-already": {
    status: 409,
    title: { zh: "已提出异议", en: "Contested already" },
    detail: {
      zh: "该投诉本月已提出异议，理由不能更改。",
      en: "The case has been contested this month; the reason cannot be changed.",
    },
  },
  "too-many-contests": {
    status: 409,
    title: { zh: "异议过多", en: "Too many contested cases" },
    detail: {
      zh: "一个项目一个月最多对 60 件投诉提出异议。",
      en: "A project contests at most 60 cases a month.",
    },
  },
  "not-contested": {
    status: 404,
    title: { zh: "没有该异议", en: "Not contested" },
    detail: {
      zh: "该项目本月没有对这件投诉提出异议。",
      en: "The project has not contested this case this month.",
    },
  },
  "case-not-in-period": {
    status: 422,
    title: { zh: "不属于本期", en: "Not of this period" },
    detail: {
      zh: "只能对本期统计中的投诉任务（含遗留任务）提出异议。",
      en: "Only tasks that the period counts, those carried over included, can be contested.",
    },
  },
  "submission-empty": {
    status: 422,
    title: { zh: "上报内容为空", en: "The submission is empty" },
    detail: {
      zh: "确认上报前请至少填写一项：重要工作、客户关系、专业改进、集团重点工作、投诉前三位分析或重点问题及改进。",
      en: "Write at least one section before you confirm: important work, customer relations, improvement, group priorities, the top three, or key problems.",
    },
  },
  "period-not-ended": {
    status: 422,
    title: { zh: "本期尚未结束", en: "The period has not ended" },
    detail: {
      zh: "本期结束后才能确认上报或发出通报；现在可以先保存内容。",
      en: "A month can be confirmed, and its bulletin issued, once it has ended; texts can be saved now.",
    },
  },
  "not-yours-to-take": {
    status: 422,
    title: { zh: "不能订阅该范围", en: "Not yours to take" },
    detail: {
      zh: "只能订阅您负责的全部项目、区域或城市；公司文件限总部。",
      en: "One takes the files of projects, regions or cities that are wholly one's own; the company's are headquarters'.",
    },
  },
  "bulletin-number-taken": {
    status: 409,
    title: { zh: "期号已使用", en: "The number is taken" },
    detail: {
      zh: "该年度的这个期号已用于另一期通报，请换一个。",
      en: "Another bulletin of that year has this number. Choose another one.",
    },
  },
  "period-before-records": {
    status: 422,
    title: { zh: "早于有记录的月份", en: "Before the first records" },
    detail: {
      zh: "该期间早于项目开始使用投诉登记的月份，没有可统计的记录。",
      en: "The period lies before the month in which the records of the project begin; there is nothing to count.",
    },
  },
  "period-reversed": {
    status: 422,
    title: { zh: "统计期间颠倒", en: "The period ends before it begins" },
    detail: {
      zh: "统计期间的结束日期不能早于开始日期；只给一个日期时，另一个取该月的首日或末日。",
      en: "A period cannot end before it begins; where one date is given, the other is the month's first or last day.",
    },
  },
  "analytics-too-large": {
    status: 422,
    title: { zh: "范围过大", en: "Too much to count at once" },
    detail: {
      zh: "该范围和期间的记录太多，不能即时统计；请缩小范围，或查看已生成的版次（edition）。",
      en: "The scope and period hold more records than can be counted while you wait. Choose a smaller part, or build and ask for an edition.",
    },
  },
  "edition-not-kept": {
    status: 404,
    title: { zh: "该版数据已不保存", en: "The edition's records are no longer kept" },
    detail: {
      zh: "统计用的数据保存 400 天；该版的文件仍可下载。",
      en: "What an edition was counted from is kept for 400 days; its files can still be downloaded.",
    },
  },
  "unknown-figure": {
    status: 404,
    title: { zh: "没有这个数字", en: "No such figure" },
    detail: {
      zh: "该视图没有这一行或这一列。",
      en: "The view has no such row or column.",
    },
  },
  "project-manager-decides": {
    status: 403,
    title: { zh: "须由项目经理决定", en: "The project manager decides" },
    detail: {
      zh: "客户再次不满意，是否解释关闭由项目经理决定。",
      en: "The customer is dissatisfied for the second time: the project manager decides.",
    },
  },
} as const satisfies Record<string, ProblemText>;

import { regulationWords as cite } from "../../domain/regulations/regulations.ts";
import type { ProblemText } from "./text.ts";

/** Refusals about clocks, replies, plans, sign-off and follow-up. */
export const handlingProblems = {
  "nothing-to-acknowledge": {
    status: 409,
    title: { zh: "没有可确认的督办", en: "Nothing to acknowledge" },
    detail: {
      zh: "该督办尚未发出，或已经确认过。",
      en: "This rung has not been decided yet or is acknowledged already.",
    },
  },
  "nothing-to-pause": {
    status: 409,
    title: { zh: "没有可暂停的时限", en: "Nothing to pause" },
    detail: {
      zh: "本投诉没有正在计时、可以暂停的时限；登记、首次回复和转办时限不能暂停。",
      en: "No clock that may be paused is running; record, first reply and an external ticket's time never pause.",
    },
  },
  "nothing-to-resume": {
    status: 409,
    title: { zh: "没有已暂停的时限", en: "Nothing to resume" },
    detail: {
      zh: "本投诉没有处于暂停状态的时限。",
      en: "No clock of this complaint is paused.",
    },
  },
  "nothing-to-extend": {
    status: 409,
    title: { zh: "没有可延期的时限", en: "Nothing to extend" },
    detail: {
      zh: "该时限不存在或已经结束。",
      en: "There is no such clock, or it has stopped.",
    },
  },
  "not-extendable": {
    status: 422,
    title: { zh: "该时限不能延期", en: "This clock cannot be extended" },
    detail: {
      zh: "登记、接单、首次回复、无效解释、日报、回访和转办时限不能延期。",
      en: "Record, accept, first reply, explanation, daily report, follow-up and external tickets cannot be extended.",
    },
  },
  "extension-not-later": {
    status: 422,
    title: { zh: "延期时间无效", en: "The extension is not later" },
    detail: {
      zh: "新的时限必须晚于原时限和当前时间。",
      en: "The new due instant must lie after the present one and after now.",
    },
  },
  "beyond-external-time": {
    status: 422,
    title: { zh: "超出转办时限", en: "Beyond the external ticket's time" },
    detail: {
      zh: "处理结果不能延到政府转办时限之后。",
      en: "The result cannot be extended beyond the external ticket's own time.",
    },
  },
  incomplete: {
    status: 422,
    title: { zh: "还缺必要的步骤或内容", en: "Something is still missing" },
    detail: {
      zh: "还缺：{missing}。",
      en: "Still missing: {missing}.",
    },
  },
  "follow-up-by-handler": {
    status: 422,
    title: { zh: "处理人和被投诉人不能回访", en: "Not by the handler or the complained-of" },
    detail: {
      zh: `回访须由处理人和被投诉人以外的人进行（${cite("D4").zh}）。`,
      en: `The follow-up is made by somebody other than the handler and the complained-of (${cite("D4").en}).`,
    },
  },
  "complained-of": {
    status: 403,
    title: { zh: "被投诉人不能处理本投诉", en: "Not by the complained-of" },
    detail: {
      zh: `被投诉人不参与处理针对本人的投诉，只能作出陈述（${cite("D4").zh}）。`,
      en: `Whoever is complained of takes no part in the handling, and may state the own account of it (${cite("D4").en}).`,
    },
  },
  "not-complained-of": {
    status: 403,
    title: { zh: "陈述由被投诉人作出", en: "A statement is the complained-of person's" },
    detail: {
      zh: `只有被投诉人本人可以陈述（${cite("D4").zh}）；其他人请用备注。`,
      en: `Only whoever is complained of gives a statement (${cite("D4").en}); others write a note.`,
    },
  },
  "opinion-by-handler": {
    status: 422,
    title: { zh: "处理人和被投诉人不能记录客户意见", en: "Not by the handler or the complained-of" },
    detail: {
      zh: `客户意见须由处理人和被投诉人以外的人记录，或由客户通过其链接自行评价（${cite("D4").zh}）。`,
      en: `The opinion is recorded by somebody other than the handler and the complained-of, or given by the customer's own link (${cite("D4").en}).`,
    },
  },
  "manager-decides": {
    status: 403,
    title: { zh: "须由客户服务经理决定", en: "The manager decides" },
    detail: {
      zh: "客户不满意，返单还是解释关闭由客户服务经理决定。",
      en: "The customer is not satisfied: the customer-service manager decides whether to reopen or to explain and close.",
    },
  },
  "not-at-the-desk": {
    status: 422,
    title: { zh: "不能当场关闭", en: "Not to be closed at the desk" },
    detail: {
      zh: `重大、群体、重要、紧急或涉及安全的投诉不能由前台当场解释关闭，须按规程处理（${cite("D3").zh}、${cite("D11").zh}、${cite("D13").zh}）。`,
      en: `A grave, important or urgent complaint, or one about safety, is not closed by explanation at the desk (${cite("D3").en}, ${cite("D11").en}, ${cite("D13").en}).`,
    },
  },
  "team-of-several": {
    status: 422,
    title: { zh: "处理小组须含多个部门", en: "A team is of several departments" },
    detail: {
      zh: `处理小组须包括至少两个部门的代表（${cite("D13").zh}），请填写 departmentIds。`,
      en: `A team has people of at least two departments (${cite("D13").en}); name them in departmentIds.`,
    },
  },
  "not-your-department": {
    status: 403,
    title: { zh: "不是本部门的投诉", en: "Another department's complaint" },
    detail: {
      zh: `接单和签认须由负责该投诉的部门办理（${cite("D4").zh}）。`,
      en: `Accepting and signing off are for the department that solves it (${cite("D4").en}).`,
    },
  },
  "grade-required": {
    status: 422,
    title: { zh: "缺少满意度", en: "The grade is missing" },
    detail: {
      zh: "回访接通时必须记录满意度（1–5）。",
      en: "A follow-up that reached the customer needs a grade (1–5).",
    },
  },
  "reason-required": {
    status: 422,
    title: { zh: "缺少原因", en: "The reason is missing" },
    detail: {
      zh: "客户不满意时必须记录原因。",
      en: "A reason is compulsory when the customer is not satisfied.",
    },
  },
  "outside-call-hours": {
    status: 422,
    title: { zh: "不在回访时间内", en: "Outside the hours for calls" },
    detail: {
      zh: "电话回访应在当地时间 09:00–20:00 之间；其他方式请填写 via。",
      en: "Follow-up calls are made between 09:00 and 20:00 local time; for another way give via.",
    },
  },
  "rated-before": {
    status: 409,
    title: { zh: "已评价", en: "Graded already" },
    detail: {
      zh: "本次处理已经评价过，每次处理只评价一次。",
      en: "This handling has been graded already; each is graded once.",
    },
  },
  "signed-before": {
    status: 409,
    title: { zh: "已签认", en: "Signed already" },
    detail: { zh: "部门负责人已签认此记录。", en: "The record has been signed already." },
  },
  "second-person-required": {
    status: 403,
    title: { zh: "须由另一人办理", en: "A second person is needed" },
    detail: {
      zh: "此步骤须由另一位人员办理，不能与经办人相同。",
      en: "This act must be done by another person than the one whose work it confirms.",
    },
  },
  "superior-approves": {
    status: 403,
    title: { zh: "须由上级批准", en: "A superior approves" },
    detail: {
      zh: `处理方案报上级领导批准：A、B 级由项目经理或以上，其余由客户服务经理或以上（${cite("D11").zh}）。`,
      en: `A plan is approved by a superior: A and B by the project manager or above, others by the manager or above (${cite("D11").en}).`,
    },
  },
  "signed-sheet-required": {
    status: 403,
    title: { zh: "须附签字件", en: "The signed sheet is needed" },
    detail: {
      zh: "只有部门负责人、客户服务经理或项目经理可以直接签认；其他人员须附签字件照片，并注明签字人和签字日期（sheet）。",
      en: "Only a department head, the customer-service manager or the project manager signs here; others attach the photo of the signed sheet and say who signed it and when (sheet).",
    },
  },
  "sheet-photo-required": {
    status: 422,
    title: { zh: "缺少签字件照片", en: "The photo of the signed sheet is missing" },
    detail: {
      zh: "请在 attachments 中附上签字件的照片或扫描件（图片或 PDF）。",
      en: "Attach the photo or scan of the signed sheet (picture or PDF) in attachments.",
    },
  },
  "signed-out-of-range": {
    status: 422,
    title: { zh: "签字日期无效", en: "Impossible day of signing" },
    detail: {
      zh: "签字日期不能早于受理日期，也不能晚于今天。",
      en: "The day of signing lies neither before the complaint was received nor after today.",
    },
  },
  "other-sheet": {
    status: 422,
    title: { zh: "不是本投诉的签字件", en: "Not this complaint's sheet" },
    detail: {
      zh: "二维码不属于本投诉的《客户报修/投诉/求助记录》。",
      en: "The code is not that of this complaint's handling record, the form that the head signs.",
    },
  },
  "not-a-signer": {
    status: 422,
    title: { zh: "签字人无权签认", en: "This person cannot sign" },
    detail: {
      zh: "签字人须是该项目的部门负责人、客户服务经理或项目经理。",
      en: "The record is signed by a department head, the customer-service manager or the project manager of the project.",
    },
  },
  "limit-in-the-past": {
    status: 422,
    title: { zh: "限期已过", en: "The limit is in the past" },
    detail: { zh: "限期须晚于现在。", en: "The limit must lie in the future." },
  },
  "unknown-action": {
    status: 422,
    title: { zh: "没有这一整改项", en: "No such corrective action" },
    detail: { zh: "整改项编号不存在，请核对投诉详情。", en: "There is no corrective action with this id." },
  },
  "verified-before": {
    status: 409,
    title: { zh: "整改项已验收", en: "Verified already" },
    detail: { zh: "该整改项已验收通过。", en: "The corrective action has been verified already." },
  },
  "same-holder": {
    status: 409,
    title: { zh: "责任人未变", en: "Nothing to transfer" },
    detail: {
      zh: "投诉已在该部门和该处理人手中。",
      en: "The complaint is already with this department and handler.",
    },
  },
  "accepted-before": {
    status: 409,
    title: { zh: "无需接单", en: "Nothing to accept" },
    detail: { zh: "当前指派已接单。", en: "The present assignment has been accepted already." },
  },
  "unknown-node": {
    status: 422,
    title: { zh: "没有这一时间节点", en: "No such time node" },
    detail: { zh: "方案中没有这一时间节点。", en: "The plan has no time node with this id." },
  },
  "node-done-before": {
    status: 409,
    title: { zh: "节点已完成", en: "The node is done already" },
    detail: { zh: "该时间节点已完成。", en: "The time node is done already." },
  },
  "not-grave": {
    status: 409,
    title: { zh: "不需日报", en: "No daily report" },
    detail: {
      zh: `只有 A、B 级投诉须每日汇报（${cite("D11").zh}）。`,
      en: `Only complaints of level A and B are reported on daily (${cite("D11").en}).`,
    },
  },
  "not-invalid": {
    status: 409,
    title: { zh: "未判定为无效", en: "Not judged invalid" },
    detail: {
      zh: `只有判定无效的投诉才作无效解释（${cite("D11").zh}）。`,
      en: `Only a complaint judged invalid is explained so (${cite("D11").en}).`,
    },
  },
  "node-in-the-past": {
    status: 422,
    title: { zh: "时间节点已过", en: "A time node is in the past" },
    detail: { zh: "方案的时间节点须晚于现在。", en: "The time nodes of a plan must lie in the future." },
  },
  "no-plan": {
    status: 409,
    title: { zh: "尚无方案", en: "No plan yet" },
    detail: { zh: "请先录入书面处理方案。", en: "Write the handling plan first." },
  },
  "plan-approved-before": {
    status: 409,
    title: { zh: "方案已批准", en: "The plan is approved already" },
    detail: { zh: "现行方案已获批准。", en: "The present plan has been approved already." },
  },
  "plan-agreed-before": {
    status: 409,
    title: { zh: "方案已商定", en: "The plan is agreed already" },
    detail: {
      zh: "现行方案已与客户商定。",
      en: "The present plan has been agreed with the customer already.",
    },
  },
  "link-sent-often": {
    status: 429,
    title: { zh: "今天已发过三次", en: "Sent three times today" },
    detail: {
      zh: "客户的查询链接今天已发送三次，请明天再发，或请客户用编号和电话查询。",
      en: "The customer's link has been sent three times today. Send it tomorrow, or let them look it up by number and phone.",
    },
  },
  "way-not-set-up": {
    status: 422,
    title: { zh: "没有开通这种发送方式", en: "No such way of sending" },
    detail: {
      zh: "本系统没有开通这种发送方式，或客户的号码不能接收短信；请换一种方式，或打印带二维码的回复函。",
      en: "This way of sending is not set up here, or the number takes no text messages. Choose another, or print the reply letter with its code.",
    },
  },
  "too-many-messages": {
    status: 429,
    title: { zh: "今天留言过多", en: "Too many messages today" },
    detail: {
      zh: "这件投诉今天收到的业主留言已达 20 条，请明天再补充，或拨打客服电话。",
      en: "This complaint has taken 20 messages of the customer today; add more tomorrow, or call the desk.",
    },
  },
} as const satisfies Record<string, ProblemText>;

import type { Language } from "../domain/organisation/language.ts";

/** Languages of answers: Chinese unless the caller asks for English. */
export type { Language };
export type Bilingual = Readonly<Record<Language, string>>;

/** A kind of refusal: HTTP status and sentences; `{name}` in a detail is filled in by the answer. */
export interface ProblemText {
  readonly status: number;
  readonly title: Bilingual;
  readonly detail: Bilingual;
}

/**
 * Every refusal of the API by its stable code (RFC 9457). Statuses: 400 unreadable, 401/403 who, 404 no such
 * resource, 409 contradicts what stands, 413/415 form of the body, 422 readable but not acceptable,
 * 429 too often.
 */
export const problems = {
  "bad-json": {
    status: 400,
    title: { zh: "请求内容不是有效的 JSON", en: "The body is not valid JSON" },
    detail: {
      zh: "请求内容必须是 UTF-8 编码的 JSON。",
      en: "The body must be JSON in UTF-8.",
    },
  },
  "idempotency-key-required": {
    status: 400,
    title: { zh: "缺少 Idempotency-Key", en: "Idempotency-Key is missing" },
    detail: {
      zh: "请在请求头 Idempotency-Key 中给出一个不重复的标识（1–200 个可见字符），重发时沿用同一个，系统只执行一次。",
      en: "Send the header Idempotency-Key with a unique value (1–200 visible characters); sent again with the same one, the command is carried out once.",
    },
  },
  unauthenticated: {
    status: 401,
    title: { zh: "未登录或凭证无效", en: "Not signed in" },
    detail: {
      zh: "请提供有效的凭证：渠道系统用 x-api-key，员工用 Authorization: Bearer。凭证缺失、无效或已过期。",
      en: "A valid credential is needed: x-api-key for channel systems, Authorization: Bearer for staff. It is missing, invalid or expired.",
    },
  },
  "unknown-user": {
    status: 403,
    title: { zh: "没有这个员工", en: "Not a member of staff" },
    detail: {
      zh: "登录有效，但系统中没有登记此人，请联系管理员。",
      en: "The sign-in is valid, but the person is not registered here; ask an administrator.",
    },
  },
  forbidden: {
    status: 403,
    title: { zh: "没有权限", en: "Not permitted" },
    detail: {
      zh: "您的岗位不能进行此操作。",
      en: "Your post may not do this.",
    },
  },
  "channel-not-allowed": {
    status: 403,
    title: { zh: "密钥不能用于此渠道", en: "The key is not valid for this channel" },
    detail: {
      zh: "此渠道密钥不能用于渠道 {channel}。",
      en: "This channel key may not be used for the channel {channel}.",
    },
  },
  "project-not-allowed": {
    status: 403,
    title: { zh: "密钥不能用于此项目", en: "The key is not valid for this project" },
    detail: {
      zh: "此渠道密钥不能为该项目登记投诉。",
      en: "This channel key may not register complaints for the project.",
    },
  },
  "unknown-route": {
    status: 404,
    title: { zh: "没有这个地址", en: "No such address" },
    detail: {
      zh: "{method} {path} 不存在，全部接口见 /openapi.json。",
      en: "{method} {path} does not exist; /openapi.json lists everything.",
    },
  },
  "unknown-channel": {
    status: 404,
    title: { zh: "没有这个渠道", en: "No such channel" },
    detail: {
      zh: "渠道 {channel} 不存在，可用：{known}。",
      en: "There is no channel {channel}; there are: {known}.",
    },
  },
  "unknown-command": {
    status: 404,
    title: { zh: "没有这个操作", en: "No such command" },
    detail: {
      zh: "操作 {command} 不存在，可用：{known}。",
      en: "There is no command {command}; there are: {known}.",
    },
  },
  "unknown-complaint": {
    status: 404,
    title: { zh: "没有这个投诉", en: "No such complaint" },
    detail: {
      zh: "没有找到这个投诉，请核对编号或链接。",
      en: "There is no such complaint; check the number or the link.",
    },
  },
  "unknown-report": {
    status: 404,
    title: { zh: "没有这个报表文件", en: "No such report file" },
    detail: {
      zh: "该月没有这个文件，或尚未生成。",
      en: "The month has no such file, or it is not built yet.",
    },
  },
  "unknown-job": {
    status: 404,
    title: { zh: "没有这个任务", en: "No such job" },
    detail: { zh: "没有找到这个任务。", en: "There is no such job." },
  },
  "not-found": {
    status: 404,
    title: { zh: "没有这条记录", en: "No such record" },
    detail: { zh: "没有找到这条记录。", en: "There is no such record." },
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
  "key-reused": {
    status: 409,
    title: { zh: "Idempotency-Key 已用于另一个请求", en: "Idempotency-Key used for another request" },
    detail: {
      zh: "该 Idempotency-Key 已用于内容不同的请求，请换一个新的。",
      en: "This Idempotency-Key was used for a request with other content; take a new one.",
    },
  },
  busy: {
    status: 409,
    title: { zh: "投诉正在被频繁更新", en: "Too many changes at once" },
    detail: {
      zh: "该投诉同时有太多更新，请稍后用同一个 Idempotency-Key 重试。",
      en: "Too many changes of this complaint at once; try again with the same Idempotency-Key.",
    },
  },
  "unknown-mail": {
    status: 404,
    title: { zh: "没有这封隔离邮件", en: "No such mail" },
    detail: { zh: "隔离区中没有这封邮件。", en: "There is no such mail in quarantine." },
  },
  "unknown-form": {
    status: 404,
    title: { zh: "没有这个表单", en: "No such form" },
    detail: {
      zh: "表单 {form} 不存在，可用：{known}。",
      en: "There is no form {form}; there are: {known}.",
    },
  },
  "unknown-file": {
    status: 404,
    title: { zh: "没有这个附件", en: "No such file" },
    detail: {
      zh: "该投诉没有单独保存的这个附件。",
      en: "The complaint has no such file stored apart.",
    },
  },
  "mail-accepted": {
    status: 409,
    title: { zh: "邮件已转为投诉", en: "Mail accepted already" },
    detail: {
      zh: "该邮件已由他人转为另一个项目的投诉。",
      en: "Somebody has made this mail a complaint of another project.",
    },
  },
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
  "effective-in-past": {
    status: 422,
    title: { zh: "生效时间已过", en: "Effective in the past" },
    detail: {
      zh: "政策只能从现在或以后生效，不能追溯。",
      en: "A policy takes effect now or later, never in the past.",
    },
  },
  "unknown-scope": {
    status: 422,
    title: { zh: "没有这个适用范围", en: "Unknown scope" },
    detail: {
      zh: "没有项目属于这个范围；可用 company、region:区域、city:城市 或 project:项目编号。",
      en: "No project belongs to this scope; use company, region:NAME, city:NAME or project:ID.",
    },
  },
  "too-large": {
    status: 413,
    title: { zh: "请求内容过大", en: "The body is too large" },
    detail: {
      zh: "请求内容不能超过 {limit} KB。",
      en: "The body may have at most {limit} KB.",
    },
  },
  "unsupported-media-type": {
    status: 415,
    title: { zh: "不支持的内容类型", en: "Unsupported media type" },
    detail: {
      zh: "请使用 Content-Type: application/json(UTF-8)。",
      en: "Use Content-Type: application/json (UTF-8).",
    },
  },
  "invalid-request": {
    status: 422,
    title: { zh: "请求内容不符合要求", en: "The request is not acceptable" },
    detail: {
      zh: "{count} 处不符合要求：{first}",
      en: "{count} problem(s) in the request: {first}",
    },
  },
  "unknown-project": {
    status: 422,
    title: { zh: "没有这个项目", en: "No such project" },
    detail: {
      zh: "项目编号不存在。",
      en: "There is no project with this id.",
    },
  },
  "unknown-department": {
    status: 422,
    title: { zh: "没有这个部门", en: "No such department" },
    detail: {
      zh: "该项目没有这个部门。",
      en: "The project has no such department.",
    },
  },
  "unknown-person": {
    status: 422,
    title: { zh: "没有这个人员", en: "No such person" },
    detail: {
      zh: "没有这个人员，或其岗位不在该项目。",
      en: "There is no such person, or none with a post at this project.",
    },
  },
  "no-successor": {
    status: 422,
    title: { zh: "不能由此人接手", en: "This person cannot take over" },
    detail: {
      zh: "接手人须为他人、在职，且在移交事项所属的每个项目有岗位（含将移交的岗位）。",
      en: "The successor has to be somebody else who has not left, with a post (or one that is handed over) at every project concerned.",
    },
  },
  "upload-used": {
    status: 409,
    title: { zh: "附件已被使用", en: "The upload is used already" },
    detail: {
      zh: "这个附件已属于另一条投诉，请重新上传。",
      en: "The upload belongs to another complaint; upload the file again.",
    },
  },
  "upload-missing": {
    status: 422,
    title: { zh: "附件内容尚未上传", en: "The file is not there yet" },
    detail: {
      zh: "附件已登记但内容没有上传完整，请用上传链接发送文件后再试。",
      en: "The file was announced but has not arrived whole; put it to its link, then try again.",
    },
  },
  "file-too-large": {
    status: 422,
    title: { zh: "文件过大", en: "The file is too large" },
    detail: {
      zh: "单个文件不超过 25 MB（未登录 10 MB），一次提交的附件合计不超过 50 MB。",
      en: "A file has at most 25 MB (10 MB without sign-in), the files of one request together at most 50 MB.",
    },
  },
  "file-type-refused": {
    status: 422,
    title: { zh: "不接受此类文件", en: "Files of this type are not accepted" },
    detail: {
      zh: "可接受图片、音频、视频、PDF、办公文档（不含宏）、压缩包和纯文本；文件内容须与类型相符。",
      en: "Pictures, sound, film, PDF, office files without macros, archives and plain text are accepted; the content must be what it is called.",
    },
  },
  "too-many-uploads": {
    status: 429,
    title: { zh: "上传过于频繁", en: "Too many uploads" },
    detail: {
      zh: "一小时内上传次数过多，请稍后再试，或拨打客服电话。",
      en: "Too many uploads within an hour; try again later, or call the desk.",
    },
  },
  "unknown-upload": {
    status: 422,
    title: { zh: "没有这个附件", en: "No such upload" },
    detail: {
      zh: "附件编号不存在，请先上传。",
      en: "There is no upload with this id.",
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
      zh: "A–C 级为投诉，D–E 级为意见（D11）。",
      en: "Levels A–C are complaints, D–E are opinions (D11).",
    },
  },
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
  "too-few": {
    status: 422,
    title: { zh: "不足五位客户", en: "Fewer than five customers" },
    detail: {
      zh: "群体投诉/意见须有 5 位以上客户（D11）。",
      en: "A group needs five or more customers (D11).",
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
  "repeats-itself": {
    status: 422,
    title: { zh: "不能与自身重复", en: "It cannot repeat itself" },
    detail: {
      zh: "重复投诉须指向另一件投诉。",
      en: "A repeated complaint points to another complaint.",
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
  "no-address": {
    status: 422,
    title: { zh: "没有可用的联系地址", en: "No address to write to" },
    detail: {
      zh: "投诉人没有留下这种联系方式。",
      en: "The complainant left no address of this kind.",
    },
  },
  "follow-up-by-handler": {
    status: 422,
    title: { zh: "处理人和被投诉人不能回访", en: "Not by the handler or the complained-of" },
    detail: {
      zh: "回访须由处理人和被投诉人以外的人进行（D4）。",
      en: "The follow-up is made by somebody other than the handler and the complained-of (D4).",
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
  "period-not-begun": {
    status: 422,
    title: { zh: "统计月份尚未开始", en: "The period has not begun" },
    detail: {
      zh: "不能生成尚未开始的月份的报表。",
      en: "A report of a month that has not begun cannot be built.",
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
      zh: "只能对本期受理的投诉提出异议。",
      en: "Only complaints received in the period can be contested.",
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
  internal: {
    status: 500,
    title: { zh: "系统出错", en: "Internal error" },
    detail: {
      zh: "系统出错，请稍后重试；如仍不行，请提供编号 {traceId}。",
      en: "Something went wrong on our side; try again later and quote {traceId} if it persists.",
    },
  },
  "identity-unavailable": {
    status: 503,
    title: { zh: "登录服务暂时不可用", en: "The sign-in service is unavailable" },
    detail: {
      zh: "暂时无法核对登录凭证，请稍后重试。",
      en: "The token cannot be checked at the moment; try again later.",
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
  "project-manager-decides": {
    status: 403,
    title: { zh: "须由项目经理决定", en: "The project manager decides" },
    detail: {
      zh: "客户再次不满意，是否解释关闭由项目经理决定。",
      en: "The customer is dissatisfied for the second time: the project manager decides.",
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
      zh: "只有 A、B 级投诉须每日汇报（D11）。",
      en: "Only complaints of level A and B are reported on daily (D11).",
    },
  },
  "not-invalid": {
    status: 409,
    title: { zh: "未判定为无效", en: "Not judged invalid" },
    detail: {
      zh: "只有判定无效的投诉才作无效解释（D11）。",
      en: "Only a complaint judged invalid is explained so (D11).",
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
  "same-kind": {
    status: 409,
    title: { zh: "类型未变", en: "Nothing to convert" },
    detail: { zh: "记录已是该类型。", en: "The record is of this kind already." },
  },
  "converted-before": {
    status: 409,
    title: { zh: "已转换过", en: "Converted before" },
    detail: { zh: "每条记录只能转换一次。", en: "A record can be converted once." },
  },
  "contact-known": {
    status: 422,
    title: { zh: "客户有联系方式", en: "The customer can be reached" },
    detail: {
      zh: "公示回复只用于没有联系方式的投诉（D6）。",
      en: "A posted notice is for complaints without contact (D6).",
    },
  },
  "roster-changed": {
    status: 409,
    title: { zh: "值班表刚被他人更新", en: "The roster has just changed" },
    detail: {
      zh: "有人同时导入了这个月的值班表，请查看后再导入。",
      en: "Somebody put in a roster for this month at the same moment; look at it and send yours again.",
    },
  },
  "organisation-changed": {
    status: 409,
    title: { zh: "资料已被他人更新", en: "The entry has changed" },
    detail: {
      zh: "您看到的资料已过时，请刷新后再修改。",
      en: "What you saw is no longer current; reload the entry and change it again.",
    },
  },
  "department-in-use": {
    status: 409,
    title: { zh: "部门仍有人员", en: "People work in the department" },
    detail: {
      zh: "仍有人员任职于要删除的部门，请先调整其岗位。",
      en: "Somebody still has a post in a department that would be gone; change the post first.",
    },
  },
  "mailbox-taken": {
    status: 409,
    title: { zh: "投诉邮箱已被使用", en: "The mailbox is taken" },
    detail: {
      zh: "这个投诉邮箱已属于另一个项目。",
      en: "The mailbox belongs to another project.",
    },
  },
  "unknown-contractor": {
    status: 422,
    title: { zh: "没有这个承包商", en: "No such contractor" },
    detail: { zh: "没有登记这个承包商，请先录入。", en: "There is no such contractor; enter it first." },
  },
  "contract-ended": {
    status: 422,
    title: { zh: "承包合同已到期", en: "The contract has ended" },
    detail: {
      zh: "承担该部门工作的外包单位合同已到期，不能再指派，请改派其他部门或更新合同期限。",
      en: "The contract of the company that does this department's work has ended; choose another department or renew it.",
    },
  },
  "too-many-keys": {
    status: 409,
    title: { zh: "有效密钥过多", en: "Too many keys in force" },
    detail: {
      zh: "这个系统的有效密钥已达上限，请先停用旧密钥，或将重叠时间设为 0。",
      en: "The system has as many keys in force as it may have; revoke one first, or rotate without overlap.",
    },
  },
  "reserved-system": {
    status: 422,
    title: { zh: "系统名称已被占用", en: "The name of the system is taken" },
    detail: {
      zh: "这个名称由平台自己的入口使用，请换一个系统名称。",
      en: "The name belongs to one of the desk's own entrances; choose another one.",
    },
  },
  "unreadable-file": {
    status: 422,
    title: { zh: "无法读取文件", en: "The file cannot be read" },
    detail: {
      zh: "文件应为 xlsx，或 UTF-8、GB18030 编码的 csv；内容为 base64。",
      en: "The file must be xlsx, or csv in UTF-8 or GB18030; its content in base64.",
    },
  },
  "rows-at-fault": {
    status: 422,
    title: { zh: "文件有错误，未导入", en: "The file has faults; nothing was put in" },
    detail: {
      zh: "有 {count} 处错误（{first}），什么都没有导入。请更正，或确认只导入正确的行（skipFaulty）。",
      en: "There are {count} faults ({first}); nothing was put in. Correct them, or confirm that only the right rows are put in (skipFaulty).",
    },
  },
} as const satisfies Record<string, ProblemText>;

export type WireProblemCode = keyof typeof problems;

/** True for a code of the catalogue. */
export function isWireProblem(code: string): code is WireProblemCode {
  return Object.hasOwn(problems, code);
}

/** Fills the `{name}` places of a sentence; a place without a value stays as it is, so that a test can see it. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

import type { ProblemText } from "./text.ts";

/** Refusals about mails, forms, uploads and files of rows. */
export const fileProblems = {
  "unknown-mail": {
    status: 404,
    title: { zh: "没有这封隔离邮件", en: "No such mail" },
    detail: { zh: "隔离区中没有这封邮件。", en: "There is no such mail in quarantine." },
  },
  "unknown-request": {
    status: 404,
    title: { zh: "没有这个请求", en: "No such request" },
    detail: {
      zh: "没有这个个人信息请求，或不归您办理。",
      en: "There is no such request about personal data, or it is not yours to decide.",
    },
  },
  "request-decided": {
    status: 409,
    title: { zh: "请求已有结果", en: "Decided already" },
    detail: {
      zh: "该请求已记录另一个结果，请刷新列表查看。",
      en: "Another outcome of this request is on record; look at the list again.",
    },
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
  "sender-invalid": {
    status: 422,
    title: { zh: "不是发件地址", en: "Not a sender" },
    detail: {
      zh: "请填写完整的邮箱地址，或至少两段的域名（如 mail.example）。",
      en: "Give a whole mail address, or a host of at least two parts such as mail.example.",
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
  "not-shown": {
    status: 403,
    title: { zh: "您的岗位不查看投诉人全部信息", en: "Not shown to your post" },
    detail: {
      zh: "投诉人的姓名、电话和房号只对本件的处理人、前台和项目负责人显示；公司可在政策（disclosure）中另行规定。",
      en: "Name, number and flat of the complainant are shown to whoever handles it, the desk and those who lead the project; a policy (disclosure) may name others.",
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

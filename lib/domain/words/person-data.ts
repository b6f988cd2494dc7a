import type { Vocabulary } from "./words.ts";

/** How somebody was shown personal values of a complaint. */
export const readWayWords = {
  complaint: { zh: "详情", en: "details" },
  history: { zh: "历史", en: "history" },
  file: { zh: "附件", en: "a file" },
  form: { zh: "表单", en: "a form" },
  shown: { zh: "显示", en: "shown in full" },
  call: { zh: "打电话", en: "to call" },
} as const satisfies Vocabulary;

/** What somebody wants to be shown who complained for. */
export const shownReasonWords = {
  contact: { zh: "联系客户", en: "to reach them" },
  visit: { zh: "上门", en: "to visit them" },
  identify: { zh: "核对身份", en: "to check who it is" },
  register: { zh: "登记核对", en: "to register" },
  oversee: { zh: "督办核查", en: "to oversee" },
} as const satisfies Vocabulary;

/** Kinds of records that end by themselves. */
export const retentionWords = {
  complaints: { zh: "投诉的个人信息（办结后）", en: "personal values of complaints, after the end" },
  rawMails: { zh: "原始邮件", en: "raw mails" },
  quarantine: { zh: "隔离邮件", en: "quarantined mails" },
  requests: { zh: "办结的个人信息请求", en: "decided requests about personal data" },
  recordings: { zh: "通话录音（复制后）", en: "recordings of calls, after they were copied" },
  jobs: { zh: "后台任务", en: "jobs" },
  runs: { zh: "月报数据", en: "parts of report runs" },
  copies: { zh: "个人信息副本", en: "copies of personal data" },
  auditReads: { zh: "查阅记录", en: "records of who saw what" },
  droppedMails: { zh: "丢弃的邮件记录", en: "records of dropped mails" },
  searchWords: { zh: "检索指纹", en: "fingerprints for search" },
  uploads: { zh: "未使用的上传文件", en: "uploads that nobody used" },
  drafts: { zh: "草稿", en: "drafts" },
  throttles: { zh: "限流记录", en: "throttles" },
  accessLogs: { zh: "存储访问日志", en: "access logs of the buckets" },
  functionLogs: { zh: "函数日志", en: "logs of functions" },
} as const satisfies Vocabulary;

import type { TelemetryMetric } from "../app/ports/telemetry.ts";

/**
 * The desk's metric namespace and dimensions; functions write, alarms and dashboards name them. Each stage counts for itself: two of
 * them in one account neither raise nor hide each other's alarms.
 */
export const METRIC_NAMESPACE = "Jiesu";
export const METRIC_SERVICE = "jiesu";
export const STAGE_DIMENSION = "stage";

/**
 * Work that failed although its function went on; beside the service its dimension is the function's name, so that each function's
 * alarm counts its own. Lambda's `Errors` knows neither of a request answered with 500 nor of a message given back.
 */
export const WORK_FAILED = "WorkFailed";
export const FUNCTION_DIMENSION = "function";

/** What each metric tells a person. All are counts; none carries a personal value. */
export const metricMeanings = {
  ComplaintsRegistered: "投诉已登记 complaints registered, each once",
  GroupsProposed: "群体投诉已提出 groups of complaints proposed",
  RungsDecided: "督办级别已触发 rungs of the escalation ladder decided",
  RungsLate: "督办晚触发 rungs decided more than three minutes after their instant",
  RungsWithoutRecipient: "督办无人可通知 rungs for which nobody up to headquarters holds a post",
  NoticesHandedOver: "通知已交付 messages accepted by the mail service",
  NoticesFailed: "通知失败 messages given up: no address, address refused, or five attempts",
  NoticesPossiblyTwice: "通知可能重复 messages tried again after a crash between hand-over and record",
  WebhooksDelivered: "已推送 events that systems outside have taken",
  WebhooksFailed: "推送失败 events given up after two days of tries, or refused for good",
  SweepRescues: "巡检补发 items whose alarm, reaction or notice was lost on the way",
  PutAside: "已搁置 items that a day of rescues did not help and a person must look at",
  MailsDropped: "邮件丢弃 mails that a rule about their sender dropped",
  MailsQuarantined: "邮件隔离 mails that could not become a complaint",
  ComplaintsRetimed: "投诉已按新规则重算 open complaints timed again after rules changed",
  HolidayNoticeMissing: "缺少下一年放假通知 next year's holiday notice is missing",
  MailsUnanswered:
    "未自动答复 registered without an automatic answer: too many of one sender in an hour, or of one number or address in a day",
  MailsPolled: "从邮箱取信 mails taken from the polled mailbox",
  NoticesReturned: "通知被退回 messages that came back after the mail service had taken them",
  DocumentsNearBound: "文件接近上限 documents written with more than 200 KB: an item has room for 400",
  UnusualReading: "异常查阅 people who were shown 200 complaints within an hour",
  MessagesOverCap: "来信超过当日上限 customers' messages beyond the cap of a complaint and day",
  ReportsIssued: "月报已出 editions of a month's report issued",
} as const satisfies Record<TelemetryMetric, string>;

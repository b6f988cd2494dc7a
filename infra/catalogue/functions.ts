import type { FunctionName } from "../../lib/config/environment.ts";
import type { HumanImpact } from "../constructs/human-alarm.ts";

/** Size of one function, and what its failing means for people. */
export interface FunctionProfile {
  /** Description in the console, at most 256 characters. */
  readonly purpose: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Variables that the process itself reads, not our code. */
  readonly process?: Readonly<Record<string, string>>;
  readonly whenFailing: HumanImpact;
  /**
   * once: a single error is somebody's lost request or a lost monthly run. lasting: the work is retried from its
   * queue, so only errors in two of three periods call people.
   */
  readonly callAt: "once" | "lasting";
  /** Minutes between two runs where they are more than five: the alarm's periods are as long, or two of three would never fail. */
  readonly runsEvery?: number;
}

/** API Gateway gives up after 30 s, so an API function must have answered before. */
const apiTimeoutSeconds = 20;

/**
 * glibc keeps an arena of memory per thread that ever compressed something: with two a month of 10,000 complaints takes
 * 60 MB less (`npm run bench:reports`). Sheets are made of short-lived objects: with room for 32 MB of them the collector copies
 * fewer, which takes another 60 MB less, and no more of the processor's time.
 */
export const reportProcess = { MALLOC_ARENA_MAX: "2", NODE_OPTIONS: "--max-semi-space-size=32" } as const;

export const functionProfiles = {
  "channels-api": {
    purpose: "渠道接入 complaints from phone, web and complaint boxes",
    memoryMb: 512,
    timeoutSeconds: apiTimeoutSeconds,
    whenFailing: {
      zh: "电话、网站或投诉箱的投诉登记失败，客户可能需要重说一遍。",
      en: "Complaints from phone, web or complaint boxes are not taken in; customers may have to tell them again.",
    },
    callAt: "once",
  },
  "staff-api": {
    purpose: "员工接口 lists, complaints and commands for staff",
    memoryMb: 512,
    timeoutSeconds: apiTimeoutSeconds,
    whenFailing: {
      zh: "员工无法查看或处理投诉，答复可能超时。",
      en: "Staff cannot see or handle complaints, so replies may be late.",
    },
    callAt: "once",
  },
  "reports-api": {
    purpose: "报表接口 the month's files, builds and jobs",
    memoryMb: 512,
    timeoutSeconds: apiTimeoutSeconds,
    whenFailing: {
      zh: "总部无法下载或重做月报。",
      en: "Headquarters cannot download or rebuild the monthly report.",
    },
    callAt: "once",
  },
  "public-api": {
    purpose: "公开接口 tracking page data, health, OpenAPI and answers for unknown routes",
    memoryMb: 512,
    timeoutSeconds: apiTimeoutSeconds,
    whenFailing: {
      zh: "客户查询不到自己投诉的进度。",
      en: "Customers cannot see how their complaint is going.",
    },
    callAt: "once",
  },
  pages: {
    purpose: "页面 the staff's pages: hashed files and their settings",
    memoryMb: 512,
    timeoutSeconds: apiTimeoutSeconds,
    whenFailing: {
      zh: "员工打不开页面，投诉只能通过接口处理。",
      en: "Staff cannot open their pages; complaints can be handled through the API only.",
    },
    callAt: "lasting",
  },
  "sign-in": {
    purpose: "企业微信登录 an OpenID Connect issuer in front of WeCom, where the stage says so",
    memoryMb: 512,
    timeoutSeconds: apiTimeoutSeconds,
    whenFailing: {
      zh: "用企业微信登录的员工进不来；已登录的一小时内照常。",
      en: "Staff who sign in by WeCom cannot; whoever is signed in goes on for an hour.",
    },
    callAt: "lasting",
  },
  "mail-poll": {
    purpose: "收取邮箱 new mails of an IMAP mailbox go to S3, where SES does not take mail",
    memoryMb: 1024,
    timeoutSeconds: 110,
    whenFailing: {
      zh: "收不到邮箱里的新投诉邮件，24 小时回复时限已在走。",
      en: "New complaint mails stay in the mailbox while their 24 hour reply limit runs.",
    },
    callAt: "lasting",
  },
  "mail-in": {
    purpose: "邮件接入 raw mail in S3 becomes a complaint or goes to quarantine",
    memoryMb: 1024,
    timeoutSeconds: 60,
    whenFailing: {
      zh: "投诉邮件没有转成投诉，客户以为已受理。",
      en: "Complaint mails do not become complaints while customers believe they were received.",
    },
    callAt: "lasting",
  },
  stream: {
    purpose: "变更流 puts changed complaints on the react queue",
    memoryMb: 256,
    timeoutSeconds: 30,
    whenFailing: {
      zh: "投诉变更后的提醒和通知要等巡检补发，会晚几分钟。",
      en: "Reminders and notices after a change wait for the sweep and come minutes late.",
    },
    callAt: "lasting",
  },
  react: {
    purpose: "反应 arms the next alarm and hands over notices",
    memoryMb: 512,
    timeoutSeconds: 60,
    whenFailing: {
      zh: "投诉的下一个时限没有排定，督办通知没有交出。",
      en: "The next deadline of a complaint is not armed and notices are not handed over.",
    },
    callAt: "lasting",
  },
  alarm: {
    purpose: "时限到点 decides the due rungs of the escalation ladder",
    memoryMb: 512,
    timeoutSeconds: 60,
    whenFailing: {
      zh: "时限已到但没有升级，主管和经理不知道投诉超时。",
      en: "Deadlines pass without escalation; managers do not learn that a complaint is overdue.",
    },
    callAt: "lasting",
  },
  send: {
    purpose: "发送通知 hands notices to the mail service",
    memoryMb: 512,
    timeoutSeconds: 60,
    whenFailing: {
      zh: "受理回执和升级邮件发不出去。",
      en: "Acknowledgement and escalation mails are not sent.",
    },
    callAt: "lasting",
  },
  webhook: {
    purpose: "推送 tells systems outside what they have subscribed to",
    memoryMb: 256,
    timeoutSeconds: 60,
    whenFailing: {
      zh: "其他系统收不到投诉进展的推送。",
      en: "Systems outside are not told how complaints go on.",
    },
    callAt: "lasting",
  },
  sweep: {
    purpose: "巡检 every five minutes: late alarms, reactions and raw mail that were lost on the way",
    memoryMb: 1024,
    // Ends before the next run starts.
    timeoutSeconds: 240,
    whenFailing: {
      zh: "丢失的时限、通知或邮件没有人补上。",
      en: "Deadlines, notices or mails lost on the way are not made good.",
    },
    callAt: "lasting",
  },
  digest: {
    purpose:
      "摘要 once a day: what stands at the end of every history that has changed, written under a lock",
    memoryMb: 1024,
    timeoutSeconds: 840,
    whenFailing: {
      zh: "当天的历史摘要没有写下，此后若有人改动记录，只能查到更早的摘要。",
      en: "The day's digest of all histories is not written: a change made now would be held against an older one only.",
    },
    callAt: "lasting",
    runsEvery: 60,
  },
  privacy: {
    purpose:
      "个人信息 every quarter of an hour: requests for copies and erasures, and at night what is kept no longer",
    // A workbook of the company with all its sheets is masked in memory.
    memoryMb: 1769,
    timeoutSeconds: 840,
    whenFailing: {
      zh: "个人信息的副本或删除没有办成，或到期的资料没有清除，法定期限在走。",
      en: "A copy or erasure that somebody asked for is not made, or what is kept too long is not removed, while the legal limit runs.",
    },
    callAt: "lasting",
    runsEvery: 15,
  },
  "report-start": {
    purpose: "月报启动 opens the month's report run, one message per project",
    memoryMb: 512,
    timeoutSeconds: 120,
    whenFailing: {
      zh: "本月月报没有启动，总部按时拿不到统计表。",
      en: "The monthly run did not start; headquarters will not have its statistics in time.",
    },
    callAt: "once",
  },
  "report-build": {
    purpose: "月报生成 counts one project or the company and writes the workbook",
    // All steps of 100,000 complaints in 500 projects took 751 MB; the company's step over a past of a million 1.8 GB (docs/reports.md).
    memoryMb: 2560,
    timeoutSeconds: 600,
    process: reportProcess,
    whenFailing: {
      zh: "有项目或公司的月报没有生成，总部拿到的数据不全。",
      en: "The report of a project or of the company was not built; headquarters' figures are incomplete.",
    },
    callAt: "once",
  },
} as const satisfies Record<FunctionName, FunctionProfile>;

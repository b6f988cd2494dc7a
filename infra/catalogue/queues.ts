import type { FunctionName } from "../../lib/config/environment.ts";
import type { QueueName } from "../constructs/foundation.ts";
import type { HumanImpact } from "../constructs/human-alarm.ts";

/** Who works a queue off, when it is late, and what lateness or lost work means for people. */
export interface WorkQueueProfile {
  readonly consumer: FunctionName;
  readonly lateAfterMinutes: number;
  readonly whenLate: HumanImpact;
  readonly whenDead: HumanImpact;
}

export const workQueues = {
  react: {
    consumer: "react",
    lateAfterMinutes: 2,
    whenLate: {
      zh: "投诉变更后的时限排定和通知迟了两分钟以上。",
      en: "Deadlines and notices after a change are more than two minutes late.",
    },
    whenDead: {
      zh: "有投诉的变更多次处理失败，它的提醒只能靠巡检补上。",
      en: "A change of a complaint failed repeatedly; only the sweep can still bring its reminders.",
    },
  },
  alarm: {
    consumer: "alarm",
    // Messages may rest here on purpose for up to 15 minutes (SQS delay), and the age counts that rest.
    lateAfterMinutes: 20,
    whenLate: {
      zh: "到点的时限没有及时升级，主管和经理得知超时晚了。",
      en: "Due deadlines are escalated late; managers learn of overdue complaints late.",
    },
    whenDead: {
      zh: "有投诉的时限到点处理多次失败，可能没有人被提醒。",
      en: "A due deadline failed repeatedly; possibly nobody was reminded.",
    },
  },
  notice: {
    consumer: "send",
    lateAfterMinutes: 10,
    whenLate: {
      zh: "受理回执和升级邮件晚发十分钟以上。",
      en: "Acknowledgement and escalation mails are more than ten minutes late.",
    },
    whenDead: {
      zh: "有通知多次发送失败，收件人没有收到。",
      en: "A notice failed repeatedly and did not reach its recipient.",
    },
  },
  report: {
    consumer: "report-build",
    lateAfterMinutes: 60,
    whenLate: {
      zh: "月报生成停滞一小时以上，总部拿不到统计表。",
      en: "Report building has stood still for an hour; headquarters waits for its statistics.",
    },
    whenDead: {
      zh: "有项目的月报多次生成失败，公司月报缺数。",
      en: "A project's report failed repeatedly; the company's figures lack it.",
    },
  },
  "mail-in": {
    consumer: "mail-in",
    lateAfterMinutes: 10,
    whenLate: {
      zh: "投诉邮件十分钟以上没有登记，24 小时回复时限已在走。",
      en: "Complaint mails have not been registered for ten minutes while their 24 hour reply limit runs.",
    },
    whenDead: {
      zh: "有投诉邮件多次登记失败，客户的投诉还没有进入系统。",
      en: "A complaint mail failed repeatedly; the customer's complaint is not in the system yet.",
    },
  },
  webhook: {
    consumer: "webhook",
    // Repetitions may rest here on purpose for up to 15 minutes, and the age counts that rest.
    lateAfterMinutes: 30,
    whenLate: {
      zh: "给其他系统的推送迟了半小时以上。",
      en: "Systems outside are told half an hour late.",
    },
    whenDead: {
      zh: "有推送多次处理失败，订阅的系统没有收到。",
      en: "A message to a system outside failed repeatedly and was not sent.",
    },
  },
} as const satisfies Record<QueueName, WorkQueueProfile>;

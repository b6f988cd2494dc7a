import { builtInGroupPolicy } from "../../../../../lib/domain/policy/group-policy.ts";
import { type NightlyKind, privacyPolicyOf } from "../../../../../lib/domain/policy/privacy-policy.ts";
import { builtInReportingPolicy } from "../../../../../lib/domain/policy/reporting-policy.ts";
import { builtInTicketPolicy } from "../../../../../lib/domain/policy/ticket-policy.ts";
import type { Words } from "../../../../../lib/domain/words/words.ts";
import type { Draft } from "./model.ts";

interface Named {
  readonly name: Words;
}
export interface NumberSetting extends Named {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly get: (draft: Draft) => number;
  readonly set: (draft: Draft, value: number) => Draft;
}
/** Local wall time. */
export interface TimeSetting extends Named {
  readonly kind: "time";
  readonly get: (draft: Draft) => string;
  readonly set: (draft: Draft, value: string) => Draft;
}
export interface ChoiceSetting extends Named {
  readonly kind: "choice";
  readonly choices: Readonly<Record<string, Words>>;
  readonly get: (draft: Draft) => string;
  readonly set: (draft: Draft, value: string) => Draft;
}
export type Setting = NumberSetting | TimeSetting | ChoiceSetting;

export interface SettingGroup extends Named {
  readonly about: Words;
  readonly settings: readonly Setting[];
}

const day = 1440;

function number(
  zh: string,
  en: string,
  [min, max]: readonly [number, number],
  get: NumberSetting["get"],
  set: NumberSetting["set"],
): NumberSetting {
  return { kind: "number", name: { zh, en }, min, max, get, set };
}

function time(zh: string, en: string, get: TimeSetting["get"], set: TimeSetting["set"]): TimeSetting {
  return { kind: "time", name: { zh, en }, get, set };
}

const groupsOf = ({ groups }: Draft) => groups ?? { ...builtInGroupPolicy };
const ticketsOf = ({ tickets }: Draft) => tickets ?? { ...builtInTicketPolicy };

/** Where a draft says nothing, the built-in numbers stand: copied, so that the form may change them. */
function reportingOf({ reporting }: Draft): NonNullable<Draft["reporting"]> {
  if (reporting !== undefined) return reporting;
  const { rungs, ...days } = builtInReportingPolicy;
  return { ...days, rungs: rungs.map((rung) => ({ ...rung, posts: [...rung.posts] })) };
}

const quiet: readonly Setting[] = [
  time(
    "免打扰开始",
    "quiet from",
    (d) => d.quietHours.from,
    (d, from) => ({ ...d, quietHours: { ...d.quietHours, from } }),
  ),
  time(
    "免打扰结束",
    "quiet until",
    (d) => d.quietHours.to,
    (d, to) => ({ ...d, quietHours: { ...d.quietHours, to } }),
  ),
  number(
    "免打扰后多少分钟内到期的提醒，改在开始前发出",
    "a reminder due within so many minutes afterwards is sent before",
    [0, day],
    (d) => d.quietHours.earlyIfDueWithinMinutes,
    (d, earlyIfDueWithinMinutes) => ({ ...d, quietHours: { ...d.quietHours, earlyIfDueWithinMinutes } }),
  ),
];

const followUp: readonly Setting[] = [
  number(
    "回访几次不通算无法回访",
    "attempts until nobody can be reached",
    [1, 10],
    (d) => d.followUp.attempts,
    (d, attempts) => ({ ...d, followUp: { ...d.followUp, attempts } }),
  ),
  number(
    "至少分在几天",
    "on at least so many days",
    [1, 10],
    (d) => d.followUp.days,
    (d, days) => ({ ...d, followUp: { ...d.followUp, days } }),
  ),
  number(
    "几分以上算满意",
    "satisfied from this grade on",
    [1, 5],
    (d) => d.followUp.satisfiedFrom,
    (d, satisfiedFrom) => ({ ...d, followUp: { ...d.followUp, satisfiedFrom } }),
  ),
  time(
    "回访时段开始",
    "calls from",
    (d) => d.followUp.callHours.from,
    (d, from) => ({ ...d, followUp: { ...d.followUp, callHours: { ...d.followUp.callHours, from } } }),
  ),
  time(
    "回访时段结束",
    "calls until",
    (d) => d.followUp.callHours.to,
    (d, to) => ({ ...d, followUp: { ...d.followUp, callHours: { ...d.followUp.callHours, to } } }),
  ),
];

const crowds: readonly Setting[] = [
  number(
    "几户算群体（D11：5 位以上）",
    "households that make a group (D11: 5 or more)",
    [2, 50],
    (d) => groupsOf(d).customers,
    (d, customers) => ({ ...d, groups: { ...groupsOf(d), customers } }),
  ),
  number(
    "同楼：几小时内",
    "one building: within so many hours",
    [1, 168],
    (d) => groupsOf(d).building.windowHours,
    (d, windowHours) => ({
      ...d,
      groups: { ...groupsOf(d), building: { ...groupsOf(d).building, windowHours } },
    }),
  ),
  number(
    "同楼：几分钟无人处理即成立",
    "one building: stands by itself after minutes",
    [1, day],
    (d) => groupsOf(d).building.confirmAfterDutyMinutes,
    (d, confirmAfterDutyMinutes) => ({
      ...d,
      groups: { ...groupsOf(d), building: { ...groupsOf(d).building, confirmAfterDutyMinutes } },
    }),
  ),
  number(
    "同项目：几天内",
    "one project: within so many days",
    [1, 60],
    (d) => groupsOf(d).project.windowDays,
    (d, windowDays) => ({
      ...d,
      groups: { ...groupsOf(d), project: { ...groupsOf(d).project, windowDays } },
    }),
  ),
  number(
    "同项目：几个工作分钟无人处理即成立",
    "one project: stands by itself after working minutes",
    [1, 4800],
    (d) => groupsOf(d).project.confirmAfterWorkingMinutes,
    (d, confirmAfterWorkingMinutes) => ({
      ...d,
      groups: { ...groupsOf(d), project: { ...groupsOf(d).project, confirmAfterWorkingMinutes } },
    }),
  ),
  number(
    "同户同事几天内算重复投诉",
    "the same again within so many days is a repeat",
    [1, 366],
    (d) => groupsOf(d).repeatDays,
    (d, repeatDays) => ({ ...d, groups: { ...groupsOf(d), repeatDays } }),
  ),
  number(
    "解决后抽访成员（%）",
    "members called afterwards (%)",
    [1, 100],
    (d) => groupsOf(d).sample.percent,
    (d, percent) => ({ ...d, groups: { ...groupsOf(d), sample: { ...groupsOf(d).sample, percent } } }),
  ),
  number(
    "抽访至少几户",
    "at least so many of them",
    [1, 50],
    (d) => groupsOf(d).sample.least,
    (d, least) => ({ ...d, groups: { ...groupsOf(d), sample: { ...groupsOf(d).sample, least } } }),
  ),
];

const months: readonly Setting[] = [
  number(
    "统计期从每月几日开始",
    "a month of figures begins on this day",
    [1, 28],
    (d) => d.periodStartDay,
    (d, periodStartDay) => ({ ...d, periodStartDay }),
  ),
  number(
    "项目上报：期后第几个工作日",
    "projects submit on this working day afterwards",
    [1, 20],
    (d) => reportingOf(d).submitWorkingDay,
    (d, submitWorkingDay) => ({ ...d, reporting: { ...reportingOf(d), submitWorkingDay } }),
  ),
  number(
    "总部发布：期后第几个工作日",
    "headquarters issue on this working day",
    [1, 20],
    (d) => reportingOf(d).bulletinWorkingDay,
    (d, bulletinWorkingDay) => ({ ...d, reporting: { ...reportingOf(d), bulletinWorkingDay } }),
  ),
];

const tickets: readonly Setting[] = [
  number(
    "工单未写明时，几个工作分钟内签收",
    "signed for within working minutes, unless the ticket says",
    [10, 4800],
    (d) => ticketsOf(d).signWorkingMinutes,
    (d, signWorkingMinutes) => ({ ...d, tickets: { ...ticketsOf(d), signWorkingMinutes } }),
  ),
  {
    kind: "choice",
    name: { zh: "未评价的工单", en: "tickets without a rating" },
    choices: {
      apart: { zh: "单列，不计入", en: "counted apart" },
      "as-no": { zh: "计为否", en: "counted as no" },
    },
    get: (d) => ticketsOf(d).notRated,
    set: (d, value) => ({
      ...d,
      tickets: { ...ticketsOf(d), notRated: value === "as-no" ? "as-no" : "apart" },
    }),
  },
  {
    kind: "choice",
    name: { zh: "并单的工单", en: "merged tickets" },
    choices: {
      "with-main": { zh: "随主单计一次", en: "once, with the main one" },
      each: { zh: "各计一次", en: "each by itself" },
    },
    get: (d) => ticketsOf(d).merged,
    set: (d, value) => ({
      ...d,
      tickets: { ...ticketsOf(d), merged: value === "each" ? "each" : "with-main" },
    }),
  },
];

function kept(zh: string, en: string, kind: NightlyKind): NumberSetting {
  return number(
    zh,
    en,
    [30, 3650],
    (d) => privacyPolicyOf(d).keepDays[kind],
    (d, days) => {
      const { requestWorkingDays, keepDays } = privacyPolicyOf(d);
      return { ...d, privacy: { requestWorkingDays, keepDays: { ...keepDays, [kind]: days } } };
    },
  );
}

const privacy: readonly Setting[] = [
  number(
    "查阅、复制、删除请求：几个工作日内办理",
    "requests for a copy or erasure: decided within working days",
    [1, 15],
    (d) => privacyPolicyOf(d).requestWorkingDays,
    (d, requestWorkingDays) => ({ ...d, privacy: { ...privacyPolicyOf(d), requestWorkingDays } }),
  ),
  kept(
    "投诉的个人信息：办结后保存几天",
    "personal values of complaints: days kept after the end",
    "complaints",
  ),
  kept("原始邮件：保存几天", "raw mails: days kept", "rawMails"),
  kept("隔离邮件：保存几天", "quarantined mails: days kept", "quarantine"),
  kept("个人信息请求：保存几天", "requests about personal data: days kept", "requests"),
  kept("通话录音：复制后保存几天", "recordings of calls: days kept after they were copied", "recordings"),
];

/** The single values of a policy, in the order of the form. */
export const settingGroups: readonly SettingGroup[] = [
  {
    name: { zh: "免打扰时段", en: "Quiet hours" },
    about: {
      zh: "安全、紧急、A/B 级、媒体和转办工单不受此限。",
      en: "Safety, urgency, levels A and B, press and tickets are exempt.",
    },
    settings: quiet,
  },
  {
    name: { zh: "回访", en: "Follow-up" },
    about: { zh: "D4、D8：接通才算回访。", en: "D4, D8: only an answered call counts." },
    settings: followUp,
  },
  {
    name: { zh: "群体和重复", en: "Groups and repeats" },
    about: { zh: "D11：5 位以上客户。", en: "D11: five customers or more." },
    settings: crowds,
  },
  {
    name: { zh: "月报", en: "The month" },
    about: { zh: "D14：上报和发布。", en: "D14: submissions and bulletin." },
    settings: months,
  },
  {
    name: { zh: "政府转办", en: "Government tickets" },
    about: { zh: "工单自己的时限优先。", en: "A ticket's own time comes first." },
    settings: tickets,
  },
  {
    name: { zh: "个人信息", en: "Personal data" },
    about: {
      zh: "到期的每夜清除；原始邮件、隔离邮件和请求按各项目中最长的。",
      en: "What is over its time is removed at night; of mails and requests the longest of any project counts.",
    },
    settings: privacy,
  },
];

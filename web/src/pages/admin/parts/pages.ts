import type { PagePath } from "../../../../../lib/contracts/pages/paths.ts";
import type { Post } from "../../../../../lib/domain/organisation/organisation.ts";
import { leadersOfProject, rulersOfProject } from "../../../../../lib/domain/organisation/rights.ts";
import type { Words } from "../../../../../lib/domain/words/words.ts";

export interface AdminPageEntry {
  readonly path: PagePath;
  readonly name: Words;
  /** What one does there, in a line. */
  readonly about: Words;
  /** Whoever holds one of these posts anywhere sees it in the menu; the server decides what they may do. */
  readonly posts: readonly Post[];
}

/** Region and headquarters set rules for several projects. */
const whoRules: readonly Post[] = ["region", "headquarters"];

/** The pages of administration in the order of the menu. */
export const adminPages: readonly AdminPageEntry[] = [
  {
    path: "/admin/quarantine",
    name: { zh: "隔离邮件", en: "Quarantine" },
    about: { zh: "读信、转为投诉、设定发件人", en: "Read mails, make them complaints, decide about senders" },
    posts: leadersOfProject,
  },
  {
    path: "/admin/policies",
    name: { zh: "政策", en: "Policies" },
    about: {
      zh: "时限、阶梯、免打扰：修改、试算、发布",
      en: "Limits, ladders, quiet hours: change, try, publish",
    },
    posts: whoRules,
  },
  {
    path: "/admin/people",
    name: { zh: "人员", en: "People" },
    about: { zh: "岗位、请假、代理人、工作移交", en: "Posts, absences, substitutes, handover" },
    posts: leadersOfProject,
  },
  {
    path: "/admin/calendar",
    name: { zh: "工作日历", en: "Calendar" },
    about: {
      zh: "工作时间、放假和补班、暂定日期",
      en: "Opening hours, holidays, make-up days, provisional dates",
    },
    posts: whoRules,
  },
  {
    path: "/admin/channel-keys",
    name: { zh: "渠道密钥", en: "Channel keys" },
    about: {
      zh: "电话、网站等系统的密钥：创建、轮换、停用",
      en: "Keys of call centre and websites: make, rotate, revoke",
    },
    posts: ["headquarters"],
  },
  {
    path: "/admin/webhooks",
    name: { zh: "推送订阅", en: "Webhooks" },
    about: {
      zh: "把投诉进展推送给其他系统：订阅、签名密钥、失败重放",
      en: "Tell other systems how complaints go on: subscriptions, secrets, dead letters",
    },
    posts: ["headquarters"],
  },
  {
    path: "/admin/services",
    name: { zh: "消息服务", en: "Message services" },
    about: {
      zh: "企业微信、短信、邮件服务器：设置并发测试消息",
      en: "WeCom, text messages, mail servers: set up and tried with a message",
    },
    posts: ["headquarters"],
  },
  {
    path: "/admin/person-data",
    name: { zh: "个人信息请求", en: "Personal data" },
    about: { zh: "查阅、复制和删除的请求及期限", en: "Requests for a copy or erasure, and their limits" },
    posts: rulersOfProject,
  },
  {
    path: "/admin/audit",
    name: { zh: "查阅与核对", en: "Audit" },
    about: {
      zh: "谁看过哪件投诉的个人信息，历史链是否完整",
      en: "Who was shown whose personal values, and whether a history is whole",
    },
    posts: ["headquarters"],
  },
  {
    path: "/admin/rosters",
    name: { zh: "值班表", en: "Duty rosters" },
    about: { zh: "按日历查看、拖动、导入 xlsx", en: "As a calendar: look, drag, import an xlsx file" },
    posts: rulersOfProject,
  },
  {
    path: "/admin/doctor",
    name: { zh: "系统体检", en: "Doctor" },
    about: { zh: "缺什么、怎么补、有没有搁置", en: "What is lacking, how to mend it, what was put aside" },
    posts: whoRules,
  },
  {
    path: "/admin/projects",
    name: { zh: "项目", en: "Projects" },
    about: {
      zh: "资料、部门、入住和面积、房产台账、承包商",
      en: "Facts, departments, occupancy, households, contractors",
    },
    posts: rulersOfProject,
  },
];

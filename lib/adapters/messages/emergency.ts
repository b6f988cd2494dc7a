import type { NoticeFacts } from "../../app/ports/notices.ts";
import {
  type Announcement,
  type Emergency,
  harmOf,
  type TimedStage,
} from "../../domain/emergencies/emergency.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import {
  emergencyCategoryWords,
  emergencyOutcomeWords,
  reportStageWords,
} from "../../domain/words/emergencies.ts";
import { holder } from "./holders.ts";
import type { FactLine, Message, Words } from "./message.ts";
import { addressed, openPage } from "./staff.ts";
import { type Dates, datesIn } from "./when.ts";

/** Messages about an emergency event (D7): it was registered, or one of its reports is overdue. */
export function emergencyMessage(facts: NoticeFacts): Message {
  const { notice, emergency, project } = facts;
  if (notice.subject.kind !== "emergency" || emergency === undefined || project === undefined) {
    throw new TypeError(`notice ${notice.key} is rendered without its event`);
  }
  const { seq } = notice.subject;
  const announcement = emergency.announcements.find((candidate) => candidate.seq === seq);
  if (announcement === undefined) throw new TypeError(`announcement ${seq} of ${notice.key} is not there`);
  const dates = datesIn(emergency.registration.timeZone, facts.now);
  const what = happening(announcement, emergency, dates);
  const category = emergencyCategoryWords[emergency.registration.category];
  return {
    subject: {
      zh: `【${what.mark.zh}】${project.name}：${category.zh}`,
      en: `[${what.mark.en}] ${project.name}: ${category.en}`,
    },
    title: what.title,
    tone: "alarm",
    blocks: [
      { kind: "paragraph", words: addressed(facts, what.text) },
      { kind: "facts", lines: factLines(emergency, project, dates) },
      {
        kind: "quote",
        title: { zh: "经过", en: "What happened" },
        text: emergency.personal["1.description"]?.value ?? "（已清除）",
      },
      openPage(facts, `/emergencies/${emergency.registration.id}`),
    ],
  };
}

interface Happening {
  readonly mark: Words;
  readonly title: Words;
  readonly text: Words;
}

function happening({ about }: Announcement, emergency: Emergency, dates: Dates): Happening {
  return about === "registered" ? registered(emergency, dates) : overdue(about, emergency, dates);
}

function registered({ registration, due }: Emergency, dates: Dates): Happening {
  const marks: readonly Words[] = [
    ...(registration.accident ? [{ zh: "事故灾祸", en: "accident" }] : []),
    ...(registration.press ? [{ zh: "媒体负面报道", en: "press" }] : []),
  ];
  const limits = due.map(({ stage, dueAt, provisional }) => ({
    zh: `${reportStageWords[stage].zh} ${dates.at(dueAt)}${provisional ? "（暂定）" : ""}`,
    en: `${reportStageWords[stage].en} ${dates.en(dueAt)}${provisional ? " (provisional)" : ""}`,
  }));
  return {
    mark:
      marks.length === 0
        ? { zh: "突发事件", en: "Emergency" }
        : {
            zh: `即时上报·${marks.map(({ zh }) => zh).join("、")}`,
            en: `Report at once: ${marks.map(({ en }) => en).join(", ")}`,
          },
    title: { zh: "突发事件已登记", en: "An emergency event was registered" },
    text: {
      zh: `请即刻了解情况并督促报告。报告时限：${limits.map(({ zh }) => zh).join("；")}。`,
      en: `please look into it at once. Reports are due: ${limits.map(({ en }) => en).join("; ")}.`,
    },
  };
}

function overdue(stage: TimedStage, { due }: Emergency, dates: Dates): Happening {
  const name = reportStageWords[stage];
  const dueAt = due.find((limit) => limit.stage === stage)?.dueAt;
  if (dueAt === undefined) throw new TypeError(`the ${stage} report has no limit`);
  return {
    mark: { zh: `突发事件·${name.zh}超时`, en: `Emergency: ${name.en} overdue` },
    title: { zh: `${name.zh}已超时`, en: `The ${name.en} is overdue` },
    text: {
      zh: `该突发事件的${name.zh}应于 ${dates.at(dueAt)} 前提交，至今未提交。请督促。`,
      en: `the ${name.en} of this event was due at ${dates.en(dueAt)} and has not been given. Please see to it.`,
    },
  };
}

const notReported: Words = { zh: "未报", en: "not reported" };

function factLines(emergency: Emergency, project: Project, dates: Dates): FactLine[] {
  const { category, outcome, outsourced, departmentId, occurredAt, discoveredAt } = emergency.registration;
  const { injury, loss } = harmOf(emergency);
  const place = emergency.personal["1.place"]?.value;
  const name = emergency.personal["1.reporterName"]?.value ?? "（已清除）";
  const phone = emergency.personal["1.reporterPhone"]?.value ?? "";
  return [
    { label: { zh: "项目", en: "Project" }, value: project.name },
    { label: { zh: "类别", en: "Kind" }, value: emergencyCategoryWords[category], strong: true },
    {
      label: { zh: "性质", en: "Outcome" },
      value: {
        zh: `${emergencyOutcomeWords[outcome].zh}${outsourced ? "（外包）" : ""}`,
        en: `${emergencyOutcomeWords[outcome].en}${outsourced ? " (outsourced)" : ""}`,
      },
    },
    { label: { zh: "发生", en: "Occurred" }, value: dates.words(occurredAt) },
    { label: { zh: "发现", en: "Discovered" }, value: dates.words(discoveredAt) },
    ...(place === undefined ? [] : [{ label: { zh: "地点", en: "Place" }, value: place }]),
    {
      label: { zh: "伤亡", en: "Injury" },
      value:
        injury === undefined
          ? notReported
          : {
              zh: `死亡 ${injury.dead} 人，受伤 ${injury.injured} 人`,
              en: `${injury.dead} dead, ${injury.injured} injured`,
            },
      strong: true,
    },
    {
      label: { zh: "损失", en: "Loss" },
      value: loss === undefined ? notReported : { zh: `${loss} 元`, en: `CNY ${loss}` },
    },
    {
      label: { zh: "部门", en: "Department" },
      value: holder({ people: [], project }, departmentId, undefined),
    },
    { label: { zh: "填写人", en: "Reporter" }, value: `${name} ${phone}`.trim() },
  ];
}

import type { NoticeFacts } from "../../app/ports/notices.ts";
import { type Clock, dueAt } from "../../domain/clocks/clock.ts";
import { type Complaint, personalValue } from "../../domain/complaint/document.ts";
import type { Fact, StoredEvent } from "../../domain/complaint/events.ts";
import { clockNamed } from "../../domain/words/clocks.ts";
import { holder } from "./holders.ts";
import type { FactLine, Message, MessagePart, Words } from "./message.ts";
import { sentenceOf } from "./sentences.ts";
import { actingOn, addressed, complainantLine, matterQuote, ticketLine } from "./staff.ts";
import { type ComplaintSubject, complaintSubject } from "./subject.ts";

/** What somebody has done that another of us must know at once: given to your department, reported to you, yours to decide. */
export function handlingMessage(facts: NoticeFacts): Message {
  const subject = complaintSubject(facts);
  const { complaint, project, event, dates } = subject;
  const { number, id } = complaint.registration;
  const names = { people: facts.people, project };
  const sentence = sentenceOf(event.fact, names, dates);
  return {
    subject: {
      zh: `【办理】${number} ${project.name}：${sentence.zh}`,
      en: `[Handling] ${number} ${project.name}: ${sentence.en}`,
    },
    title: sentence,
    tone: "reminder",
    blocks: [
      { kind: "paragraph", words: addressed(facts, request(event.fact)) },
      {
        kind: "facts",
        lines: [
          { label: { zh: "编号", en: "Number" }, value: number, strong: true },
          { label: { zh: "项目", en: "Project" }, value: project.name },
          ...ticketLine(complaint),
          ...running(subject),
          ...actions(subject, event),
          {
            label: { zh: "现责任人", en: "Held by" },
            value: holder(names, complaint.departmentId, complaint.handlerId),
          },
          { label: { zh: "投诉人", en: "Complainant" }, value: complainantLine(complaint) },
        ],
      },
      ...told(complaint, event.seq),
      matterQuote(complaint),
      ...actingOn(facts, id),
    ],
  };
}

/** What the reader is asked to do. */
function request(fact: Fact): Words {
  switch (fact.type) {
    case "assigned":
    case "transferred":
      return {
        zh: "此投诉交由您的部门办理，请接单，在限期前处理并回报结果。",
        en: "this complaint is your department's. Please accept it, solve it and report the result before the limit.",
      };
    case "registrationCompleted":
    case "corrected":
      return {
        zh: "此投诉的经办人就是被投诉人，不能继续办理，请立即改派他人。",
        en: "whoever handles this complaint is the person complained of and may not go on with it. Please give it to somebody else now.",
      };
    case "stepRecorded":
      return {
        zh: "现就此投诉向您汇报，请批示。",
        en: "this complaint is reported to you. Please give your instruction.",
      };
    case "planWritten":
      return {
        zh: "处理方案已拟定，报您审阅。",
        en: "the handling plan is written and submitted to you.",
      };
    case "dailyReported":
      return { zh: "今日处理跟进情况如下。", en: "this is today's report." };
    case "followUpAttempted":
      return {
        zh: "回访中客户表示不满意，请决定返单或解释关闭。",
        en: "the customer is not satisfied. Please decide whether to reopen it or to explain and close.",
      };
    case "reopened":
      return {
        zh: "客户不满意，已返单，请重新处理。",
        en: "the customer is not satisfied and it is reopened. Please handle it again.",
      };
    case "classified":
      return {
        zh: "此投诉刚被认定为紧急或重大，请立即处理。",
        en: "this complaint has just been found urgent or grave. Please act at once.",
      };
    case "reviewed":
    case "recurrenceFound":
      return {
        zh: "以下整改项由您负责，请在期限前完成并提交证明。",
        en: "you are to put the following right. Please do so before the limit and hand in the evidence.",
      };
    case "actionVerified":
      return {
        zh: "整改验收未通过，退回给您，请继续整改。",
        en: "the corrective action did not pass and is yours again. Please go on with it.",
      };
    default:
      return customersRequest(fact);
  }
}

/** The same after something that the customer said. */
function customersRequest(fact: Fact): Words {
  switch (fact.type) {
    case "messageReceived":
      return {
        zh: "客户来信补充，请阅知并回复。",
        en: "the customer has written. Please read it and answer.",
      };
    case "urged":
      return {
        zh: "客户催办，请尽快处理并告知进展。",
        en: "the customer is waiting. Please go on with it and tell how far it is.",
      };
    case "statementGiven":
      return {
        zh: "被投诉人已作出陈述，请与投诉内容一并核实。",
        en: "whoever is complained of has stated the own account. Please weigh it with the complaint.",
      };
    case "opinionRecorded":
      return {
        zh: "客户对处理不满意，请了解原因并安排回访。",
        en: "the customer is not satisfied. Please find out why and arrange the follow-up.",
      };
    default:
      return ticketRequest(fact);
  }
}

/** The same of a government ticket. */
function ticketRequest(fact: Fact): Words {
  switch (fact.type) {
    case "ticketSentBack":
      return {
        zh: "此工单已退回平台，请停止办理。",
        en: "the ticket has gone back to the platform. Please stop working on it.",
      };
    case "objectionRuled":
      return fact.upheld
        ? {
            zh: "平台支持派单异议，请退单。",
            en: "the platform has upheld the objection. Please return the ticket.",
          }
        : {
            zh: "平台未支持派单异议，请按原时限办理。",
            en: "the platform has rejected the objection. Please go on within the ticket's time.",
          };
    case "ticketMerged":
      return {
        zh: "此工单已并单，请与主单一并办理和回复。",
        en: "the ticket is merged. Please handle and answer it together with the other.",
      };
    case "ticketExtensionRuled":
      return {
        zh: "平台已批复延期申请，请按下列时限办理。",
        en: "the platform has answered about more time. Please keep the limits below.",
      };
    case "ticketReturned":
      return {
        zh: "平台退回重办，请重新办理，在新的时限前报送回复件。",
        en: "the platform has returned the ticket. Please handle it again and send the reply document within the new time.",
      };
    case "ticketRated":
      return {
        zh: "平台已回访评价，请阅知；未解决或不满意的请了解原因。",
        en: "the platform has called the citizen back. Where it is not solved or not satisfactory, please find out why.",
      };
    default:
      throw new TypeError(`nobody is told of ${fact.type}`);
  }
}

const shown: readonly Clock["name"][] = ["external", "accept", "department", "firstReply", "result"];

/** The limits that still run, the department's own first. */
function running({ complaint, dates }: ComplaintSubject): FactLine[] {
  return complaint.clocks
    .filter(({ name, stoppedAt }) => stoppedAt === undefined && shown.includes(name))
    .toSorted((one, other) => shown.indexOf(one.name) - shown.indexOf(other.name))
    .map((clock) => ({
      label: clockNamed(clock),
      value: dates.words(dueAt(clock)),
      ...(clock.name === "department" ? { strong: true } : {}),
    }));
}

/** D15: the corrective actions that the event is about, with their limits. */
function actions({ complaint, dates }: ComplaintSubject, { seq, fact }: StoredEvent): FactLine[] {
  const ids = actionIds(fact);
  return (complaint.actions ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ id, dueAt }) => ({
      label: { zh: `整改项 ${id}`, en: `Corrective action ${id}` },
      value: [personalValue(complaint, seq, `measure.${id}`), dates.at(dueAt)]
        .filter((part) => part !== undefined)
        .join(" · "),
      strong: true,
    }));
}

function actionIds(fact: Fact): readonly string[] {
  switch (fact.type) {
    case "reviewed":
      return fact.actions.map(({ id }) => id);
    case "recurrenceFound":
      return [fact.action.id];
    case "actionVerified":
      return [fact.actionId];
    default:
      return [];
  }
}

/** What was written with it. */
function told(complaint: Complaint, seq: number): MessagePart[] {
  return ["text", "reason"].flatMap((field): MessagePart[] => {
    const text = personalValue(complaint, seq, field);
    return text === undefined ? [] : [{ kind: "quote", title: { zh: "说明", en: "In words" }, text }];
  });
}

import { maskedPhone } from "../../app/masking.ts";
import type { NoticeFacts } from "../../app/ports.ts";
import { type Clock, clockId, dueAt, isSameClock } from "../../domain/clocks/clock.ts";
import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import { decidedRule } from "../../domain/policy/built-in.ts";
import { secondsBetween } from "../../domain/time/instant.ts";
import { provisionalMark } from "./customer.ts";
import { historyLines } from "./history.ts";
import { holder, personName } from "./holders.ts";
import type { Block, FactLine, Message, Words } from "./message.ts";
import { className, clauseName, clockNames, levelName, place, postName, rungWords } from "./names.ts";
import { type ComplaintSubject, complaintSubject } from "./subject.ts";
import { duration } from "./when.ts";

const MATTER_LIMIT = 300;

/** A reminder before the limit, an escalation at or after it: the same facts, another urgency. */
export function ladderMessage(facts: NoticeFacts): Message {
  const subject = complaintSubject(facts);
  const { complaint, project, event, dates } = subject;
  if (event.fact.type !== "rungDecided") throw new TypeError(`event ${event.seq} is no rung of the ladder`);
  const { fact } = event;
  const { name } = fact;
  const clock = complaint.clocks.find((candidate) => isSameClock(candidate, fact));
  if (clock === undefined) throw new TypeError(`clock ${clockId(fact)} is not in the document`);
  const rule = decidedRule(fact);
  const state = stateOf(clock, facts.now);
  const words = clockNames[name];
  const { number } = complaint.registration;
  const mark = rule.kind === "escalation" ? "督办" : "提醒";
  const reason = rungWords(rule.time);
  return {
    subject: `【${complaint.registration.safety ? "安全·" : ""}${mark}】${number} ${project.name}：${words.zh}${state.zh}`,
    title: {
      zh: `${mark}：${words.zh}${state.zh}`,
      en: `${rule.kind === "escalation" ? "Escalation" : "Reminder"}: ${words.en} ${state.en}`,
    },
    tone: rule.kind === "escalation" ? "alarm" : "reminder",
    blocks: [
      { kind: "paragraph", words: lead(facts, mark, reason, words) },
      { kind: "facts", lines: factLines(facts, subject, clock, reason, state) },
      {
        kind: "quote",
        title: { zh: "投诉内容", en: "Matter" },
        text: shortened(registeredValue(complaint, "matter") ?? "（内容已按要求删除）"),
      },
      {
        kind: "list",
        title: { zh: "已做的工作", en: "Done so far" },
        lines: historyLines(complaint, { people: facts.people, project }, dates),
      },
      ...acknowledging(facts),
      whereToAct(facts, complaint),
    ],
  };
}

/** Over or not, as of the moment the mail is written: the clerk may have replied meanwhile. */
function stateOf(clock: Clock, now: string): Words {
  const due = dueAt(clock);
  const end = clock.stoppedAt ?? now;
  const span = duration(due, end);
  if (clock.stoppedAt !== undefined) {
    return end > due
      ? { zh: `已完成（超时${span.zh}）`, en: `done, ${span.en} late` }
      : { zh: "已按时完成", en: "done in time" };
  }
  // The rung at the limit fires on its very instant: then nothing is left, and nothing is late by a whole minute.
  if (Math.abs(secondsBetween(due, end)) < 60) return { zh: "时限已到", en: "due now" };
  return end > due
    ? { zh: `已超时${span.zh}`, en: `overdue by ${span.en}` }
    : { zh: `还剩${span.zh}`, en: `due in ${span.en}` };
}

function lead(facts: NoticeFacts, mark: string, reason: Words, clock: Words): Words {
  const { recipient } = facts.notice;
  if (recipient.kind !== "person") throw new TypeError("messages of the ladder go to people of the company");
  const instead =
    recipient.insteadOf === undefined
      ? ""
      : `（「${postName(recipient.insteadOf)}」当前无人在岗，由您代为接收）`;
  return {
    zh: `${personName(facts.people, recipient.id)}（${postName(recipient.post)}），您好！下面这件投诉的「${clock.zh}」触发${mark}：${reason.zh}。请尽快跟进。${instead}`,
    en: `This complaint needs you: ${reason.en} (${clock.en}).`,
  };
}

function factLines(
  facts: NoticeFacts,
  { complaint, project, dates }: ComplaintSubject,
  clock: Clock,
  reason: Words,
  state: Words,
): FactLine[] {
  const [first] = clock.limits;
  const { registration } = complaint;
  return [
    { label: { zh: "编号", en: "Number" }, value: registration.number, strong: true },
    { label: { zh: "项目", en: "Project" }, value: project.name },
    { label: { zh: "级别", en: "Level" }, value: levelName(complaint) },
    { label: { zh: "分类", en: "Class" }, value: className(complaint) },
    ...(registration.safety
      ? [{ label: { zh: "安全", en: "Safety" }, value: "涉及人身/财产安全", strong: true }]
      : []),
    {
      label: { zh: "时限", en: "Clock" },
      value: `${clockNames[clock.name].zh}\n依据${clauseName(first?.clause ?? "")}`,
    },
    {
      label: { zh: "应完成", en: "Due" },
      value: `${dates.at(dueAt(clock))}${provisionalMark(first?.provisional ?? false)}`,
    },
    { label: { zh: "现状", en: "State" }, value: state.zh, strong: true },
    { label: { zh: "触发", en: "Step" }, value: reason.zh },
    {
      label: { zh: "现责任人", en: "Held by" },
      value: holder({ people: facts.people, project }, complaint.departmentId, complaint.handlerId),
    },
    { label: { zh: "投诉人", en: "Complainant" }, value: complainant(complaint) },
  ];
}

/** Name, room and a masked phone: enough to know whom it is about, no more. */
function complainant(complaint: Complaint): string {
  if (complaint.registration.anonymous) return "匿名";
  const phone = registeredValue(complaint, "phone");
  const parts = [
    registeredValue(complaint, "name"),
    place(complaint.registration.location),
    phone === undefined ? undefined : maskedPhone(phone),
  ].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? "未留姓名" : parts.join("　");
}

/** At most 300 UTF-16 units, never half a character. */
function shortened(matter: string): string {
  if (matter.length <= MATTER_LIMIT) return matter;
  return `${matter.slice(0, MATTER_LIMIT).replace(/[\ud800-\udbff]$/, "")}……`;
}

/** One tap, then a page with a button: a mail scanner that opens the link acknowledges nothing. */
function acknowledging({ acknowledgeUrl }: NoticeFacts): Block[] {
  if (acknowledgeUrl === undefined) return [];
  return [{ kind: "link", words: { zh: "知晓，我来跟进", en: "Acknowledge" }, url: acknowledgeUrl }];
}

/** Plain text, not a button: the address wants a staff token, which a browser does not have without a staff page. */
function whereToAct({ publicUrl }: NoticeFacts, complaint: Complaint): Block {
  const url = `${publicUrl}/complaints/${complaint.registration.id}`;
  return {
    kind: "paragraph",
    words: { zh: `处理接口（需员工令牌）：${url}`, en: `Act on it (staff token needed): ${url}` },
  };
}

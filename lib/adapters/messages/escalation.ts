import type { NoticeFacts } from "../../app/ports/notices.ts";
import { type Clock, clockId, dueAt, firstLimit, isSameClock } from "../../domain/clocks/clock.ts";
import { rungWords } from "../../domain/clocks/rung-words.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { isGrave, levelInForce } from "../../domain/complaint/rules/levels.ts";
import { type DecidedRule, decidedRule } from "../../domain/policy/built-in.ts";
import { basedOn } from "../../domain/regulations/clause.ts";
import { secondsBetween } from "../../domain/time/instant.ts";
import { clockNamed } from "../../domain/words/clocks.ts";
import { levelLabel } from "../../domain/words/complaint.ts";
import { provisionalMark } from "./customer.ts";
import { historyLines } from "./history.ts";
import { holder } from "./holders.ts";
import type { FactLine, Message, Words } from "./message.ts";
import { className, levelName } from "./names.ts";
import { actingOn, addressed, complainantLine, matterQuote, ticketLine } from "./staff.ts";
import { type ComplaintSubject, complaintSubject } from "./subject.ts";
import { duration } from "./when.ts";

/** A reminder before the limit, an escalation at or after it: the same facts, another urgency. */
export function ladderMessage(facts: NoticeFacts): Message {
  const subject = complaintSubject(facts);
  const { complaint, project, event, dates } = subject;
  if (event.fact.type !== "rungDecided") throw new TypeError(`event ${event.seq} is no rung of the ladder`);
  const { fact } = event;
  const clock = complaint.clocks.find((candidate) => isSameClock(candidate, fact));
  if (clock === undefined) throw new TypeError(`clock ${clockId(fact)} is not in the document`);
  const rule = decidedRule(fact);
  const state = stateOf(clock, facts.now);
  const words = clockNamed(clock);
  const reason = rungWords(rule);
  const said = sayingOf({ complaint, rule, clock: words, state, reason });
  const { number } = complaint.registration;
  return {
    subject: {
      zh: `【${said.mark.zh}】${number} ${project.name}：${said.what.zh}`,
      en: `[${said.mark.en}] ${number} ${project.name}: ${said.what.en}`,
    },
    title: { zh: `${said.mark.zh}：${said.what.zh}`, en: `${said.mark.en}: ${said.what.en}` },
    tone: rule.kind === "escalation" || rule.onlyIf === "grave" ? "alarm" : "reminder",
    blocks: [
      { kind: "paragraph", words: addressed(facts, said.request) },
      { kind: "facts", lines: factLines(facts, subject, clock, reason, state) },
      matterQuote(complaint),
      {
        kind: "list",
        title: { zh: "已做的工作", en: "Done so far" },
        lines: historyLines(complaint, { people: facts.people, project }, dates),
      },
      ...actingOn(facts, complaint.registration.id),
    ],
  };
}

interface EscalationFacts {
  readonly complaint: Complaint;
  readonly rule: DecidedRule;
  readonly clock: Words;
  readonly state: Words;
  readonly reason: Words;
}

/** What it is about in a line, and what the reader is asked for. A level A or B is news in itself, not the time left (D11). */
function sayingOf({
  complaint,
  rule,
  clock,
  state,
  reason,
}: EscalationFacts): Record<"mark" | "what" | "request", Words> {
  const level = levelInForce(complaint);
  const mark = rule.kind === "escalation" ? { zh: "督办", en: "Escalation" } : { zh: "提醒", en: "Reminder" };
  const named = level === undefined ? undefined : levelLabel(level);
  if (rule.onlyIf === "grave" && named !== undefined) {
    return {
      mark: { zh: `${level}级·上报`, en: `Level ${level}` },
      what: named,
      request: {
        zh: `下面这件投诉已定为「${named.zh}」，立即向您报告。请掌握情况并作出指示。`,
        en: `this complaint is a level ${named.en} and is reported to you at once. Please give your instruction.`,
      },
    };
  }
  const grave = isGrave(level) ? { zh: `${level}级·`, en: `Level ${level} · ` } : { zh: "", en: "" };
  const safety = complaint.registration.safety ? { zh: "安全·", en: "Safety · " } : { zh: "", en: "" };
  return {
    mark: { zh: `${safety.zh}${grave.zh}${mark.zh}`, en: `${safety.en}${grave.en}${mark.en}` },
    what: { zh: `${clock.zh}${state.zh}`, en: `${clock.en} ${state.en}` },
    request: {
      zh: `下面这件投诉的「${clock.zh}」触发${mark.zh}：${reason.zh}。请尽快跟进。`,
      en: `this complaint needs you: ${reason.en} (${clock.en}).`,
    },
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

function factLines(
  facts: NoticeFacts,
  { complaint, project, dates }: ComplaintSubject,
  clock: Clock,
  reason: Words,
  state: Words,
): FactLine[] {
  const first = firstLimit(clock);
  const { registration } = complaint;
  const clause = basedOn(first.clause);
  const mark = provisionalMark(first.provisional);
  return [
    { label: { zh: "编号", en: "Number" }, value: registration.number, strong: true },
    { label: { zh: "项目", en: "Project" }, value: project.name },
    ...ticketLine(complaint),
    { label: { zh: "级别", en: "Level" }, value: levelName(complaint) },
    { label: { zh: "分类", en: "Class" }, value: className(complaint) },
    ...(registration.safety
      ? [
          {
            label: { zh: "安全", en: "Safety" },
            value: { zh: "涉及人身/财产安全", en: "persons or property in danger" },
            strong: true,
          },
        ]
      : []),
    {
      label: { zh: "时限", en: "Clock" },
      value: {
        zh: `${clockNamed(clock).zh}\n${clause.zh}`,
        en: `${clockNamed(clock).en}\n${clause.en}`,
      },
    },
    {
      label: { zh: "应完成", en: "Due" },
      value: { zh: `${dates.at(dueAt(clock))}${mark.zh}`, en: `${dates.en(dueAt(clock))}${mark.en}` },
    },
    { label: { zh: "现状", en: "State" }, value: state, strong: true },
    { label: { zh: "触发", en: "Step" }, value: reason },
    {
      label: { zh: "现责任人", en: "Held by" },
      value: holder({ people: facts.people, project }, complaint.departmentId, complaint.handlerId),
    },
    { label: { zh: "投诉人", en: "Complainant" }, value: complainantLine(complaint) },
  ];
}

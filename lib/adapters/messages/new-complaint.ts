import type { NoticeFacts } from "../../app/ports/notices.ts";
import { type Clock, dueAt } from "../../domain/clocks/clock.ts";
import { channelWords } from "../../domain/words/channels.ts";
import { clockNamed } from "../../domain/words/clocks.ts";
import { recordKindWords } from "../../domain/words/complaint.ts";
import { capital } from "../../domain/words/words.ts";
import type { FactLine, Message } from "./message.ts";
import { className } from "./names.ts";
import { actingOn, addressed, complainantLine, matterQuote, ticketLine } from "./staff.ts";
import { type ComplaintSubject, complaintSubject } from "./subject.ts";

const shown: readonly Clock["name"][] = ["external", "firstReply", "result"];

/** Something new has come that nobody has been given yet: what it is, and until when it must be answered. */
export function newComplaint(facts: NoticeFacts): Message {
  const subject = complaintSubject(facts);
  const { complaint, project, dates } = subject;
  const { number, channel, recordKind, receivedAt, id } = complaint.registration;
  const kind = recordKindWords[recordKind];
  const title = { zh: `新${kind.zh}：${number}`, en: `New ${kind.en}: ${number}` };
  return {
    subject: {
      zh: `【新${kind.zh}】${number} ${project.name}`,
      en: `[New ${kind.en}] ${number} ${project.name}`,
    },
    title,
    tone: "reminder",
    blocks: [
      {
        kind: "paragraph",
        words: addressed(facts, {
          zh: "刚登记的下面这一件尚未指派，请阅知并安排。",
          en: "this has just been registered and is nobody's yet. Please read it and see that it is assigned.",
        }),
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "编号", en: "Number" }, value: number, strong: true },
          { label: { zh: "项目", en: "Project" }, value: project.name },
          ...ticketLine(complaint),
          {
            label: { zh: "来源", en: "Source" },
            value: { zh: channelWords[channel].zh, en: capital(channelWords[channel].en) },
          },
          { label: { zh: "受理时间", en: "Received" }, value: dates.words(receivedAt) },
          { label: { zh: "分类", en: "Class" }, value: className(complaint) },
          ...limits(subject),
          { label: { zh: "投诉人", en: "Complainant" }, value: complainantLine(complaint) },
        ],
      },
      matterQuote(complaint),
      ...actingOn(facts, id),
    ],
  };
}

function limits({ complaint, dates }: ComplaintSubject): FactLine[] {
  return complaint.clocks
    .filter(({ name, stoppedAt }) => stoppedAt === undefined && shown.includes(name))
    .toSorted((one, other) => shown.indexOf(one.name) - shown.indexOf(other.name))
    .map((clock) => ({ label: clockNamed(clock), value: dates.words(dueAt(clock)) }));
}

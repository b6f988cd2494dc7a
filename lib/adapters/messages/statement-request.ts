import type { NoticeFacts } from "../../app/ports/notices.ts";
import { personName } from "./holders.ts";
import type { Message } from "./message.ts";
import { openPage } from "./staff.ts";
import { complaintSubject } from "./subject.ts";

/** D4: asks whoever is complained of for a statement. Nothing of who complained, where or what was said stands in it. */
export function statementRequest(facts: NoticeFacts): Message {
  const { complaint, project, dates } = complaintSubject(facts);
  const { recipient } = facts.notice;
  if (recipient.kind !== "person") throw new TypeError("a statement is asked of a person of the company");
  const { id, number, receivedAt } = complaint.registration;
  const name = personName(facts.people, recipient.id);
  return {
    subject: { zh: `【陈述】${number} ${project.name}`, en: `[Statement] ${number} ${project.name}` },
    title: { zh: "请您作出陈述", en: "Your statement is asked for" },
    tone: "reminder",
    blocks: [
      {
        kind: "paragraph",
        words: {
          zh: `${name}，您好！有一件投诉涉及您本人。您不参与处理，也看不到投诉人和投诉内容；请在系统中陈述有关情况，由负责人一并核实。`,
          en: `${name}: a complaint concerns you. You take no part in its handling and do not see who complained or what was said. Please state your own account; whoever decides will weigh it.`,
        },
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "编号", en: "Number" }, value: number, strong: true },
          { label: { zh: "项目", en: "Project" }, value: project.name },
          { label: { zh: "受理时间", en: "Received" }, value: dates.words(receivedAt) },
        ],
      },
      openPage(facts, `/c/${id}?do=statement`),
    ],
  };
}

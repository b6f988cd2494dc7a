import type { NoticeFacts } from "../../app/ports/notices.ts";
import { grades } from "../../contracts/core/grades.ts";
import { gradeWords } from "../../domain/words/complaint.ts";
import { labelOf } from "../../domain/words/words.ts";
import { tracking } from "./acknowledgement.ts";
import { greeted } from "./customer.ts";
import type { Message, MessagePart } from "./message.ts";
import { complaintSubject } from "./subject.ts";

/** To the complainant who was told the result in person (D4, D13 满意度调查): one tap per grade, then a page to confirm. */
export function satisfactionRequest(facts: NoticeFacts): Message {
  const { complaint, project, event, dates } = complaintSubject(facts);
  const { number } = complaint.registration;
  return {
    subject: {
      zh: `【满意度】请评价投诉 ${number} 的处理`,
      en: `[Your opinion] How did we handle complaint ${number}?`,
    },
    title: { zh: "请评价本次处理", en: "How did we handle your complaint?" },
    tone: "calm",
    blocks: [
      {
        kind: "paragraph",
        words: greeted(complaint, {
          zh: "您反映的问题已处理完成，结果已告知您。请您评价本次处理，不满意的请写明原因，我们会继续跟进。",
          en: "we have told you the result of your complaint. Please grade how we handled it; if you are not satisfied, tell us why and we will follow it up.",
        }),
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "投诉编号", en: "Number" }, value: number },
          { label: { zh: "项目", en: "Project" }, value: project.name },
          { label: { zh: "处理完成", en: "Done" }, value: dates.words(event.occurredAt) },
        ],
      },
      ...gradeChoices(facts),
      ...tracking(facts),
    ],
  };
}

/** A link per grade, the best first. Opening one changes nothing: its page has the button. */
export function gradeChoices({ ratingUrl }: NoticeFacts): MessagePart[] {
  if (ratingUrl === undefined) return [];
  const choices = grades.toReversed().map((grade) => ({
    label: String(grade),
    words: labelOf(gradeWords[grade]),
    url: `${ratingUrl}&grade=${grade}`,
  }));
  return [
    { kind: "choices", title: { zh: "您是否满意", en: "Are you satisfied?" }, choices, url: ratingUrl },
  ];
}

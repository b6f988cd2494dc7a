import type { NoticeFacts } from "../../app/ports/notices.ts";
import { registeredValue } from "../../domain/complaint/document.ts";
import { greeted, timeNodes } from "./customer.ts";
import type { Message, MessagePart } from "./message.ts";
import { complaintSubject } from "./subject.ts";

/** To the complainant after registration (D6): thanks and apology, the number, the next steps with their time nodes. */
export function acknowledgement(facts: NoticeFacts): Message {
  const { complaint, project, dates } = complaintSubject(facts);
  const { number, receivedAt } = complaint.registration;
  const subject = registeredValue(complaint, "subject");
  const blocks: MessagePart[] = [
    {
      kind: "paragraph",
      words: greeted(complaint, {
        zh: "您反映的问题我们已经登记。给您带来不便，我们深表歉意。",
        en: "we have registered your complaint and are sorry for the inconvenience.",
      }),
    },
    {
      kind: "facts",
      lines: [
        { label: { zh: "投诉编号", en: "Number" }, value: number, strong: true },
        { label: { zh: "项目", en: "Project" }, value: project.name },
        { label: { zh: "收到时间", en: "Received" }, value: dates.words(receivedAt) },
        ...(subject === undefined || subject === ""
          ? []
          : [{ label: { zh: "您的来信", en: "Your mail" }, value: subject }]),
        ...timeNodes(complaint, dates),
      ],
    },
    {
      kind: "paragraph",
      words: {
        zh: "下一步：我们将到现场或与相关部门核实情况，在首次回复时限前告知您处理安排，并在处理结果时限前告知您结果。",
        en: "Next: we look into the matter, tell you our plan before the first-reply time and the result before the result time.",
      },
    },
    ...tracking(facts),
  ];
  return {
    subject: {
      zh: `【已受理】您的投诉已登记，编号 ${number}`,
      en: `[Registered] Your complaint has the number ${number}`,
    },
    title: { zh: "您的投诉已受理", en: "Your complaint has been registered" },
    tone: "calm",
    blocks,
  };
}

/** The link to the complainant's own progress page. */
export function tracking({ trackingUrl }: NoticeFacts): MessagePart[] {
  if (trackingUrl === undefined) return [];
  return [{ kind: "link", words: { zh: "查询处理进度", en: "See the progress" }, url: trackingUrl }];
}

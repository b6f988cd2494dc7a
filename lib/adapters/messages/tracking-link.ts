import type { NoticeFacts } from "../../app/ports/notices.ts";
import { tracking } from "./acknowledgement.ts";
import { greeted } from "./customer.ts";
import type { Message } from "./message.ts";
import { complaintSubject } from "./subject.ts";

/** To the complainant who has lost the link: number and link once more, nothing of the matter. */
export function trackingLink(facts: NoticeFacts): Message {
  const { complaint, project } = complaintSubject(facts);
  const { number } = complaint.registration;
  return {
    subject: { zh: `【查询链接】您的投诉 ${number}`, en: `[Your link] Complaint ${number}` },
    title: { zh: "您的查询链接", en: "The link to your complaint" },
    tone: "calm",
    blocks: [
      {
        kind: "paragraph",
        words: greeted(complaint, {
          zh: "应您的要求，再次发送查询链接。凭此链接可以查看进度、补充情况和评价处理，请勿转给他人。",
          en: "here is your link once more. With it you see the progress, add something and grade the handling; please keep it to yourself.",
        }),
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "投诉编号", en: "Number" }, value: number, strong: true },
          { label: { zh: "项目", en: "Project" }, value: project.name },
        ],
      },
      ...tracking(facts),
    ],
  };
}

import type { NoticeFacts } from "../../app/ports/notices.ts";
import type { PersonDataKind } from "../../domain/person-data/request.ts";
import type { Message, Words } from "./message.ts";
import { addressed, openPage } from "./staff.ts";
import { datesIn } from "./when.ts";

const asksFor: Readonly<Record<PersonDataKind, Words>> = {
  export: { zh: "查阅、复制", en: "a copy" },
  erasure: { zh: "删除", en: "erasure" },
};

/** Somebody asks for a copy or erasure of the own data, and nobody has acted on it; it names a number and no person (个人信息保护法 50). */
export function personDataMessage(facts: NoticeFacts): Message {
  const { asked, project, now } = facts;
  if (asked === undefined || project === undefined)
    throw new Error("a notice about a request without the request");
  const dates = datesIn(project.timeZone, now);
  const isLate = asked.dueAt <= now;
  const title = isLate
    ? { zh: "个人信息请求已过期限，请立即办理", en: "A request about personal data is overdue" }
    : { zh: "有人提出个人信息请求", en: "Somebody asks about personal data" };
  return {
    subject: {
      zh: `【个人信息】${project.name} 投诉 ${asked.number}：${asksFor[asked.kind].zh}`,
      en: `[Personal data] ${project.name}, complaint ${asked.number}: ${asksFor[asked.kind].en}`,
    },
    title,
    tone: isLate ? "alarm" : "reminder",
    blocks: [
      {
        kind: "paragraph",
        words: addressed(facts, {
          zh: "请核实本人身份后办理：由总部开始制作副本或删除，或写明理由不予办理。",
          en: "make sure who it is, then have headquarters begin the copy or the erasure, or refuse it with the reason.",
        }),
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "请求", en: "Asked for" }, value: asksFor[asked.kind], strong: true },
          { label: { zh: "投诉编号", en: "Complaint" }, value: asked.number },
          {
            label: { zh: "提出时间", en: "Asked" },
            value: { zh: dates.at(asked.askedAt), en: dates.en(asked.askedAt) },
          },
          {
            label: { zh: "办理期限", en: "To be decided by" },
            value: { zh: dates.at(asked.dueAt), en: dates.en(asked.dueAt) },
            strong: true,
          },
        ],
      },
      openPage(facts, "/admin/person-data"),
    ],
  };
}

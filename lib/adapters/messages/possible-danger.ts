import type { NoticeFacts } from "../../app/ports/notices.ts";
import { registeredValue } from "../../domain/complaint/document.ts";
import type { Message } from "./message.ts";
import { place } from "./names.ts";
import { whereToAct } from "./staff.ts";
import { complaintSubject } from "./subject.ts";

/** D6: words of danger in a complaint that nobody has called urgent; the reader decides and acts at once. */
export function possibleDanger(facts: NoticeFacts): Message {
  const { complaint, project, event } = complaintSubject(facts);
  if (event.fact.type !== "hinted") throw new TypeError(`event ${event.seq} is no hint`);
  const matter = registeredValue(complaint, "matter") ?? "";
  const words = event.fact.evidence
    .filter(({ speaksFor }) => speaksFor === "safety")
    .map(({ from, to }) => matter.slice(from, to));
  const { number, location } = complaint.registration;
  return {
    subject: {
      zh: `【可能涉及安全】${number} ${project.name}`,
      en: `[Possible danger] ${number} ${project.name}`,
    },
    title: { zh: "可能涉及安全，请立即核实", en: "Possible danger: look at once" },
    tone: "alarm",
    blocks: [
      {
        kind: "paragraph",
        words: {
          zh: "来件中出现下列字样，登记时未标明紧急。请立即联系投诉人核实；属实的请在分类时勾选安全，时限随即缩短。",
          en: "The complaint holds the words below and was not marked urgent. Call now; if true, mark it as safety when classifying, which shortens the limits.",
        },
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "字样", en: "Words" }, value: [...new Set(words)].join("、"), strong: true },
          { label: { zh: "地点", en: "Place" }, value: place(location) || { zh: "未说明", en: "not told" } },
        ],
      },
      { kind: "quote", title: { zh: "投诉内容", en: "Matter" }, text: matter },
      whereToAct(facts, `/complaints/${complaint.registration.id}`),
    ],
  };
}

import type { NoticeFacts } from "../../app/ports/notices.ts";
import { personalValue, registeredValue } from "../../domain/complaint/document.ts";
import { omit } from "../../domain/present.ts";
import { placeWords } from "../../domain/words/place.ts";
import type { Message, Words } from "./message.ts";
import { actingOn } from "./staff.ts";
import { complaintSubject } from "./subject.ts";

const ofNew: Words = {
  zh: "来件中出现下列字样，登记时未标明紧急。请立即联系投诉人核实；属实的请在分类时勾选安全，时限随即缩短。",
  en: "The complaint holds the words below and was not marked urgent. Call now; if true, mark it as safety when classifying, which shortens the limits.",
};
const ofLater: Words = {
  zh: "客户后来所说的话中出现下列字样。请立即联系客户核实；属实的请在分类时勾选安全，已结案的请返单。",
  en: "What the customer said later holds the words below. Call now; if true, mark it as safety when classifying, or reopen it if it is closed.",
};

const inWholeLetter: Words = { zh: "在来信全文中，见附件", en: "in the whole letter, among the files" };

/** D6: words of danger in a complaint that nobody has called urgent; the reader decides and acts at once. */
export function possibleDanger(facts: NoticeFacts): Message {
  const { complaint, project, event } = complaintSubject(facts);
  if (event.fact.type !== "hinted") throw new TypeError(`event ${event.seq} is no hint`);
  const { heardIn } = event.fact;
  const matter = registeredValue(complaint, "matter") ?? "";
  const later = heardIn === undefined ? undefined : (personalValue(complaint, event.seq - 1, heardIn) ?? "");
  const words = event.fact.evidence
    .filter(({ speaksFor }) => speaksFor === "safety")
    .map(({ from, to }) => (later ?? matter).slice(from, to));
  const { number, anonymous, location } = complaint.registration;
  // Anonymous is anonymous: a flat says whose it is. Behind the cut of a long letter a phrase stands in the whole one.
  const where = placeWords(anonymous ? omit(location, "unit", "room") : location);
  const said = [...new Set(words)].filter((word) => word !== "").join("、");
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
        words: heardIn === undefined ? ofNew : ofLater,
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "字样", en: "Words" }, value: said || inWholeLetter, strong: true },
          { label: { zh: "地点", en: "Place" }, value: where || { zh: "未说明", en: "not told" } },
        ],
      },
      ...(later === undefined || heardIn === "matter"
        ? []
        : [{ kind: "quote" as const, title: { zh: "客户刚才所说", en: "What was said now" }, text: later }]),
      { kind: "quote", title: { zh: "投诉内容", en: "Matter" }, text: matter },
      ...actingOn(facts, complaint.registration.id),
    ],
  };
}

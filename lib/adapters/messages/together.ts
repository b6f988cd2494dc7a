import type { NoticeFacts } from "../../app/ports/notices.ts";
import { clockId } from "../../domain/clocks/clock.ts";
import type { FactLine, Message, MessagePart, Words } from "./message.ts";
import { openPage } from "./staff.ts";

/** A message with what it is written from. */
export interface WrittenMessage {
  readonly facts: NoticeFacts;
  readonly message: Message;
}

/** How many are named in a subject. */
const NAMED = 3;

/** Of two about one clock the later; news only where nothing else is said of the same complaint. */
export function withoutTwins(given: readonly WrittenMessage[]): readonly WrittenMessage[] {
  const all = given.toSorted((one, other) => seqOf(one.facts) - seqOf(other.facts));
  const isNews = ({ facts }: WrittenMessage) => facts.notice.template === "new-complaint";
  return all.filter(
    (one, index) =>
      !all.some(
        (other, place) =>
          other !== one &&
          documentOf(other.facts) === documentOf(one.facts) &&
          (isNews(one)
            ? !isNews(other) || place > index
            : !isNews(other) && isOneClock(one, other, place > index)),
      ),
  );
}

function isOneClock(one: WrittenMessage, other: WrittenMessage, isLater: boolean): boolean {
  const clock = clockOf(one.facts);
  return isLater && clock !== undefined && clock === clockOf(other.facts);
}

/** Several messages to one person as one: what they are about in a line each, then each with its facts and links. */
export function together(all: readonly WrittenMessage[], publicUrl: string): Message {
  const numbers = [...new Map(all.map(({ facts }) => [documentOf(facts), nameOf(facts)])).values()];
  const named = numbers.slice(0, NAMED);
  const more = numbers.length > NAMED ? { zh: "等", en: " …" } : { zh: "", en: "" };
  const isNews = all.every(({ facts }) => facts.notice.template === "new-complaint");
  const mark: Words = isNews ? { zh: "新登记", en: "New" } : { zh: "提醒", en: "Reminder" };
  const count = String(all.length);
  const what: Words = isNews
    ? { zh: `${count} 件尚未指派`, en: `${count} not assigned yet` }
    : { zh: `${count} 项待跟进`, en: `${count} need you` };
  return {
    subject: {
      zh: `【${mark.zh}】${what.zh}：${named.map(({ zh }) => zh).join("、")}${more.zh}`,
      en: `[${mark.en}] ${what.en}: ${named.map(({ en }) => en).join(", ")}${more.en}`,
    },
    title: what,
    tone: all.some(({ message }) => message.tone === "alarm") ? "alarm" : "reminder",
    blocks: [
      { kind: "facts", lines: all.map(overview) },
      openPage({ publicUrl }, "/"),
      ...all.flatMap(({ message }): MessagePart[] => [
        { kind: "paragraph", words: message.title },
        ...message.blocks.filter(({ kind }) => kind === "facts" || kind === "quote" || kind === "link"),
      ]),
    ],
  };
}

function overview({ facts, message }: WrittenMessage): FactLine {
  return { label: nameOf(facts), value: message.title, strong: message.tone === "alarm" };
}

function documentOf({ notice: { subject } }: NoticeFacts): string {
  return "id" in subject ? `${subject.kind} ${subject.id}` : subject.kind;
}

function nameOf({ complaint, group }: NoticeFacts): Words {
  const number = complaint?.registration.number ?? group?.members[0]?.number ?? "";
  const size = group?.members.length;
  return size === undefined
    ? { zh: number, en: number }
    : { zh: `${number} 等 ${size} 件`, en: `${number} and others (${size})` };
}

function seqOf({ notice: { subject } }: NoticeFacts): number {
  return "seq" in subject ? subject.seq : 0;
}

function clockOf({ notice: { subject }, complaint, group }: NoticeFacts): string | undefined {
  if (!("seq" in subject)) return undefined;
  const events = complaint?.events ?? group?.events ?? [];
  const fact = events.find(({ seq }) => seq === subject.seq)?.fact;
  return fact?.type === "rungDecided" ? clockId(fact) : undefined;
}

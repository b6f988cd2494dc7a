import type { MailSign } from "../../app/ports/mail.ts";
import { DefectList } from "./defects.ts";
import type { Part } from "./structure.ts";
import { decodeTransfer } from "./transfer.ts";

type Gesture = Extract<MailSign, "meeting-answer" | "recall" | "reaction">;

/** Longer words than these were written by somebody. */
const SHORT = 400;
const RECALL_SUBJECT = /^\s*(?:撤回|召回|回收|recall|zurückrufen|rappel)\s*[:：]/i;
const RECALL_WORDS =
  /would like to recall the (?:message|e-?mail)|(?:想要?|希望|将)\s*(?:撤回|召回)(?:邮件|此邮件|该邮件)|(?:想要?|希望|將)\s*(?:收回|回收)郵件/i;
const REACTION_WORDS =
  /^\s*\S.{0,80}?\s*(?:reacted to your (?:message|e-?mail)\b|(?:对|對)(?:你|您)的(?:邮件|郵件|消息|訊息)(?:做出了?|作出了?|表示了?)(?:回应|反应|回應|反應))\s*(?:[:：]|$)/im;
const METHOD = /^METHOD:\s*(?:REPLY|COUNTER|DECLINECOUNTER|REFRESH)\s*$/im;

/**
 * What a mail program sends at one tap: the answer to a meeting (RFC 5546 METHOD:REPLY), a recall, a reaction (RFC 9078,
 * Gmail, Outlook). An invitation is none: somebody wants to meet. Words of a subject alone are none either.
 */
export function readGestures(root: Part, subject: string, text: string): Gesture[] {
  const parts = [...everyPart(root)];
  const isShort = text.trim().length <= SHORT;
  const found: Gesture[] = [];
  if (parts.some(isMeetingAnswer)) found.push("meeting-answer");
  if (isShort && RECALL_SUBJECT.test(subject) && RECALL_WORDS.test(text)) found.push("recall");
  if (parts.some(isReaction) || (isShort && REACTION_WORDS.test(text))) found.push("reaction");
  return found;
}

function* everyPart(part: Part): Generator<Part> {
  yield part;
  for (const child of part.children) yield* everyPart(child);
}

function isMeetingAnswer(part: Part): boolean {
  if (part.type !== "text/calendar") return false;
  const method = part.contentType.parameters.get("method");
  if (method !== undefined) return METHOD.test(`METHOD:${method}`);
  const encoding = part.headers.text("content-transfer-encoding") ?? "";
  return METHOD.test(decodeTransfer(part.body, encoding, new DefectList()).toString("latin1", 0, 65_536));
}

function isReaction({ type, disposition }: Part): boolean {
  return disposition.value === "reaction" || type === "text/vnd.google.email-reaction+json";
}

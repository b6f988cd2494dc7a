import type { MailAttachment, MailSign } from "../../app/ports/mail.ts";
import { type MailAddress, parseSender, recipientAddresses } from "./addresses.ts";
import { collectContent } from "./body.ts";
import { decodeText } from "./charset.ts";
import { parseDate } from "./dates.ts";
import { type Defect, DefectList } from "./defects.ts";
import { decodeHeaderText } from "./encoded-words.ts";
import { readFlags } from "./flags.ts";
import { readGestures } from "./gestures.ts";
import type { Headers } from "./headers.ts";
import { type SplitText, splitQuoted } from "./quoted.ts";
import { asMailBytes } from "./raw.ts";
import { readPart } from "./structure.ts";

export type { MailAddress } from "./addresses.ts";
export type { Defect } from "./defects.ts";

/** A mail as the intake needs it. `text` and `quoted` together hold the whole letter. */
export type WholeMail = {
  /** First sender; `address` is "" where the mail names nobody to answer to. */
  from: MailAddress | null;
  /** Whom to answer, where the mail names somebody else than its sender (RFC 5322 3.6.2). */
  replyTo: MailAddress | null;
  /** The address of the list or group that passed it on; lower case. */
  listAddress: string | null;
  /** Whom it was sent to, by header fields and by the servers that delivered it; lower case. */
  to: string[];
  subject: string;
  /** What is new in this mail, lines ended by "\n". */
  text: string;
  /** The earlier mails it quotes, folded away but kept. */
  quoted: string;
  /** What the mails say that are attached to it as files; "" of an answer, which attaches what it answers. */
  passedOn: string;
  /** The HTML part as sent: untrusted, never to be shown without a sanitiser. */
  html: string | null;
  /** Date field as an ISO 8601 instant in UTC. */
  date: string | null;
  /** With the angle brackets of the wire, as are the two below. */
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  attachments: MailAttachment[];
  /** The receiving server's scanners found spam or a virus. */
  verdict: "spam" | "virus" | null;
  autoReply: boolean;
  bounce: boolean;
  list: boolean;
  mustNotAnswer: boolean;
  /** By what the flags were recognised; what is weak alone is weighed by the intake. */
  signs: MailSign[];
  defects: Defect[];
};

/**
 * Parses a raw mail (RFC 5322 and MIME, however broken). Never throws and never rejects, whatever the bytes; what
 * had to be guessed is named in `defects`. A mail the parser itself fails on comes back whole as text
 * with the defect "parser-failed".
 */
export async function parseMail(raw: Uint8Array): Promise<WholeMail> {
  const defects = new DefectList();
  try {
    return read(raw, defects);
  } catch {
    // The failure is reported as a defect; the caller quarantines such a mail with its raw bytes.
    return unreadable(raw, defects);
  }
}

/** Servers name the mailbox they delivered to first; To and Cc are what the writer saw. */
const RECIPIENT_FIELDS = [
  "delivered-to",
  "x-original-to",
  "envelope-to",
  "x-envelope-to",
  "x-rcpt-to",
  "x-forwarded-to",
  "to",
  "cc",
];
/** Of a blind copy only the servers on the way say whom it was for. */
const RECEIVED_FOR = /\bfor\s+<?([^\s<>;]+@[^\s<>;]+)>?/i;

function receivers(headers: Headers): string[] {
  const passed = headers.all("received").flatMap((value) => RECEIVED_FOR.exec(value)?.[1] ?? []);
  return recipientAddresses([...RECIPIENT_FIELDS.flatMap((field) => headers.all(field)), ...passed]);
}

/** `List-Post: <mailto:owners@list.example>`, else `List-Id: <owners.list.example>` with its first dot as the @. */
function listAddressOf(headers: Headers): string | null {
  const [, post] = /<mailto:([^?>\s]+)/i.exec(headers.filled("list-post") ?? "") ?? [];
  const [, id] = /<([^<>\s]+)>/.exec(headers.filled("list-id") ?? "") ?? [];
  return (post ?? id?.replace(/^([^.@]+)\./, "$1@"))?.toLowerCase() ?? null;
}

function read(raw: Uint8Array, defects: DefectList): WholeMail {
  if (raw.length === 0) defects.add("empty-mail");
  const root = readPart(asMailBytes(raw, defects), defects);
  const { headers } = root;
  const from = readFrom(headers, defects);
  const subject = line(decodeHeaderText(headers.filled("subject") ?? "", defects));
  const content = collectContent(root, defects);
  const flags = readFlags(root, from, subject);
  const isAnswer =
    flags.bounce || headers.filled("in-reply-to") !== null || headers.filled("references") !== null;
  const { text, quoted } = fold(content.text, subject, isAnswer, defects);
  return {
    from,
    replyTo: parseSender(headers.filled("reply-to") ?? "", new DefectList()),
    listAddress: listAddressOf(headers),
    to: receivers(headers),
    subject,
    text,
    quoted,
    passedOn: isAnswer ? "" : content.passedOn,
    html: content.html,
    date: parseDate(headers.filled("date"), defects),
    messageId: messageIds(headers.filled("message-id"))[0] ?? null,
    inReplyTo: messageIds(headers.filled("in-reply-to"))[0] ?? null,
    references: messageIds(headers.all("references").join(" ")),
    attachments: content.attachments,
    ...flags,
    signs: [...flags.signs, ...readGestures(root, subject, text)],
    defects: defects.list(),
  };
}

/** A text of this length is a log or an attack, not an answer with a mail below it. */
const FOLDING_LIMIT = 2_000_000;

function fold(text: string, subject: string, isAnswer: boolean, defects: DefectList): SplitText {
  if (text.length <= FOLDING_LIMIT) return splitQuoted(text, subject, isAnswer);
  defects.add("too-long-to-fold");
  return { text, quoted: "" };
}

function readFrom(headers: Headers, defects: DefectList): MailAddress | null {
  const fields = headers.all("from").filter((value) => value !== "");
  if (fields.length > 1) defects.add("duplicate-from");
  for (const field of fields) {
    const from = parseSender(field, defects);
    if (from === null) continue;
    if (from.address === "") defects.add("from-without-address");
    return from;
  }
  defects.add("from-missing");
  for (const { field, defect } of OTHER_SENDER_FIELDS) {
    const sender = parseSender(headers.filled(field) ?? "", defects);
    if (sender === null || sender.address === "") continue;
    defects.add(defect);
    return sender;
  }
  return null;
}

/** Who stands in where From names nobody. */
const OTHER_SENDER_FIELDS = [
  { field: "sender", defect: "from-taken-from-sender" },
  { field: "reply-to", defect: "from-taken-from-reply-to" },
  { field: "return-path", defect: "from-taken-from-return-path" },
] as const;

function messageIds(field: string | null): string[] {
  const text = (field ?? "").slice(0, 100_000);
  const bracketed = text.match(/<[^<>]+>/g)?.map((id) => id.replace(/\s+/g, "")) ?? [];
  if (bracketed.length > 0) return bracketed;
  return text.trim() === "" ? [] : text.trim().split(/[\s,]+/);
}

/** One line: what a subject is, whatever the sender put into it. */
const line = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, " ").trim();

function unreadable(raw: Uint8Array, defects: DefectList): WholeMail {
  defects.add("parser-failed");
  const text = decodeText(raw, null, defects);
  return {
    from: null,
    replyTo: null,
    listAddress: null,
    to: [],
    subject: "",
    text,
    quoted: "",
    passedOn: "",
    html: null,
    date: null,
    messageId: null,
    inReplyTo: null,
    references: [],
    attachments: [],
    verdict: null,
    autoReply: false,
    bounce: false,
    list: false,
    mustNotAnswer: true,
    signs: [],
    defects: defects.list(),
  };
}

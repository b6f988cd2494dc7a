import { type MailSign, mailSigns } from "../../app/ports/mail.ts";
import { isAddress, type MailAddress } from "./addresses.ts";
import type { Headers } from "./headers.ts";
import {
  AUTO_FIELDS,
  AUTO_SUBJECT,
  BOUNCE_FIELDS,
  BOUNCE_SENDER,
  BOUNCE_SUBJECT,
  GENERATED_FIELDS,
  LIST_FIELDS,
  NO_REPLY,
  REPLY_FIELDS,
} from "./machine-marks.ts";
import type { Part } from "./structure.ts";

/** Who or what wrote the mail, as far as it decides whether an answer may be sent. */
export type MailFlags = {
  verdict: "spam" | "virus" | null;
  autoReply: boolean;
  bounce: boolean;
  list: boolean;
  mustNotAnswer: boolean;
  /** By what they were recognised: the intake weighs them, since words of a subject alone prove nothing. */
  signs: MailSign[];
};

/** Reads the flags of RFC 3834, RFC 2369 and the habits of mail systems in China. A verdict is the receiving server's. */
export function readFlags(root: Part, from: MailAddress | null, subject: string): MailFlags {
  const { headers } = root;
  const submitted = word(headers.filled("auto-submitted"));
  const isMachine = submitted !== "" && submitted !== "no";
  const precedence = ["precedence", "x-precedence", "preference"].map((name) => word(headers.filled(name)));
  const localPart = (from?.address || from?.name || "").replace(/@[^@]*$/, "");
  const report = reportType(root);
  const autoReply =
    isMachine ||
    AUTO_FIELDS.some((name) => headers.has(name) && word(headers.text(name)) !== "no") ||
    precedence.some((value) => /^auto[-_]?reply$/.test(value)) ||
    namesResponder(headers) ||
    AUTO_SUBJECT.test(subject) ||
    report === "disposition-notification" ||
    report === "delivery-receipt";
  const bounce =
    report !== "delivery-receipt" &&
    (report === "delivery-status" ||
      BOUNCE_FIELDS.some((name) => headers.has(name)) ||
      BOUNCE_SENDER.test(localPart) ||
      BOUNCE_SUBJECT.test(subject) ||
      (hasNullSender(headers) && !autoReply));
  const isBulk = precedence.some((value) => value === "bulk" || value === "list");
  // vacation(1) and many mailers mark their automatic mail "bulk" without any list behind it.
  const list = LIST_FIELDS.some((name) => headers.filled(name) !== null) || (isBulk && !autoReply && !bounce);
  const hasNoAddressee = from === null || !isAddress(from.address) || NO_REPLY.test(localPart);
  const suppress = /\b(?:all|oof|autoreply)\b/i.test(headers.text("x-auto-response-suppress") ?? "");
  const mustNotAnswer =
    autoReply ||
    bounce ||
    list ||
    isBulk ||
    hasNoAddressee ||
    suppress ||
    precedence.includes("junk") ||
    report === "feedback-report";
  const hasReport = report === "delivery-status" || BOUNCE_FIELDS.some((name) => headers.has(name));
  const isReply =
    submitted === "auto-replied" ||
    REPLY_FIELDS.some((name) => headers.has(name) && word(headers.text(name)) !== "no") ||
    precedence.some((value) => /^auto[-_]?reply$/.test(value)) ||
    namesResponder(headers);
  const isList = LIST_FIELDS.some((name) => name !== "list-unsubscribe" && headers.filled(name) !== null);
  const signs = Object.entries({
    "auto-replied": isReply,
    "auto-generated":
      isMachine && submitted !== "auto-replied" ? true : GENERATED_FIELDS.some((name) => headers.has(name)),
    "auto-subject": AUTO_SUBJECT.test(subject),
    receipt: report === "disposition-notification" || report === "delivery-receipt",
    "bounce-report": hasReport,
    "bounce-sender": BOUNCE_SENDER.test(localPart) && !/^postmaster/i.test(localPart),
    "null-sender": hasNullSender(headers),
    list: isList || isBulk,
    newsletter: headers.filled("list-unsubscribe") !== null && (isList || isBulk),
    "no-reply": NO_REPLY.test(localPart),
    suppress,
    junk: precedence.includes("junk") || report === "feedback-report",
  } satisfies Partial<Record<MailSign, boolean>>).flatMap(([sign, shown]) =>
    shown && isSign(sign) ? [sign] : [],
  );
  return { verdict: verdictOf(headers), autoReply, bounce, list, mustNotAnswer, signs };
}

function isSign(text: string): text is MailSign {
  return mailSigns.some((sign) => sign === text);
}

/** What SES (X-SES-…-Verdict) or another filter in front of the mailbox said. */
function verdictOf(headers: Headers): MailFlags["verdict"] {
  const says = (name: string, bad: RegExp) => bad.test((headers.text(name) ?? "").trim());
  if (says("x-ses-virus-verdict", /^fail\b/i) || says("x-virus-status", /^(?:yes|infected)\b/i))
    return "virus";
  return says("x-ses-spam-verdict", /^fail\b/i) || says("x-spam-flag", /^yes\b/i) ? "spam" : null;
}

const word = (value: string | null): string => /^[\w-]+/.exec((value ?? "").trim().toLowerCase())?.[0] ?? "";

/** `Delivered-To: Autoresponder` and `X-POST-MessageClass: 9; Autoresponder`: the program that answered says what it is. */
function namesResponder(headers: Headers): boolean {
  const said = [...headers.all("delivered-to"), ...headers.all("x-post-messageclass")];
  return said.some((value) => /^(?:\d+;\s*)?auto-?responder$/i.test(value.trim()));
}

function hasNullSender(headers: Headers): boolean {
  const path = headers.text("return-path");
  return path !== null && /^<\s*>$/.test(path);
}

/** Which report (RFC 6522) the mail is, by its label or by the part it carries; null for a letter. */
function reportType(root: Part): string | null {
  const part = [root, ...root.children].find((one) =>
    /^message\/(?:delivery-status|disposition-notification|feedback-report)$/.test(one.type),
  );
  const declared = root.contentType.parameters.get("report-type")?.toLowerCase();
  const type =
    root.type === "multipart/report" && declared !== undefined && declared !== ""
      ? declared
      : (part?.type.slice("message/".length) ?? null);
  return type === "delivery-status" && part !== undefined && tellsArrival(part) ? "delivery-receipt" : type;
}

/** Every recipient's mail arrived or went on (RFC 3464): a receipt, not a bounce. */
function tellsArrival(part: Part): boolean {
  const actions = part.body.toString("latin1", 0, 65_536).match(/^action[ \t]*:[ \t]*[a-z]+/gim) ?? [];
  return actions.length > 0 && actions.every((action) => /(?:delivered|relayed|expanded)$/i.test(action));
}

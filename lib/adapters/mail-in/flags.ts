import { isAddress, type MailAddress } from "./addresses.ts";
import type { Headers } from "./headers.ts";
import type { Part } from "./structure.ts";

/** Who or what wrote the mail, as far as it decides whether an answer may be sent. */
export type MailFlags = {
  verdict: "spam" | "virus" | null;
  autoReply: boolean;
  bounce: boolean;
  list: boolean;
  mustNotAnswer: boolean;
};

const AUTO_FIELDS = [
  "x-autoreply",
  "x-auto-reply",
  "x-autorespond",
  "x-autoresponder",
  "x-autoreply-from",
  "x-mail-autoreply",
  "x-auto-respond",
  "x-fc-machinegenerated",
];
const LIST_FIELDS = [
  "list-id",
  "list-unsubscribe",
  "list-post",
  "list-help",
  "list-subscribe",
  "mailing-list",
  "x-mailing-list",
];

// Anchored at the start: a resident may well write about an automatic reply or a returned letter.
const AUTO_SUBJECT =
  /^[\s[【(（]*(?:自动回复|自动答复|自動回覆|自動回復|自動答覆|休假回复|外出自动回复|不在办公室|auto(?:matic)?[\s_-]?(?:reply|response|responder)|out of (?:the )?office|ooo\b|vacation (?:reply|response|notice)|away from (?:the |my )?office|automatische antwort|abwesenheit|réponse automatique|respuesta automática|自動返信)/i;
const BOUNCE_SUBJECT =
  /^[\s[【(（]*(?:系统退信|系統退信|退信(?:通知)?\s*(?:$|[】\])）:：/,，-])|邮件(?:被)?退回|郵件退回|(?:邮件)?投递失败|邮件发送失败|無法傳遞|未(?:能)?送达|未傳遞的郵件|undeliver(?:able|ed)|delivery (?:status notification|failure|has failed)|mail delivery (?:failed|failure|system|subsystem)|failure notice|returned (?:mail|to sender)|mail system error|non[- ]?delivery|delivery notification|message (?:undeliverable|not delivered)|warning: (?:could not send|message .{0,40}delayed))/i;
const BOUNCE_SENDER =
  /^(?:mailer[-_.]?daemon|postmaster|mail[-_.]?daemon|mdaemon|mail delivery (?:sub)?system)(?:[-+._].*)?$/i;
const NO_REPLY =
  /^(?:no|not|do[-_.]?not|don'?t)[-_.]?reply(?:[-+._].*)?$|(?:^|[-_.+])(?:noreply|no-reply|donotreply)(?:$|[-_.+])/i;

/** Reads the flags of RFC 3834, RFC 2369 and the habits of mail systems in China. A verdict is the receiving server's. */
export function readFlags(root: Part, from: MailAddress | null, subject: string): MailFlags {
  const { headers } = root;
  const submitted = word(headers.filled("auto-submitted"));
  const isMachine = submitted !== "" && submitted !== "no";
  const precedence = [word(headers.filled("precedence")), word(headers.filled("x-precedence"))];
  const localPart = (from?.address || from?.name || "").replace(/@[^@]*$/, "");
  const report = reportType(root);
  const autoReply =
    isMachine ||
    AUTO_FIELDS.some((name) => headers.has(name) && word(headers.text(name)) !== "no") ||
    precedence.some((value) => /^auto[-_]?reply$/.test(value)) ||
    AUTO_SUBJECT.test(subject) ||
    report === "disposition-notification";
  const bounce =
    report === "delivery-status" ||
    headers.has("x-failed-recipients") ||
    BOUNCE_SENDER.test(localPart) ||
    BOUNCE_SUBJECT.test(subject) ||
    (hasNullSender(headers) && !autoReply);
  const isBulk = precedence.some((value) => value === "bulk" || value === "list");
  // vacation(1) and many mailers mark their automatic mail "bulk" without any list behind it.
  const list = LIST_FIELDS.some((name) => headers.has(name)) || (isBulk && !autoReply && !bounce);
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
  return { verdict: verdictOf(headers), autoReply, bounce, list, mustNotAnswer };
}

/** What SES (X-SES-…-Verdict) or another filter in front of the mailbox said. */
function verdictOf(headers: Headers): MailFlags["verdict"] {
  const says = (name: string, bad: RegExp) => bad.test((headers.text(name) ?? "").trim());
  if (says("x-ses-virus-verdict", /^fail\b/i) || says("x-virus-status", /^(?:yes|infected)\b/i))
    return "virus";
  return says("x-ses-spam-verdict", /^fail\b/i) || says("x-spam-flag", /^yes\b/i) ? "spam" : null;
}

const word = (value: string | null): string => /^[\w-]+/.exec((value ?? "").trim().toLowerCase())?.[0] ?? "";

function hasNullSender(headers: Headers): boolean {
  const path = headers.text("return-path");
  return path !== null && /^<\s*>$/.test(path);
}

/** Which report (RFC 6522) the mail is, by its label or by the part it carries; null for a letter. */
function reportType(root: Part): string | null {
  const declared = root.contentType.parameters.get("report-type")?.toLowerCase();
  if (root.type === "multipart/report" && declared !== undefined && declared !== "") return declared;
  if (!root.type.startsWith("multipart/"))
    return root.type === "message/delivery-status" ? "delivery-status" : null;
  const part = root.children.find((child) =>
    /^message\/(?:delivery-status|disposition-notification|feedback-report)$/.test(child.type),
  );
  return part?.type.slice("message/".length) ?? null;
}

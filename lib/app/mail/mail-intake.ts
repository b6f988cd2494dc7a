import type { Project } from "../../domain/organisation/organisation.ts";
import { type Instant, plusSeconds } from "../../domain/time/instant.ts";
import { shortHash } from "../documents/ids.ts";
import { complaintId, type IntakePorts, receiveComplaint } from "../intake/intake.ts";
import type { FollowingPorts } from "../notices/fallback.ts";
import { untagged } from "../notices/tags.ts";
import type { Ports } from "../ports/index.ts";
import type { ParsedMail, RawMailMessage } from "../ports/mail.ts";
import { isProblem } from "../problems/problem.ts";
import { type AttachmentPorts, keepAttachments } from "./attachments.ts";
import { addToComplaint } from "./conversation.ts";
import { identityOf, type MailIdentity } from "./identity.ts";
import { arrivalOf } from "./poll.ts";
import { quarantineId, takeAccepted } from "./quarantine.ts";
import { MAIL_SYSTEM, requestOf } from "./request.ts";
import { takeMailEvent, takeReturned } from "./returned.ts";

type MailPorts = IntakePorts &
  FollowingPorts &
  AttachmentPorts &
  Pick<Ports, "mailbox" | "parseMail" | "quarantine">;

/** More mails an hour from one sender are registered but not answered: no loop of automatic mails outlives it. */
const ANSWERED_PER_HOUR = 20;
const EML = "message/rfc822";

/**
 * Takes one raw mail: keeps it, then makes it a complaint, a message on its complaint, or a quarantined mail with the
 * reason. It leaves the inbox prefix only after that; a crash in between repeats it without a second complaint.
 */
export async function takeMail(ports: MailPorts, message: RawMailMessage): Promise<void> {
  if ("quarantineId" in message) return takeAccepted(ports, message.quarantineId);
  if ("happened" in message) return takeMailEvent(ports, message);
  const { rawKey } = message;
  const receivedAt = arrivalOf(rawKey) ?? message.receivedAt;
  const raw = await ports.mailbox.get(rawKey);
  if (raw === undefined) return; // taken before
  const mail = await ports.parseMail(raw);
  const identity = await identityOf(ports.crypto, mail, raw, receivedAt);
  const { keptKey } = identity;
  await ports.mailbox.put(keptKey, raw, EML);

  const reason = mail.bounce
    ? (await takeReturned(ports, mail, raw))
      ? undefined
      : "bounce"
    : (unusable(mail) ?? (await register(ports, mail, { ...identity, receivedAt })));
  if (reason !== undefined) await quarantine(ports, mail, { reason, keptKey, at: receivedAt });
  await ports.mailbox.remove(rawKey);
}

/** One queue message may tell of several raw mails. */
export async function takeMails(ports: MailPorts, messages: readonly RawMailMessage[]): Promise<void> {
  for (const message of messages) await takeMail(ports, message);
}

/** Why a mail cannot become a complaint by itself, or undefined. */
function unusable(mail: ParsedMail): string | undefined {
  if (mail.verdict !== null) return mail.verdict;
  if (mail.autoReply) return "auto-reply";
  if (mail.list) return "list";
  if (mail.defects.includes("parser-failed")) return "unreadable";
  if (mail.text.trim() + mail.subject.trim() === "" && mail.attachments.length === 0) return "empty";
  return undefined;
}

interface Kept extends MailIdentity {
  readonly receivedAt: Instant;
}

async function register(ports: MailPorts, mail: ParsedMail, kept: Kept): Promise<string | undefined> {
  const answered = await addToComplaint(ports, mail, kept.contents);
  if (answered !== undefined) {
    await keepAttachments(ports, answered, mail, kept.sourceId);
    return undefined;
  }
  const projects = await ports.organisation.projects();
  const project = projectOf(mail, projects);
  if (project === undefined) return "unknown-project";
  const { sourceId } = kept;
  const answerable = !mail.mustNotAnswer && !isOurs(mail, projects);
  const request = requestOf(mail, {
    ...kept,
    projectId: project.id,
    answerable,
    quiet: answerable && (await isTooMany(ports, mail, kept.receivedAt)),
  });
  const result = await receiveComplaint(ports, request);
  if (!isProblem(result)) {
    await keepAttachments(ports, result.complaint, mail, sourceId);
    return undefined;
  }
  if (result.problem !== "same-id-other-content") return result.problem;
  // The same Message-ID with other content: a complaint of its own, linked to the first.
  const linkedTo = complaintId(ports, { system: MAIL_SYSTEM, channel: "email", sourceId });
  const second = await receiveComplaint(ports, {
    ...request,
    sourceId: `${sourceId}#${kept.contents}`,
    linkedTo,
  });
  if (isProblem(second)) return second.problem;
  await keepAttachments(ports, second.complaint, mail, `${sourceId}#${kept.contents}`);
  return undefined;
}

/** True if it says it comes from one of our own mailboxes: an answer would come back to us. */
function isOurs(mail: ParsedMail, projects: readonly Project[]): boolean {
  const sender = untagged(mail.from?.address.toLowerCase() ?? "");
  return projects.some(({ mailbox }) => mailbox?.toLowerCase() === sender);
}

/** Counts the sender's mails of the hour (natural hours of receipt); a repeated message counts again. */
async function isTooMany(ports: MailPorts, mail: ParsedMail, receivedAt: Instant): Promise<boolean> {
  const sender = shortHash(ports.crypto, `sender:${mail.from?.address.toLowerCase() ?? ""}`);
  const hour = receivedAt.slice(0, 13);
  const mails = await ports.counters.hit(`mails#${sender}#${hour}`, plusSeconds(receivedAt, 7200));
  if (mails <= ANSWERED_PER_HOUR) return false;
  ports.telemetry.count("MailsUnanswered");
  return true;
}

/** The project whose mailbox the mail was sent to, else the only one whose name the mail mentions. */
function projectOf(mail: ParsedMail, projects: readonly Project[]): Project | undefined {
  const addresses = mail.to.map((address) => untagged(address.toLowerCase()));
  const addressed = projects.find(
    (p) => p.mailbox !== undefined && addresses.includes(p.mailbox.toLowerCase()),
  );
  if (addressed !== undefined) return addressed;
  const named = projects.filter((p) => `${mail.subject}\n${mail.text}`.includes(p.name));
  return named.length === 1 ? named[0] : undefined;
}

async function quarantine(
  ports: MailPorts,
  mail: ParsedMail,
  { reason, keptKey, at }: { readonly reason: string; readonly keptKey: string; readonly at: Instant },
): Promise<void> {
  await ports.quarantine.put({
    id: quarantineId(ports, at, keptKey),
    at,
    reason,
    rawKey: keptKey,
    ...(mail.from === null ? {} : { from: mail.from.address }),
    ...(mail.subject === "" ? {} : { subject: mail.subject }),
  });
  ports.telemetry.count("MailsQuarantined");
}

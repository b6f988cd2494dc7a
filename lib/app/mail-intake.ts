import { registeredValue } from "../domain/complaint/document.ts";
import type { Project } from "../domain/organisation/organisation.ts";
import { type Instant, monthOf } from "../domain/time/instant.ts";
import { change } from "./change.ts";
import { complaintId, type IntakePorts, receiveComplaint } from "./intake.ts";
import type { IntakeRequest } from "./intake-request.ts";
import { isProblem } from "./outcome.ts";
import type { ParsedMail, Ports, RawMailMessage } from "./ports.ts";

type MailPorts = IntakePorts & Pick<Ports, "mailbox" | "parseMail" | "quarantine">;

/** Mailboxes are a source system of their own. */
const SYSTEM = "mailbox";
const MATTER_LIMIT = 4000;
const EML = "message/rfc822";

/**
 * Takes one raw mail: keeps it, then makes it a complaint, a message on its complaint, or a quarantined mail with the
 * reason. It leaves the inbox prefix only after that; a crash in between repeats it without a second complaint.
 */
export async function takeMail(ports: MailPorts, { rawKey, receivedAt }: RawMailMessage): Promise<void> {
  const raw = await ports.mailbox.get(rawKey);
  if (raw === undefined) return; // taken before
  const mail = await ports.parseMail(raw);
  const contents = ports.crypto.digest(JSON.stringify([mail.from, mail.subject, mail.text, mail.quoted]));
  const keptKey = `mail/${monthOf(receivedAt, "UTC")}/${ports.crypto.digest(`${mail.messageId ?? ""}:${contents}`)}.eml`;
  await ports.mailbox.put(keptKey, raw, EML);

  const reason = unusable(mail) ?? (await register(ports, mail, { contents, keptKey, receivedAt }));
  if (reason !== undefined) await quarantine(ports, mail, { reason, keptKey, at: receivedAt });
  await ports.mailbox.remove(rawKey);
}

/** One queue message may tell of several raw mails. */
export async function takeMails(ports: MailPorts, messages: readonly RawMailMessage[]): Promise<void> {
  for (const message of messages) await takeMail(ports, message);
}

/** Why a mail cannot become a complaint by itself, or undefined. */
function unusable(mail: ParsedMail): string | undefined {
  if (mail.bounce) return "bounce";
  if (mail.autoReply) return "auto-reply";
  if (mail.list) return "list";
  if (mail.defects.includes("parser-failed")) return "unreadable";
  if (mail.text.trim() === "" && mail.subject.trim() === "") return "empty";
  return undefined;
}

interface Kept {
  readonly contents: string;
  readonly keptKey: string;
  readonly receivedAt: Instant;
}

async function register(ports: MailPorts, mail: ParsedMail, kept: Kept): Promise<string | undefined> {
  if (await addedToComplaint(ports, mail, kept)) return undefined;
  const project = projectOf(mail, await ports.organisation.projects());
  if (project === undefined) return "unknown-project";
  const sourceId = mail.messageId ?? `content:${kept.contents}`;
  const request = requestOf(mail, project, sourceId, kept);
  const result = await receiveComplaint(ports, request);
  if (!isProblem(result)) return undefined;
  if (result.problem !== "same-id-other-content") return result.problem;
  // The same Message-ID with other content: a complaint of its own, linked to the first.
  const linkedTo = complaintId(ports, { system: SYSTEM, channel: "email", sourceId });
  const second = await receiveComplaint(ports, {
    ...request,
    sourceId: `${sourceId}#${kept.contents}`,
    linkedTo,
  });
  return isProblem(second) ? second.problem : undefined;
}

function requestOf(mail: ParsedMail, project: Project, sourceId: string, kept: Kept): IntakeRequest {
  const sender = mail.from;
  return {
    channel: "email",
    system: SYSTEM,
    sourceId,
    body: kept.contents,
    by: { kind: "channel", id: SYSTEM },
    projectId: project.id,
    receivedAt: kept.receivedAt,
    matter: (mail.text.trim() === "" ? mail.subject : mail.text.trim()).slice(0, MATTER_LIMIT),
    subject: mail.subject,
    rawMail: kept.keptKey,
    complainant: {
      ...(sender === null || sender.name === "" ? {} : { name: sender.name }),
      // Nobody answers a mail that must not be answered: then the address is not a contact.
      ...(sender === null || sender.address === "" || mail.mustNotAnswer ? {} : { email: sender.address }),
    },
  };
}

/** Our thread id, as written into References by lib/adapters/mail-out. */
const THREAD = /complaint\.([\w-]{26})@/;

/** An answer to one of our mails by the same sender becomes a message on its complaint. */
async function addedToComplaint(ports: MailPorts, mail: ParsedMail, kept: Kept): Promise<boolean> {
  const id = [mail.inReplyTo ?? "", ...mail.references]
    .map((ref) => THREAD.exec(ref)?.[1])
    .find((found) => found);
  if (id === undefined) return false;
  const complaint = await ports.complaints.load(id);
  const address = complaint === undefined ? undefined : registeredValue(complaint, "email");
  if (complaint === undefined || address?.toLowerCase() !== mail.from?.address.toLowerCase()) return false;
  const text = (mail.text.trim() === "" ? mail.subject : mail.text.trim()).slice(0, MATTER_LIMIT);
  const result = await change(ports, complaint, {
    command: {
      type: "customer-message",
      text: { salt: ports.crypto.salt(), value: text },
      messageId: ports.crypto.keyedHash(mail.messageId ?? kept.contents).slice(0, 22),
    },
    by: { kind: "customer" },
    // Hashed, because events hold no address; with the contents, because a Message-ID may come back with others.
    commandId: `mail:${ports.crypto.keyedHash(`${mail.messageId ?? ""}:${kept.contents}`).slice(0, 22)}`,
    request: kept.contents,
  });
  // A withdrawn complaint takes no messages any more; then the mail becomes a complaint of its own.
  return !isProblem(result);
}

/** The project whose mailbox the mail was sent to, else the only one whose name the mail mentions. */
function projectOf(mail: ParsedMail, projects: readonly Project[]): Project | undefined {
  const addresses = mail.to.map((address) => address.toLowerCase());
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
    id: ports.crypto.digest(keptKey).slice(0, 22),
    at,
    reason,
    rawKey: keptKey,
    ...(mail.from === null ? {} : { from: mail.from.address }),
    ...(mail.subject === "" ? {} : { subject: mail.subject }),
  });
  ports.telemetry.count("MailsQuarantined");
}

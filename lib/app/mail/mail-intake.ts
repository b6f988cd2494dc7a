import type { Complaint } from "../../domain/complaint/document.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import type { SenderRule } from "../../domain/senders/rule.ts";
import { type Instant, plusSeconds } from "../../domain/time/instant.ts";
import { shortHash } from "../documents/ids.ts";
import { type IntakePorts, receiveComplaint } from "../intake/intake.ts";
import { complaintId } from "../intake/standing.ts";
import type { FollowingPorts } from "../notices/fallback.ts";
import { taggedNumbers, untagged } from "../notices/tags.ts";
import { contactKeysInForce } from "../organisation/keys.ts";
import type { Ports } from "../ports/index.ts";
import type { ParsedMail, Quarantined, RawMailMessage } from "../ports/mail.ts";
import { isProblem, type Problem } from "../problems/problem.ts";
import { dangerIn, tellOfDanger } from "../quarantine/waiting.ts";
import { type AttachmentPorts, keepAttachments } from "./attachments.ts";
import { addToComplaint, addToTwin, answersUs, isComplaint, isOfOurs, twinSource } from "./conversation.ts";
import { identityOf, type MailIdentity } from "./identity.ts";
import { legible } from "./legible.ts";
import {
  type Answering,
  answering,
  forwardedFrom,
  isReturned,
  type MailCircumstances,
  putAside,
} from "./nature.ts";
import { arrivalOf } from "./poll.ts";
import { quarantineId, takeAccepted } from "./quarantine.ts";
import { MAIL_SYSTEM, type MailFacts, requestOf } from "./request.ts";
import { takeMailEvent, takeReturned } from "./returned.ts";
import { allowed, isMachineMade, noteDropped, ruleOf, treatmentOf } from "./sender-rules.ts";

type MailPorts = IntakePorts &
  FollowingPorts &
  AttachmentPorts &
  Pick<Ports, "mailbox" | "parseMail" | "quarantine" | "senderRules">;

/** More mails an hour from one sender are registered but not answered: no loop of automatic mails outlives it. */
const ANSWERED_PER_HOUR = 20;
const EML = "message/rfc822";
/** What SES writes into the bucket when a rule first points there: nobody's mail, and nobody's complaint. */
const SES_SETUP = "AMAZON_SES_SETUP_NOTIFICATION";

/**
 * Takes one raw mail: keeps it, then makes it a complaint, a message on its complaint, or a quarantined mail with the
 * reason. It leaves the inbox prefix only after that; a crash in between repeats it without a second complaint.
 */
export async function takeMail(ports: MailPorts, message: RawMailMessage): Promise<void> {
  if ("quarantineId" in message) return takeAccepted(ports, message.quarantineId);
  if ("happened" in message) return takeMailEvent(ports, message);
  const { rawKey } = message;
  if (rawKey.endsWith(SES_SETUP)) return ports.mailbox.remove(rawKey);
  const receivedAt = arrivalOf(rawKey) ?? message.receivedAt;
  const raw = await ports.mailbox.get(rawKey);
  if (raw === undefined) return; // taken before
  const parsed = await ports.parseMail(raw);
  const identity = await identityOf(ports.crypto, parsed, raw, receivedAt);
  const mail = legible(parsed);
  const { keptKey } = identity;
  await ports.mailbox.put(keptKey, raw, EML);

  const reason = await taken(ports, mail, raw, { ...identity, receivedAt });
  if (typeof reason === "object") await noteDropped(ports, reason, { rawKey: keptKey, at: receivedAt });
  else if (reason !== undefined) await quarantine(ports, mail, { reason, keptKey, at: receivedAt });
  await ports.mailbox.remove(rawKey);
}

/** One queue message may tell of several raw mails. */
export async function takeMails(ports: MailPorts, messages: readonly RawMailMessage[]): Promise<void> {
  for (const message of messages) await takeMail(ports, message);
}

/** Takes a mail for what it is; the answer is why it could not be, the rule that dropped it, or undefined. */
async function taken(
  ports: MailPorts,
  mail: ParsedMail,
  raw: Uint8Array,
  kept: Kept,
): Promise<string | SenderRule | undefined> {
  if (mail.bounce && (await takeReturned(ports, mail, raw))) return undefined;
  if (isReturned(mail)) return "bounce";
  const [projects, rules] = await Promise.all([ports.organisation.projects(), ports.senderRules.list()]);
  const around: MailCircumstances = {
    projects,
    answersUs: answersUs(ports, mail),
    isKnown: mail.autoReply && (await isKnown(ports, mail)) && !(await isComplaint(ports, kept.sourceId)),
  };
  const addressed = projectsOf(mail, projects).map(({ id }) => id);
  const rule = ruleOf(rules, mail, addressed);
  switch (treatmentOf(rule, mail, around)) {
    case "drop":
      return rule;
    case "quarantine":
      return "sender-rule";
    case "allow": {
      const letter = rule === undefined || around.answersUs ? mail : allowed(mail, rule);
      const quiet = isMachineMade(mail) ? { quiet: true as const } : {};
      return putAside(letter, around) ?? register(ports, mail, { ...kept, ...quiet }, around);
    }
    case undefined:
      return putAside(mail, around) ?? register(ports, mail, kept, around);
  }
}

/** True if a complaint has this sender's address: we have written there. */
async function isKnown({ complaints, crypto }: MailPorts, { from }: ParsedMail): Promise<boolean> {
  const address = from?.address ?? "";
  if (address === "") return false;
  const found = await Promise.all(
    contactKeysInForce(crypto, address).map((key) => complaints.idsByContact(key, 1)),
  );
  return found.flat().length > 0;
}

interface Kept extends MailIdentity {
  readonly receivedAt: Instant;
  /** Not to be answered, whoever wrote. */
  readonly quiet?: true;
}

/** A mail to several projects is a complaint of each, linked to the first: every one of them hears of it. */
async function register(
  ports: MailPorts,
  mail: ParsedMail,
  kept: Kept,
  around: MailCircumstances,
): Promise<string | undefined> {
  const answered = await addToComplaint(ports, mail, kept);
  // Kept and listed: a person can still make it a complaint.
  if (answered === "too-many") return "too-many-messages";
  if (answered !== undefined) {
    await keepAttachments(ports, answered, mail, { mailId: kept.sourceId, keptKey: kept.keptKey });
    return (await isOfOurs(ports, mail)) ? undefined : tellOthers(ports, mail, kept, { answered, around });
  }
  const [first, ...others] = projectsOf(mail, around.projects);
  if (first === undefined) return "unknown-project";
  const sender = await senderOf(ports, mail, around);
  const quiet = sender.to !== undefined && (await isTooMany(ports, sender.to.address, kept.receivedAt));
  const facts = { ...kept, ...sender, quiet: kept.quiet === true || sender.quiet || quiet };
  const given = await registered(ports, mail, { ...facts, projectId: first.id });
  if (isProblem(given)) return given.problem;
  const linkedTo = given.registration.id;
  for (const { id: projectId } of others) {
    const sourceId = `${kept.sourceId}@${projectId}`;
    const more = await registered(ports, mail, { ...facts, projectId, sourceId }, linkedTo);
    if (isProblem(more)) return more.problem;
  }
  return undefined;
}

/**
 * A mail that adds to one project's complaint and was sent to other projects' mailboxes too: each of them hears, in its own
 * complaint of the thread, else in one of its own linked to the first.
 */
async function tellOthers(
  ports: MailPorts,
  mail: ParsedMail,
  kept: Kept,
  { answered, around }: { readonly answered: Complaint; readonly around: MailCircumstances },
): Promise<string | undefined> {
  const { id: linkedTo, projectId: first } = answered.registration;
  const others = addressedTo(mail, around.projects).filter(({ id }) => id !== first);
  if (others.length === 0) return undefined;
  const sender = await senderOf(ports, mail, around);
  for (const { id: projectId } of others) {
    const sourceId = twinSource(answered, projectId);
    const twin = await addToTwin(ports, mail, kept, { answered, projectId });
    if (twin === "too-many") return "too-many-messages";
    if (twin !== undefined) {
      await keepAttachments(ports, twin, mail, { mailId: kept.sourceId, keptKey: kept.keptKey });
      continue;
    }
    const facts = { ...kept, ...sender, quiet: kept.quiet === true || sender.quiet, projectId, sourceId };
    const more = await registered(ports, mail, facts, linkedTo);
    if (isProblem(more)) return more.problem;
  }
  return undefined;
}

async function registered(
  ports: MailPorts,
  mail: ParsedMail,
  facts: MailFacts,
  linkedTo?: string,
): Promise<Complaint | Problem> {
  const { sourceId, contents } = facts;
  const request = { ...requestOf(mail, facts), ...defined({ linkedTo }) };
  let result = await receiveComplaint(ports, request);
  let mailId = sourceId;
  if (isProblem(result) && result.problem === "same-id-other-content") {
    // The same Message-ID with other content: a complaint of its own, linked to the first.
    mailId = `${sourceId}#${contents}`;
    const before = complaintId(ports, { system: MAIL_SYSTEM, channel: "email", sourceId });
    result = await receiveComplaint(ports, { ...request, sourceId: mailId, linkedTo: before });
  }
  if (isProblem(result)) return result;
  await keepAttachments(ports, result.complaint, mail, { mailId, keptKey: facts.keptKey });
  return result.complaint;
}

/**
 * Who complains, and whom to answer. A letter that one of our people passes on is its writer's: proposed as complainant, not
 * written to by the desk itself; the employee is neither.
 */
async function senderOf(ports: MailPorts, mail: ParsedMail, around: MailCircumstances): Promise<Answering> {
  const writer = forwardedFrom(mail);
  const address = mail.from?.address.toLowerCase() ?? "";
  if (writer === undefined || address === "") return answering(mail, around);
  const people = await ports.organisation.people();
  if (!people.some(({ email }) => email.toLowerCase() === address)) return answering(mail, around);
  return {
    ...(writer.address === "" ? {} : { to: writer }),
    ...(writer.name === "" ? {} : { name: writer.name }),
    quiet: true,
  };
}

/** Counts the sender's mails of the hour (natural hours of receipt); a repeated message counts again. */
async function isTooMany(ports: MailPorts, address: string, receivedAt: Instant): Promise<boolean> {
  const sender = shortHash(ports.crypto, `sender:${address.toLowerCase()}`);
  const hour = receivedAt.slice(0, 13);
  const mails = await ports.counters.hit(`mails#${sender}#${hour}`, plusSeconds(receivedAt, 7200));
  if (mails <= ANSWERED_PER_HOUR) return false;
  ports.telemetry.count("MailsUnanswered");
  return true;
}

/** The projects whose mailboxes the mail was sent to, else the only one whose name it mentions. */
function projectsOf(mail: ParsedMail, projects: readonly Project[]): readonly Project[] {
  const addressed = addressedTo(mail, projects);
  if (addressed.length > 0) return addressed;
  const named = projects.filter((p) => `${mail.subject}\n${mail.text}`.includes(p.name));
  return named.length === 1 ? named : [];
}

function addressedTo(mail: ParsedMail, projects: readonly Project[]): readonly Project[] {
  const addresses = mail.to.map((address) => untagged(address.toLowerCase()));
  return projects.filter((p) => p.mailbox !== undefined && addresses.includes(p.mailbox.toLowerCase()));
}

/** Whose a mail is: of the projects it was sent to, or of the complaint it answers. Nobody's is headquarters' to decide. */
async function belonging(ports: MailPorts, mail: ParsedMail): Promise<{ readonly projectIds?: string[] }> {
  const addressed = projectsOf(mail, await ports.organisation.projects()).map(({ id }) => id);
  const answered = await Promise.all(
    taggedNumbers(ports, mail.to).map(async (number) => {
      const id = await ports.complaints.idByNumber(number);
      return id === undefined ? undefined : (await ports.complaints.load(id))?.registration.projectId;
    }),
  );
  const known = [...addressed, ...answered].filter((id) => id !== undefined);
  return known.length === 0 ? {} : { projectIds: [...new Set(known)] };
}

async function quarantine(
  ports: MailPorts,
  mail: ParsedMail,
  { reason, keptKey, at }: { readonly reason: string; readonly keptKey: string; readonly at: Instant },
): Promise<void> {
  const item: Quarantined = {
    id: quarantineId(ports, at, keptKey),
    at,
    reason,
    rawKey: keptKey,
    ...defined({
      from: mail.from?.address,
      subject: mail.subject === "" ? undefined : mail.subject,
      danger: dangerIn(mail, reason),
    }),
    ...(await belonging(ports, mail)),
  };
  await ports.quarantine.put(item);
  await tellOfDanger(ports, item);
  ports.telemetry.count("MailsQuarantined");
}

import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { type Instant, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { shortDigest } from "../documents/ids.ts";
import { type IntakePorts, receiveComplaint } from "../intake/intake.ts";
import type { Ports } from "../ports/index.ts";
import type { MailSign, ParsedMail, Quarantined } from "../ports/mail.ts";
import type { Page, PageRequest } from "../ports/page.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { isShown, projectsLedBy } from "../quarantine/sight.ts";
import { type AttachmentPorts, keepAttachments } from "./attachments.ts";
import { legible } from "./legible.ts";
import { type Answering, answering } from "./nature.ts";
import { requestOf } from "./request.ts";

/** Keys and ids of quarantined mails begin with the instant, so that the newest come first. */
export function quarantineId({ crypto }: Pick<Ports, "crypto">, at: Instant, rawKey: string): string {
  return `${at.replace(/\D/g, "")}-${shortDigest(crypto, rawKey)}`;
}

type ReadPorts = Pick<Ports, "organisation" | "quarantine">;

/** A search through other projects' mails ends after so many pages; the cursor leads on. */
const MOST_PAGES = 20;

/**
 * The quarantined mails of the person's projects, newest first; headquarters sees all, and alone those that nobody can say
 * whose they are. A page may be short and still have a cursor.
 */
export async function listQuarantined(
  ports: ReadPorts,
  person: Person,
  { limit, cursor }: PageRequest,
): Promise<Page<Quarantined>> {
  const led = await projectsLedBy(ports, person);
  let next = cursor;
  for (let page = 1; ; page += 1) {
    const listed = await ports.quarantine.list({ limit, ...defined({ cursor: next }) });
    const items = listed.items.filter((item) => isShown(item, person, led)).map((item) => shown(item, led));
    next = listed.cursor;
    if (next === undefined) return { items };
    if (items.length > 0 || page === MOST_PAGES) return { items, cursor: next };
  }
}

/** What else it was addressed to, and what became of it elsewhere, is not theirs to know. */
function shown(item: Quarantined, led: ReadonlySet<string>): Quarantined {
  const { projectIds, accepted, ...mail } = item;
  const theirs = accepted !== undefined && led.has(accepted.projectId);
  return {
    ...mail,
    ...(projectIds === undefined ? {} : { projectIds: projectIds.filter((id) => led.has(id)) }),
    ...(theirs ? { accepted } : {}),
  };
}

/**
 * "Make it a complaint": a person decides that a quarantined mail is one, and for which project. Accepting it again for
 * the same project gives the same answer and sends it on its way once more; for another project it is refused.
 */
export async function acceptQuarantined(
  ports: Pick<Ports, "clock" | "organisation" | "quarantine" | "mailInQueue">,
  person: Person,
  id: string,
  projectId: string,
): Promise<Quarantined | Problem> {
  const item = await ports.quarantine.find(id);
  const led = await projectsLedBy(ports, person);
  if (item === undefined || !isShown(item, person, led)) return problem("unknown-mail");
  if (!led.has(projectId)) return problem("unknown-project", { path: "projectId" });
  const wanted: Quarantined = {
    ...item,
    accepted: { at: toInstant(ports.clock.now()), by: person.id, projectId },
  };
  const accepted =
    item.accepted === undefined && (await ports.quarantine.accept(wanted))
      ? wanted
      : ((await ports.quarantine.find(id)) ?? item);
  if (accepted.accepted?.projectId !== projectId) return problem("mail-accepted");
  if (accepted.accepted.complaintId === undefined) await ports.mailInQueue.send({ quarantineId: id });
  return shown(accepted, led);
}

/** The mail with what it says; without `letter` where the raw mail has gone past its time of keeping. */
export async function readQuarantined(
  ports: ReadPorts & Pick<Ports, "mailbox" | "parseMail">,
  person: Person,
  id: string,
): Promise<{ readonly mail: Quarantined; readonly letter?: ParsedMail } | Problem> {
  const item = await ports.quarantine.find(id);
  const led = await projectsLedBy(ports, person);
  if (item === undefined || !isShown(item, person, led)) return problem("unknown-mail");
  const raw = await ports.mailbox.get(item.rawKey);
  const mail = shown(item, led);
  return raw === undefined ? { mail } : { mail, letter: await ports.parseMail(raw) };
}

/** "It is no complaint": the mail waits no longer and is listed with who said so; it may still be accepted. */
export async function dismissQuarantined(
  ports: Pick<Ports, "clock" | "organisation" | "quarantine">,
  person: Person,
  id: string,
): Promise<Quarantined | Problem> {
  const item = await ports.quarantine.find(id);
  const led = await projectsLedBy(ports, person);
  if (item === undefined || !isShown(item, person, led)) return problem("unknown-mail");
  if (item.accepted !== undefined) return problem("mail-accepted");
  if (item.dismissed !== undefined) return shown(item, led);
  const dismissed = { ...item, dismissed: { at: toInstant(ports.clock.now()), by: person.id } };
  return (await ports.quarantine.dismiss(dismissed)) ? shown(dismissed, led) : problem("mail-accepted");
}

type AcceptedPorts = IntakePorts & AttachmentPorts & Pick<Ports, "mailbox" | "parseMail" | "quarantine">;

/** How far back a complaint may be entered; an older mail counts from when somebody accepted it. */
const REACHES_BACK_SECONDS = 89 * 86_400;

/** Registers an accepted mail, whatever it was quarantined for. May run twice: its id is the quarantine's. */
export async function takeAccepted(ports: AcceptedPorts, id: string): Promise<void> {
  const item = await ports.quarantine.find(id);
  if (item?.accepted === undefined) throw new Error(`quarantined mail ${id} is not accepted`);
  if (item.accepted.complaintId !== undefined) return;
  const raw = await ports.mailbox.get(item.rawKey);
  const mail = raw === undefined ? undefined : legible(await ports.parseMail(raw));
  const { accepted } = item;
  const old = item.at < plusSeconds(toInstant(ports.clock.now()), -REACHES_BACK_SECONDS);
  const result = await receiveComplaint(ports, {
    ...requestOf(mail ?? missing(item), {
      projectId: accepted.projectId,
      sourceId: `quarantine:${id}`,
      contents: item.rawKey,
      keptKey: item.rawKey,
      receivedAt: old ? accepted.at : item.at,
      ...accepting(mail, await ports.organisation.projects()),
    }),
    by: { kind: "person", id: accepted.by },
  });
  if (isProblem(result)) throw new Error(`quarantined mail ${id} was refused: ${result.problem}`);
  if (mail !== undefined) {
    const kept = { mailId: item.rawKey, keptKey: item.rawKey };
    await keepAttachments(ports, result.complaint, mail, kept);
  }
  const { id: complaintId, number } = result.complaint.registration;
  await ports.quarantine.finish({ ...item, accepted: { ...accepted, complaintId, number } });
}

/**
 * Whoever accepted it has said that it is a person's letter: the address stays and is written to, unless it is one of ours, a
 * daemon's, or asks for no reply.
 */
function accepting(mail: ParsedMail | undefined, projects: readonly Project[]): Answering {
  if (mail === undefined) return { quiet: true };
  const { signs, ...letter } = mail;
  const weak: readonly MailSign[] = ["auto-subject", "list", "newsletter", "suppress"];
  return answering(
    { ...letter, mustNotAnswer: false, signs: (signs ?? []).filter((sign) => !weak.includes(sign)) },
    { projects },
  );
}

/** The raw mail has gone past its time of keeping: what the list still knows. */
function missing({ from, subject = "" }: Quarantined): ParsedMail {
  return {
    from: from === undefined ? null : { name: "", address: from },
    to: [],
    subject,
    text: "",
    quoted: "",
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
    defects: [],
  };
}

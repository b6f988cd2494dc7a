import type { Command } from "../../domain/complaint/commands/index.ts";
import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import type { Actor } from "../../domain/document/event.ts";
import { type Post, postsFor, reaches } from "../../domain/organisation/organisation.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { change, givenTo } from "../complaints/change.ts";
import { commandIdOf, isKeyedHash, isShortHash, salted, shortHash } from "../documents/ids.ts";
import type { IntakePorts } from "../intake/intake.ts";
import { complaintId } from "../intake/standing.ts";
import { taggedNumbers } from "../notices/tags.ts";
import { contactKeys } from "../organisation/keys.ts";
import { recipientsAt } from "../organisation/staffing.ts";
import type { ParsedMail } from "../ports/mail.ts";
import { isProblem } from "../problems/problem.ts";
import type { MailIdentity } from "./identity.ts";
import { allWordsOf, isLong, MAIL_SYSTEM, wordsOf } from "./request.ts";

/** Our thread id, as written into References by lib/adapters/mail-out. */
const THREAD = /<complaint\.([\w-]{26})@/;
/** A number as our subjects and people write it; without its letter and any word before it, it could be a room. */
const NUMBER_IN_SUBJECT =
  /(?:投诉|编号|单号|No\.?|#|complaint)\s*[:：]?\s*([A-Z]?\d{3,})(?!\d)|(?<![A-Z\d-])([A-Z]\d{3,})(?![A-Z\d-])/gi;
/** So many of a sender's complaints are looked at for a message that the mail goes on from. */
const LOOKED_AT = 5;

/**
 * Adds an answer to its complaint, once: a customer's becomes a message, one of our people's a note. Returns
 * the complaint; "too-many" where the complaint has had its messages of the day. One that takes no messages any more
 * leaves the mail to become a complaint of its own.
 */
export async function addToComplaint(
  ports: IntakePorts,
  mail: ParsedMail,
  { contents, sourceId }: Pick<MailIdentity, "contents" | "sourceId">,
): Promise<Complaint | "too-many" | undefined> {
  const found = await answered(ports, mail);
  if (found === undefined || (await isComplaint(ports, sourceId))) return undefined;
  return put(ports, mail, { contents }, found);
}

/** Under what another project's complaint of a thread is known, where none of its mails had reached that project before. */
export function twinSource({ registration }: Complaint, projectId: string): string {
  return `thread:${registration.id}@${projectId}`;
}

/**
 * Adds an answer to a thread of one project's complaint to what another project has of the same thread; undefined where it has
 * nothing. The complainant's words, or another's with the name. The mail that made that complaint adds nothing to it.
 */
export async function addToTwin(
  ports: IntakePorts,
  mail: ParsedMail,
  identity: Pick<MailIdentity, "contents">,
  thread: { readonly answered: Complaint; readonly projectId: string },
): Promise<Complaint | "too-many" | undefined> {
  const { answered: first, projectId } = thread;
  const refs = [mail.inReplyTo ?? "", ...mail.references].filter((ref) => ref !== "");
  const sources = [...refs.flatMap((ref) => [`${ref}@${projectId}`, ref]), twinSource(first, projectId)];
  for (const source of sources) {
    const twin = await madeOf(ports, source);
    if (twin?.registration.projectId !== projectId) continue;
    if (isKeyedHash(ports.crypto, identity.contents, twin.registration.bodyHash)) return twin;
    const found = (await known(ports, twin, mail)) ?? { complaint: twin, byAnother: true as const };
    return put(ports, mail, identity, found);
  }
  return undefined;
}

/** One of our people wrote it: to the desk it is a note, and no complaint of anybody's. */
export async function isOfOurs({ organisation }: IntakePorts, { from }: ParsedMail): Promise<boolean> {
  const sender = from?.address.toLowerCase() ?? "";
  return sender !== "" && (await organisation.people()).some(({ email }) => email.toLowerCase() === sender);
}

async function put(
  ports: IntakePorts,
  mail: ParsedMail,
  { contents }: Pick<MailIdentity, "contents">,
  found: Answered,
): Promise<Complaint | "too-many" | undefined> {
  const { complaint, person } = found;
  const text = salted(ports.crypto, wordsOf(mail));
  const id = shortHash(ports.crypto, mail.messageId ?? contents);
  const other =
    found.byAnother === true ? [mail.from?.name, mail.from?.address].filter(Boolean).join(" ") : "";
  const author = other === "" ? {} : { author: salted(ports.crypto, other) };
  const given: { readonly command: Command; readonly by: Actor } =
    person === undefined
      ? {
          command: {
            type: "customer-message",
            text,
            messageId: id,
            ...author,
            ...(isLong(mail) ? { whole: allWordsOf(mail) } : {}),
          },
          by: { kind: "customer" },
        }
      : { command: { type: "note", text }, by: { kind: "person", id: person.id } };
  const result = await change(ports, complaint, {
    ...given,
    ...(person === undefined ? {} : { posts: person.posts }),
    recipients: await recipientsAt(ports, complaint.registration.projectId, toInstant(ports.clock.now())),
    // Hashed, because events hold no address; with the contents, because a Message-ID may come back with others.
    commandId: commandIdOf(ports.crypto, "mail", `${mail.messageId ?? ""}:${contents}`, givenTo(complaint)),
    request: contents,
  });
  if (!isProblem(result)) return result.complaint;
  if (result.problem !== "too-many-messages") return undefined;
  ports.telemetry.count("MessagesOverCap");
  return "too-many";
}

/** True if a complaint was made of this very mail: come again, it is no message and nothing to put aside besides. */
export async function isComplaint(ports: IntakePorts, sourceId: string): Promise<boolean> {
  return (await madeOf(ports, sourceId)) !== undefined;
}

interface Answered {
  readonly complaint: Complaint;
  /** Set when one of our people wrote. */
  readonly person?: { readonly id: string; readonly posts: readonly Post[] };
  /** Set when somebody else wrote than the complainant: one of the family, a neighbour in the thread. */
  readonly byAnother?: true;
}

/** True if a mail says that it answers one of ours. */
export function answersUs(ports: IntakePorts, mail: ParsedMail): boolean {
  const refs = [mail.inReplyTo ?? "", ...mail.references];
  return taggedNumbers(ports, mail.to).length > 0 || refs.some((ref) => THREAD.test(ref));
}

/**
 * The complaint a mail answers: by a rightly signed reply tag, whoever writes (only who got our mail has it); by our
 * thread id or the number in the subject, if the sender is the complainant or one of our people for the project; by what the
 * same sender has added to it before.
 */
async function answered(ports: IntakePorts, mail: ParsedMail): Promise<Answered | undefined> {
  for (const number of taggedNumbers(ports, mail.to)) {
    const complaint = await byNumber(ports, number);
    if (complaint !== undefined)
      return (await known(ports, complaint, mail)) ?? { complaint, byAnother: true };
  }
  for (const ref of [mail.inReplyTo ?? "", ...mail.references]) {
    const id = THREAD.exec(ref)?.[1];
    const complaint = id === undefined ? undefined : await ports.complaints.load(id);
    const match = complaint === undefined ? undefined : await known(ports, complaint, mail);
    if (match !== undefined) return match;
    const own = await madeOf(ports, ref);
    if (own !== undefined) return (await known(ports, own, mail)) ?? { complaint: own, byAnother: true };
  }
  for (const [, named, number = named ?? ""] of mail.subject.matchAll(NUMBER_IN_SUBJECT)) {
    const complaint = await byNumber(ports, number.toUpperCase());
    const match = complaint === undefined ? undefined : await known(ports, complaint, mail);
    if (match !== undefined) return match;
  }
  return goesOn(ports, mail);
}

/**
 * The sender's complaint to which an earlier mail of the sender's was added that this one answers: phones name only the last mail of a
 * thread, which may be one of one's own.
 */
async function goesOn(ports: IntakePorts, mail: ParsedMail): Promise<Answered | undefined> {
  const refs = [mail.inReplyTo ?? "", ...mail.references].filter((ref) => ref !== "");
  const sender = mail.from?.address ?? "";
  if (refs.length === 0 || sender === "") return undefined;
  const keys = contactKeys(ports.crypto, sender);
  const ids = await Promise.all(keys.map((key) => ports.complaints.idsByContact(key, LOOKED_AT)));
  for (const id of new Set(ids.flat())) {
    const complaint = await ports.complaints.load(id);
    const isAdded = complaint?.events.some(
      ({ fact }) =>
        fact.type === "messageReceived" &&
        fact.messageId !== undefined &&
        isAmong(ports, refs, fact.messageId),
    );
    if (complaint !== undefined && isAdded === true) return known(ports, complaint, mail);
  }
  return undefined;
}

function isAmong({ crypto }: IntakePorts, refs: readonly string[], messageId: string): boolean {
  return refs.some((ref) => isShortHash(crypto, ref, messageId));
}

/** The complaint that was made of the mail with this Message-ID: only who got that mail, or wrote it, knows its id. */
function madeOf(ports: IntakePorts, messageId: string): Promise<Complaint | undefined> {
  if (messageId === "") return Promise.resolve(undefined);
  return ports.complaints.load(
    complaintId(ports, { system: MAIL_SYSTEM, channel: "email", sourceId: messageId }),
  );
}

async function byNumber(ports: IntakePorts, number: string): Promise<Complaint | undefined> {
  const id = await ports.complaints.idByNumber(number);
  return id === undefined ? undefined : ports.complaints.load(id);
}

async function known(
  ports: IntakePorts,
  complaint: Complaint,
  mail: ParsedMail,
): Promise<Answered | undefined> {
  const sender = mail.from?.address.toLowerCase() ?? "";
  if (sender === "") return undefined;
  const email = registeredValue(complaint, "email")?.toLowerCase();
  if (email === sender || (email !== undefined && email === mail.replyTo?.address.toLowerCase()))
    return { complaint };
  const project = await ports.organisation.project(complaint.registration.projectId);
  const person = (await ports.organisation.people()).find(({ email }) => email.toLowerCase() === sender);
  if (person === undefined || project === undefined || !reaches(person, project)) return undefined;
  return { complaint, person: { id: person.id, posts: postsFor(person, project) } };
}

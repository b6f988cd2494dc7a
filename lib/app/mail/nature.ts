import { isVisible } from "../../domain/invisible.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { untagged } from "../notices/tags.ts";
import type { MailSign, ParsedMail } from "../ports/mail.ts";

type Address = NonNullable<ParsedMail["from"]>;

/** What stands around a mail that its own fields do not say. */
export interface MailCircumstances {
  readonly projects: readonly Project[];
  /** It answers one of our mails: it came to a reply tag, or names our thread. */
  readonly answersUs: boolean;
  /** We have written to this sender before. */
  readonly isKnown: boolean;
}

/** How a letter is answered. Registering is another question: machine-made letters are registered and not answered. */
export interface Answering {
  /** Whom to answer; undefined: nobody may, and no address is a contact. */
  readonly to?: Address;
  /** The complainant, where the address is not to be answered too. */
  readonly name?: string;
  /** People may answer, the desk does not do it by itself. */
  readonly quiet: boolean;
}

/**
 * Why a returned mail is one: a report (RFC 3464), a null return path, or a mailer daemon. Words of a subject alone are not
 * enough, and `postmaster@` is a person unless it reports.
 */
export function isReturned(mail: ParsedMail): boolean {
  if (mail.signs === undefined) return mail.bounce;
  return mail.bounce && shows(mail, "bounce-report", "null-sender", "bounce-sender");
}

/** What a mail program sends at one tap: an answer to a meeting, a recall, a thumb. Nobody has written a letter. */
const gestures = ["meeting-answer", "recall", "reaction"] as const satisfies readonly MailSign[];

/** Why a mail is put aside instead of registered, or undefined. */
export function putAside(mail: ParsedMail, around: MailCircumstances): string | undefined {
  if (mail.verdict !== null) return mail.verdict;
  if (isAutomaticAnswer(mail, around)) return "auto-reply";
  const gesture = gestures.find((sign) => shows(mail, sign));
  if (gesture !== undefined) return gesture;
  if (mail.signs === undefined ? mail.list : shows(mail, "newsletter")) return "list";
  if (mail.defects.includes("parser-failed")) return "unreadable";
  if (!isVisible(mail.text + mail.subject) && mail.attachments.length === 0) return "empty";
  return undefined;
}

/** Words such as 自动回复 or Out of office make an answer of a machine only of what answers us, or comes from whom we wrote to. */
function isAutomaticAnswer(mail: ParsedMail, { answersUs, isKnown, projects }: MailCircumstances): boolean {
  if (mail.signs === undefined) return mail.autoReply;
  if (shows(mail, "auto-replied", "receipt")) return true;
  if (shows(mail, "auto-generated") && isOurs(mail.from, projects)) return true;
  // Platforms write by machine too, but want to hear of what does not arrive: only responders leave no way back (RFC 3834 3.3).
  if (shows(mail, "auto-generated") && shows(mail, "null-sender") && answersUs) return true;
  return shows(mail, "auto-subject") && (answersUs || isKnown || ANSWERED_SUBJECT.test(mail.subject));
}

/** 自动回复:Re: … quotes the subject that it answers. */
const ANSWERED_SUBJECT = /[:：]\s*(?:re|aw|回复|答复|回覆)\s*[:：]/i;
const NO_REPLY = /^(?:no|not|do[-_.]?not)[-_.]?reply\b|(?:^|[-_.+])(?:noreply|donotreply)(?:$|[-_.+])/i;
/** What a group writes as the name of whoever wrote to it. */
const VIA = /\s+(?:via|通过|经由)\s+.*$/i;

/**
 * Whom a letter is answered to. Answers go to Reply-To (RFC 5322 3.6.2): a contact form's person becomes the complainant. A
 * list or group, our own mailboxes and whoever asks for no reply are never written to.
 */
export function answering(mail: ParsedMail, { projects }: Pick<MailCircumstances, "projects">): Answering {
  const name = (mail.from?.name ?? "").replace(VIA, "");
  const said = name === "" ? {} : { name };
  if (mail.signs === undefined) {
    const to = mail.mustNotAnswer || isOurs(mail.from, projects) ? undefined : mail.from;
    return { ...said, ...(to ? { to } : {}), quiet: false };
  }
  if (shows(mail, "auto-generated", "junk", "bounce-report", "bounce-sender"))
    return { ...said, quiet: true };
  const wanted = [mail.replyTo, mail.from].find(
    (one) => one !== null && one !== undefined && mayBeWrittenTo(one.address, mail, projects),
  );
  // Of a mail from a group the address stands for everybody, unless it names the person to answer.
  const isGroups = VIA.test(mail.from?.name ?? "") && wanted?.address === mail.from?.address;
  if (wanted === undefined || wanted === null || isGroups) return { ...said, quiet: true };
  const isForm = wanted.address !== mail.from?.address && NO_REPLY.test(mail.from?.address ?? "");
  const written = wanted.name !== "" ? wanted.name : isForm ? "" : name;
  return {
    to: wanted,
    ...(written === "" ? {} : { name: written }),
    quiet: shows(mail, "list", "suppress"),
  };
}

function mayBeWrittenTo(address: string, mail: ParsedMail, projects: readonly Project[]): boolean {
  const local = address.replace(/@[^@]*$/, "");
  if (address === "" || !address.includes("@") || NO_REPLY.test(local)) return false;
  return address.toLowerCase() !== mail.listAddress && !isOurs({ address }, projects);
}

/** True if it says it comes from one of our own mailboxes: an answer would come back to us. */
function isOurs(from: Pick<Address, "address"> | null, projects: readonly Project[]): boolean {
  const sender = untagged(from?.address.toLowerCase() ?? "");
  return projects.some(({ mailbox }) => mailbox?.toLowerCase() === sender);
}

function shows({ signs = [] }: ParsedMail, ...wanted: readonly MailSign[]): boolean {
  return wanted.some((sign) => signs.includes(sign));
}

const FORWARDED_SUBJECT = /^\s*(?:fwd?|转发|轉寄|转寄)\s*[:：]/i;
const FORWARDED_FROM = /^[>\s]*(?:发件人|寄件者|寄件人|from)\s*[:：]\s*(.+)$/im;
const ADDRESS = /[^\s<>()[\],;:"'：＜＞]+@[^\s<>()[\],;:"'：＜＞]+/;

/** Who wrote the letter that one of our people passes on; undefined where it is no forwarded letter. */
export function forwardedFrom(mail: ParsedMail): Address | undefined {
  if (!FORWARDED_SUBJECT.test(mail.subject)) return undefined;
  const [, field = ""] = FORWARDED_FROM.exec(`${mail.text}\n${mail.quoted}`) ?? [];
  const address = ADDRESS.exec(field)?.[0] ?? "";
  const name = field
    .replace(address, "")
    .replace(/mailto:/gi, "")
    .replace(/[<>[\]()"'＜＞*]/g, "")
    .trim();
  return { name, address };
}

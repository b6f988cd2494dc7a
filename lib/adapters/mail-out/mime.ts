import addressparser from "nodemailer/lib/addressparser";
import MailComposer from "nodemailer/lib/mail-composer";
import type { MailFile, OutgoingMail } from "../../app/ports/messages.ts";

/**
 * The mail as bytes: text part first, HTML with its pictures as its alternative, everything in UTF-8. Marked as automatic so that no
 * out-of-office answer comes back; threaded by our own id, because SES replaces Message-ID and Date.
 */
export function buildMime(from: string, mail: OutgoingMail): Promise<Buffer> {
  const thread = `<${mail.threadId}@${domainOf(from)}>`;
  const composer = new MailComposer({
    from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    inReplyTo: thread,
    references: [thread, ...othersOf(mail).map((id) => `<${id}@${domainOf(from)}>`)],
    ...(mail.reply === undefined ? {} : { replyTo: { name: "", address: replyAddress(from, mail.reply) } }),
    ...attachmentsOf(mail),
    textEncoding: "base64",
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    // Nothing in a mail may make the function read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function attachmentsOf({ pictures = [], files = [] }: OutgoingMail) {
  if (pictures.length + files.length === 0) return {};
  return { attachments: [...pictures.map(inline), ...files.map(attached)] };
}

function attached({ name, contentType, content }: MailFile) {
  return {
    filename: name,
    content: Buffer.from(content),
    contentType,
    contentDisposition: "attachment" as const,
  };
}

/** What else it is about, and the notices that a returned mail is to name; a longer header would be cut on the way. */
function othersOf({ otherThreads = [], noticeId, otherNotices = [] }: OutgoingMail): string[] {
  return [
    ...otherThreads.slice(0, REFERENCES),
    ...(noticeId === undefined ? [] : [noticeId, ...otherNotices].slice(0, REFERENCES)),
  ];
}

const REFERENCES = 20;

/** A picture of the HTML part, not a file to be opened. */
function inline({ name, png }: NonNullable<OutgoingMail["pictures"]>[number]) {
  const content = Buffer.from(png);
  return {
    cid: name,
    filename: name,
    content,
    contentType: "image/png",
    contentDisposition: "inline" as const,
  };
}

/** The bare address of a sender such as `接诉 <desk@example.com>`; throws TypeError if there is none. */
export function senderAddress(from: string): string {
  const [first] = addressparser(from, { flatten: true });
  if (first === undefined || !first.address.includes("@")) throw new TypeError("MAIL_FROM holds no address");
  return first.address;
}

function replyAddress(from: string, { tag, mailbox }: NonNullable<OutgoingMail["reply"]>): string {
  const address = mailbox ?? senderAddress(from);
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`;
}

function domainOf(from: string): string {
  const address = senderAddress(from);
  return address.slice(address.lastIndexOf("@") + 1);
}

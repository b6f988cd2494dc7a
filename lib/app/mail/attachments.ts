import { keptType } from "../../domain/attachments/file-types.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { StoredFile } from "../../domain/complaint/events.ts";
import { cut } from "../../domain/cut.ts";
import type { Personal } from "../../domain/document/personal.ts";
import { change, givenTo } from "../complaints/change.ts";
import { commandIdOf, salted } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import type { MailAttachment, ParsedMail } from "../ports/mail.ts";
import { attachmentKey } from "../ports/upload.ts";
import { isProblem } from "../problems/problem.ts";
import { isLeft, LISTED, leftReason, letterText } from "./letter.ts";
import { isLong, LETTER_FILE, MAIL_SYSTEM } from "./request.ts";

export type AttachmentPorts = Parameters<typeof change>[0] &
  Pick<Ports, "attachments" | "mailbox" | "sniffType">;

/** Which mail it is, and where it is kept raw. */
export interface KeptMail {
  readonly mailId: string;
  readonly keptKey: string;
}

/** What is of no type we know is kept as plain bytes, whatever it calls itself. */
const BYTES = "application/octet-stream";
const RAW_FILE = "原始邮件.eml";

/**
 * Stores a mail's files and records them on its complaint, once: files are named by their contents, the event by
 * `mailId`, which is the mail's own however often it comes. What does not fit (the end of a long letter, files too large or
 * too many) lies beside the complaint as the whole letter and the kept mail. The raw mail leaves the inbox only after
 * that, so a crash in between repeats it.
 */
export async function keepAttachments(
  ports: AttachmentPorts,
  complaint: Complaint,
  mail: ParsedMail,
  kept: KeptMail,
): Promise<void> {
  if (mail.attachments.length > 0) await keepFiles(ports, complaint, mail, kept);
  if (isLong(mail) || mail.attachments.some(isLeft)) await keepLetter(ports, complaint, mail, kept);
}

interface Keeping {
  readonly files: readonly StoredFile[];
  readonly personal: Readonly<Record<string, Personal>>;
}

async function keepFiles(
  ports: AttachmentPorts,
  complaint: Complaint,
  mail: ParsedMail,
  { mailId }: KeptMail,
): Promise<void> {
  const files = new Map<string, StoredFile>();
  const personal: Record<string, Personal> = {};
  for (const [index, attachment] of mail.attachments.slice(0, LISTED).entries()) {
    const file = await stored(ports, complaint, attachment, index);
    if (files.has(file.id)) continue;
    files.set(file.id, file);
    const name = attachment.filename ?? "";
    if (name !== "") personal[`name.${file.id}`] = salted(ports.crypto, cut(name, 255));
  }
  await record(ports, complaint, commandIdOf(ports.crypto, "attach", mailId, givenTo(complaint)), {
    files: [...files.values()],
    personal,
  });
}

async function stored(
  ports: AttachmentPorts,
  complaint: Complaint,
  attachment: MailAttachment,
  index: number,
): Promise<StoredFile> {
  const id = (await ports.crypto.checksum(attachment.content)).slice(0, 32);
  const found = await ports.sniffType(attachment.content);
  const contentType = keptType(found, attachment.contentType) ?? BYTES;
  const left = leftReason(attachment, index);
  if (left !== undefined) return { id, contentType, size: attachment.size, left };
  const key = attachmentKey(complaint.registration.id, id);
  await ports.attachments.put(key, attachment.content, contentType);
  return { id, contentType, size: attachment.size };
}

/** The whole letter as text, with a list of the files that were not taken; for those, the mail itself. */
async function keepLetter(
  ports: AttachmentPorts,
  complaint: Complaint,
  mail: ParsedMail,
  { mailId, keptKey }: KeptMail,
): Promise<void> {
  const raw = mail.attachments.some(isLeft) ? await ports.mailbox.get(keptKey) : undefined;
  const parts = [
    { name: LETTER_FILE, contentType: "text/plain", content: new TextEncoder().encode(letterText(mail)) },
    ...(raw === undefined ? [] : [{ name: RAW_FILE, contentType: "message/rfc822", content: raw }]),
  ];
  const files: StoredFile[] = [];
  const personal: Record<string, Personal> = {};
  for (const { name, contentType, content } of parts) {
    const id = (await ports.crypto.checksum(content)).slice(0, 32);
    await ports.attachments.put(attachmentKey(complaint.registration.id, id), content, contentType);
    files.push({ id, contentType, size: content.byteLength });
    personal[`name.${id}`] = salted(ports.crypto, name);
  }
  await record(ports, complaint, commandIdOf(ports.crypto, "letter", mailId, givenTo(complaint)), {
    files,
    personal,
  });
}

async function record(
  ports: AttachmentPorts,
  complaint: Complaint,
  commandId: string,
  { files, personal }: Keeping,
): Promise<void> {
  const result = await change(ports, complaint, {
    command: { type: "attach", files, personal },
    by: { kind: "channel", id: MAIL_SYSTEM },
    commandId,
    request: files.map((file) => file.id).join(),
  });
  if (isProblem(result)) throw new Error(`files of a mail were refused: ${result.problem}`);
}

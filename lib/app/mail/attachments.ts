import { keptType } from "../../domain/attachments/file-types.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { StoredFile } from "../../domain/complaint/events.ts";
import type { Personal } from "../../domain/document/personal.ts";
import { change } from "../complaints/change.ts";
import { salted, shortHash } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import type { ParsedMail } from "../ports/mail.ts";
import { attachmentKey } from "../ports/upload.ts";
import { isProblem } from "../problems/problem.ts";
import { MAIL_SYSTEM } from "./request.ts";

export type AttachmentPorts = Parameters<typeof change>[0] & Pick<Ports, "attachments" | "sniffType">;

/** What is larger or further back stays in the raw mail, which is kept whole, and is listed as left there. */
const LARGEST = 25_000_000;
const MOST = 30;
/** What is of no type we know is kept as plain bytes, whatever it calls itself. */
const BYTES = "application/octet-stream";

/**
 * Stores a mail's files and records them on its complaint, once: files are named by their contents, the event by
 * `mailId`, which is the mail's own however often it comes. The raw mail leaves the inbox only after that, so a crash in between repeats it.
 */
export async function keepAttachments(
  ports: AttachmentPorts,
  complaint: Complaint,
  mail: ParsedMail,
  mailId: string,
): Promise<void> {
  if (mail.attachments.length === 0) return;
  const { id } = complaint.registration;
  const files: StoredFile[] = [];
  const names: Record<string, Personal> = {};
  for (const [index, attachment] of mail.attachments.entries()) {
    const checksum = (await ports.crypto.checksum(attachment.content)).slice(0, 32);
    const found = await ports.sniffType(attachment.content);
    const contentType = keptType(found, attachment.contentType) ?? BYTES;
    const left = index >= MOST ? "too-many" : attachment.size > LARGEST ? "too-large" : undefined;
    if (files.some((file) => file.id === checksum)) continue;
    if (left === undefined) {
      await ports.attachments.put(attachmentKey(id, checksum), attachment.content, contentType);
    }
    files.push({ id: checksum, contentType, size: attachment.size, ...(left === undefined ? {} : { left }) });
    const name = attachment.filename ?? "";
    if (name !== "") names[`name.${checksum}`] = salted(ports.crypto, name.slice(0, 255));
  }
  const result = await change(ports, complaint, {
    command: { type: "attach", files, personal: names },
    by: { kind: "channel", id: MAIL_SYSTEM },
    commandId: `attach:${shortHash(ports.crypto, mailId)}`,
    request: files.map((file) => file.id).join(),
  });
  if (isProblem(result)) throw new Error(`files of a mail were refused: ${result.problem}`);
}

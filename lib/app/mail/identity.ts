import { type Instant, monthOf } from "../../domain/time/instant.ts";
import type { Crypto } from "../ports/crypto.ts";
import type { ParsedMail } from "../ports/mail.ts";

/** What makes a mail this one and no other. */
export interface MailIdentity {
  /** Digest of everything written: sender, date, subject, whole text, files. The same mail always gives the same. */
  readonly contents: string;
  /** The digest that software before this one made of it: what it registered is known again. */
  readonly formerContents: string;
  /** The mail's own id; without one its contents with the addresses it went to. */
  readonly sourceId: string;
  /** Where the raw mail is kept: by its bytes, so that no mail ever takes another's place. */
  readonly keptKey: string;
}

/** Identifies a mail. Without Message-ID and date nothing but its bytes tells it from another of the same words. */
export async function identityOf(
  crypto: Crypto,
  mail: ParsedMail,
  raw: Uint8Array,
  receivedAt: Instant,
): Promise<MailIdentity> {
  const bytes = await crypto.checksum(raw);
  const files = await Promise.all(mail.attachments.map(({ content }) => crypto.checksum(content)));
  const { from, to, subject, text, quoted, date, messageId } = mail;
  const contents = crypto.digest(JSON.stringify([from, date, subject, text, quoted, files]));
  const whole = [contents, to.toSorted(), ...(date === null ? [bytes] : [])];
  return {
    contents,
    formerContents: crypto.digest(JSON.stringify([from, subject, text, quoted])),
    sourceId: messageId ?? `content:${crypto.digest(JSON.stringify(whole))}`,
    keptKey: `mail/${monthOf(receivedAt, "UTC")}/${bytes}.eml`,
  };
}

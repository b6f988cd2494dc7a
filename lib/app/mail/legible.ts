import { withoutMarks } from "../../domain/invisible.ts";
import type { ParsedMail } from "../ports/mail.ts";

/** A mail whose names, subject and file names read as they stand: none turns what follows around. The raw mail keeps them. */
export function legible(mail: ParsedMail): ParsedMail {
  const named = <P extends { readonly name: string }>(one: P): P => ({
    ...one,
    name: withoutMarks(one.name),
  });
  const { from, replyTo } = mail;
  return {
    ...mail,
    from: from === null ? null : named(from),
    ...(replyTo === undefined || replyTo === null ? {} : { replyTo: named(replyTo) }),
    subject: withoutMarks(mail.subject),
    attachments: mail.attachments.map((file) => ({
      ...file,
      filename: file.filename === null ? null : withoutMarks(file.filename),
    })),
  };
}

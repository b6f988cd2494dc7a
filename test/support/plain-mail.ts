import type { ParsedMail } from "../../lib/app/ports/mail.ts";
import { project } from "./organisation.ts";

/** A mail as the parser gives it, stored as the raw object. */
export function rawMail(more: Partial<ParsedMail> = {}): Uint8Array {
  const mail: ParsedMail = {
    from: { name: "示例业主", address: "owner@home.example" },
    to: [project.mailbox ?? ""],
    subject: "电梯",
    text: "电梯又停了",
    quoted: "",
    date: null,
    messageId: "<1@home.example>",
    inReplyTo: null,
    references: [],
    attachments: [],
    verdict: null,
    autoReply: false,
    bounce: false,
    list: false,
    mustNotAnswer: false,
    defects: [],
    ...more,
  };
  const text = JSON.stringify(mail, (_, value) =>
    value instanceof Uint8Array ? { bytes: [...value] } : value,
  );
  return new TextEncoder().encode(text);
}

/** Reads what `rawMail` wrote. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  return JSON.parse(new TextDecoder().decode(raw), (_, value) =>
    value !== null && typeof value === "object" && "bytes" in value ? Uint8Array.from(value.bytes) : value,
  ) as ParsedMail;
}

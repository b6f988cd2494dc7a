import { parseMail } from "../../../lib/adapters/mail-in/index.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { type Complaint, registeredValue } from "../../../lib/domain/complaint/document.ts";
import { at } from "../../support/builders.ts";
import { type World, world } from "../../support/world.ts";

/* Letters written by hand, and what the desk makes of them. */

export const now = at("2026-03-02 10:00");
export const plain = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"];
export const html = ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: 8bit"];
export const base64 = (text: string) => Buffer.from(text).toString("base64");
export const encoded = (text: string) => `=?utf-8?B?${base64(text)}?=`;

const usual: Readonly<Record<string, string>> = {
  From: "Wang <wang@home.example>",
  To: "project-1@desk.example",
  Subject: encoded("水泵"),
  "Message-ID": "<kind@home.example>",
  Date: "Mon, 02 Mar 2026 09:00:00 +0800",
  "MIME-Version": "1.0",
};

export function mail(fields: readonly string[], body: string): Buffer {
  const has = (name: string) =>
    fields.some((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  const head = Object.entries(usual).flatMap(([name, value]) => (has(name) ? [] : [`${name}: ${value}`]));
  return Buffer.from([...head, ...fields, "", body, ""].join("\r\n"));
}

export type Part = readonly [fields: readonly string[], body: string];

export function parts(kind: string, some: readonly Part[], fields: readonly string[] = []): Buffer {
  const body = some.map(([head, text]) => `--b\r\n${head.join("\r\n")}\r\n\r\n${text}\r\n`).join("");
  return mail([`Content-Type: multipart/${kind}; boundary="b"`, ...fields], `${body}--b--`);
}

export function withBytes(fields: readonly string[], body: Buffer): Buffer {
  return Buffer.concat([mail(fields, "").subarray(0, -2), body]);
}

/** エレベーター (lift) in ISO-2022-JP. */
export const inIso2022 = Buffer.from("\u001b$B%(%l%Y!<%?!<\u001b(B", "latin1");

export async function taken(raw: Buffer): Promise<{ w: World; complaint: Complaint | undefined }> {
  const w = world(now);
  await w.mailbox.put("raw/kind", raw);
  await takeMail({ ...w.ports, parseMail }, { rawKey: "raw/kind", receivedAt: now });
  await w.drain();
  return { w, complaint: [...w.complaints.items.values()][0] };
}

export async function said(raw: Buffer): Promise<string | undefined> {
  const { complaint } = await taken(raw);
  return complaint && registeredValue(complaint, "matter");
}

import { gbk } from "./gbk.ts";
import type { ScriptedMail } from "./script.ts";

/** Headers that make a mail an answer to another. */
export interface Thread {
  readonly inReplyTo: string;
  readonly references: readonly string[];
}

const crlf = "\r\n";
/** A one-pixel PNG: a photo of the damage, as far as the desk cares. */
const photo =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function word(text: string, charset: "utf-8" | "gb2312"): string {
  const bytes = charset === "utf-8" ? Buffer.from(text) : gbk(text);
  return `=?${charset}?B?${bytes.toString("base64")}?=`;
}

function lines(base64: string): string {
  return (base64.match(/.{1,76}/g) ?? []).join(crlf);
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");

/** A raw mail as programs of different ages write it. `at` is its Date, epoch milliseconds. */
export function rawMail(mail: ScriptedMail, at: number, thread?: Thread): Buffer {
  const charset = mail.style === "gbk" ? "gb2312" : "utf-8";
  const head = [
    `From: ${word(mail.from.name, charset)} <${mail.from.address}>`,
    `To: <${mail.to}>`,
    `Subject: ${word(mail.subject, charset)}`,
    `Date: ${new Date(at).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: ${mail.messageId}`,
    ...(thread === undefined
      ? []
      : [`In-Reply-To: ${thread.inReplyTo}`, `References: ${thread.references.join(" ")}`]),
    ...(mail.autoReply === true ? ["Auto-Submitted: auto-replied"] : []),
    "MIME-Version: 1.0",
  ];
  const { headers, body } = content(mail);
  return Buffer.concat([Buffer.from([...head, ...headers, "", ""].join(crlf)), body, Buffer.from(crlf)]);
}

function content(mail: ScriptedMail): { readonly headers: readonly string[]; readonly body: Buffer } {
  const text = mail.text.replaceAll("\n", crlf);
  switch (mail.style) {
    case "plain":
      return {
        headers: ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"],
        body: Buffer.from(lines(Buffer.from(text).toString("base64"))),
      };
    case "gbk":
      // Labelled GB2312 and sent in eight bits, as old Foxmail does.
      return {
        headers: ["Content-Type: text/plain; charset=gb2312", "Content-Transfer-Encoding: 8bit"],
        body: gbk(text),
      };
    case "html":
      return {
        headers: ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: 8bit"],
        body: Buffer.from(`<html><body><div>${escaped(mail.text)}</div></body></html>`),
      };
    case "attachment":
      return withPhoto(text);
  }
}

function withPhoto(text: string) {
  const boundary = "----=_jiesu_demo_part";
  const name = word("现场照片.png", "utf-8");
  const body = [
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    lines(Buffer.from(text).toString("base64")),
    `--${boundary}`,
    `Content-Type: image/png; name="${name}"`,
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: attachment; filename="${name}"`,
    "",
    photo,
    `--${boundary}--`,
  ].join(crlf);
  return { headers: [`Content-Type: multipart/mixed; boundary="${boundary}"`], body: Buffer.from(body) };
}

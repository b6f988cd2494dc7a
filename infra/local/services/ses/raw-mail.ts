/** Bytes as latin1 text: header surgery must not touch any byte it does not mean. */
const split = /\r?\n\r?\n/;

const dropped = /^(message-id|date|bcc)$/i;

/** SES writes dates like `Mon, 02 Mar 2026 01:00:00 +0000`. `at` is epoch milliseconds. */
const mailDate = (at: number) => new Date(at).toUTCString().replace("GMT", "+0000");

/** Header fields of a raw mail, folded lines kept together. */
function fields(headers: string): string[] {
  return headers.split(/\r?\n(?![ \t])/).filter((field) => field !== "");
}

const nameOf = (field: string) => field.slice(0, Math.max(0, field.indexOf(":"))).trim();

function halves(raw: Uint8Array): { headers: string; body: string; lineEnd: string } {
  const text = Buffer.from(raw).toString("latin1");
  const gap = split.exec(text);
  const headers = gap === null ? text : text.slice(0, gap.index);
  const body = gap === null ? "" : text.slice(gap.index + gap[0].length);
  return { headers, body, lineEnd: /\r\n/.test(headers) || gap?.[0] === "\r\n\r\n" ? "\r\n" : "\n" };
}

/** True if the header field is there, whatever its case. */
export function hasField(raw: Uint8Array, name: string): boolean {
  return fields(halves(raw).headers).some((field) => nameOf(field).toLowerCase() === name);
}

/** What SES makes of a mail: its own Message-ID and Date in place of the sender's, no Bcc. */
export function asSesSends(raw: Uint8Array, messageId: string, at: number): Uint8Array {
  const { headers, body, lineEnd } = halves(raw);
  const kept = fields(headers).filter((field) => !dropped.test(nameOf(field)));
  const written = [`Message-ID: <${messageId}>`, `Date: ${mailDate(at)}`, ...kept].join(lineEnd);
  return Buffer.from(`${written}${lineEnd}${lineEnd}${body}`, "latin1");
}

import type { DefectList } from "./defects.ts";
import { decodeUuencode } from "./uuencode.ts";

/** A view of the same memory as a Buffer, for its fast string conversions. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Undoes a Content-Transfer-Encoding. Content that plainly is not so encoded is returned as it stands. */
export function decodeTransfer(body: Buffer, declared: string, defects: DefectList): Buffer {
  const token = /[a-z0-9-]+/.exec(declared.toLowerCase().replace(/\([^)]*\)/g, ""))?.[0] ?? "";
  switch (token) {
    case "base64":
    case "b":
      return decodeBase64Body(body, defects);
    case "quoted-printable":
    case "quotedprintable":
    case "q":
      return decodeQuotedPrintable(body);
    case "x-uuencode":
    case "uuencode":
    case "x-uue":
      return decodeUuencode(body);
    case "":
    case "7bit":
    case "7-bit":
    case "8bit":
    case "8-bit":
    case "binary":
      return body;
    default:
      defects.add("transfer-encoding-unknown");
      return body;
  }
}

/** Base64 with anything in between; "=" inside ends a unit, as mailers that pad each line mean it. */
export function decodeBase64(text: string): Buffer {
  const end = text.indexOf("=");
  if (end < 0 || !/[A-Za-z0-9+/]/.test(text.slice(end))) return Buffer.from(text, "base64");
  return Buffer.concat(text.split(/=+/).map((unit) => Buffer.from(unit, "base64")));
}

function decodeBase64Body(body: Buffer, defects: DefectList): Buffer {
  const text = body.toString("latin1");
  const footer = PROSE_AFTER_BASE64.exec(text);
  const encoded = text.slice(0, footer?.index);
  if (isProse(encoded)) {
    defects.add("transfer-encoding-wrong");
    return body;
  }
  if (footer === null) return decodeBase64(encoded);
  defects.add("text-after-base64");
  const after = body.subarray(encoded.length + footer[0].length);
  return Buffer.concat([decodeBase64(encoded), Buffer.of(0x0a), after]);
}

/** So much of it, and nothing else: whoever writes prose does not come this far without a blank. */
const LEAST_BASE64 = 60;

/** Text that is base64 from end to end though nothing says so, if it decodes to readable UTF-8; else as it stands. */
export function undeclaredBase64(body: Buffer, declared: string, defects: DefectList): Buffer {
  if (/\S/.test(declared) && !/^\s*[78]-?bit/i.test(declared)) return body;
  const text = body.toString("latin1").replace(/\s+/g, "");
  if (text.length < LEAST_BASE64 || text.length % 4 !== 0) return body;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || !/^\s*\S{40,}\s*$/m.test(body.toString("latin1").slice(0, 200)))
    return body;
  const decoded = Buffer.from(text, "base64");
  try {
    if (/[\p{Cc}--[\t\n\r]]/v.test(new TextDecoder("utf-8", { fatal: true }).decode(decoded))) return body;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return body;
  }
  defects.add("transfer-encoding-wrong");
  return decoded;
}

/** Prose has spaces inside its lines or 8-bit bytes; base64 has neither. */
function isProse(text: string): boolean {
  const head = text.slice(0, 4096).trim();
  if (head === "") return false;
  const strange = head.match(/[^A-Za-z0-9+/=\s]| \S/g)?.length ?? 0;
  return /[\x80-\xff]/.test(head) || strange > head.length / 10;
}

/** The blank line before a footer that a list added without looking: a line of prose or a rule follows it. */
const PROSE_AFTER_BASE64 = /(?:\r?\n[ \t]*){2,}(?=[^\r\n]*(?:[\w.,:] [\w(]|[_*#-]{5}))/;

/** RFC 2045 quoted-printable; a "=" that encodes nothing stays as it is. */
export function decodeQuotedPrintable(body: Buffer): Buffer {
  if (!body.includes(0x3d)) return body;
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i += 1) {
    const byte = body[i] ?? 0;
    if (byte === 0x3d) {
      const high = hexDigit(body[i + 1]);
      const low = hexDigit(body[i + 2]);
      if (high >= 0 && low >= 0) {
        out[length] = high * 16 + low;
        length += 1;
        i += 2;
        continue;
      }
      const next = softBreakEnd(body, i + 1);
      if (next > 0) {
        i = next - 1;
        continue;
      }
    }
    out[length] = byte;
    length += 1;
  }
  return out.subarray(0, length);
}

/** Index after "=" spaces newline, or −1 when the line goes on. */
function softBreakEnd(body: Buffer, from: number): number {
  let i = from;
  while (body[i] === 0x20 || body[i] === 0x09) i += 1;
  if (i >= body.length) return i;
  if (body[i] === 0x0d) return body[i + 1] === 0x0a ? i + 2 : i + 1;
  return body[i] === 0x0a ? i + 1 : -1;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

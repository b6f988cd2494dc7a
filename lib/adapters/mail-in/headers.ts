import { decodeText, has8bit } from "./charset.ts";
import type { DefectList } from "./defects.ts";

/** One field: lower-case name and unfolded value as bytes in a latin1 string. */
export type HeaderField = { name: string; raw: string };

const FIELD = /^([!-9;-~]+)[ \t]*:/;
const WELL_KNOWN =
  /^(?:from|to|cc|subject|date|received|return-path|reply-to|sender|message-id|in-reply-to|references|mime-version|content-[a-z-]+|x-[a-z0-9-]+|list-[a-z-]+|auto-submitted|precedence|dkim-signature|importance|priority|user-agent|delivered-to|thread-[a-z]+)[ \t]*:/i;

/**
 * Splits a message or part into its fields and its body. Repairs what mail systems break: a mbox
 * "From " line, lines without a name, a missing blank line, continuation lines that lost their space.
 */
export function splitHeaders(
  bytes: Buffer,
  isMessage: boolean,
  defects: DefectList,
): { fields: HeaderField[]; body: Buffer } {
  const fields: HeaderField[] = [];
  let at = isMessage ? startOfMessage(bytes) : 0;
  while (at < bytes.length) {
    const { text, next } = lineAt(bytes, at);
    if (text === "") return { fields, body: bytes.subarray(next) };
    const last = fields.at(-1);
    const field = FIELD.exec(text);
    const follower = next < bytes.length ? lineAt(bytes, next).text : "";
    if (/^[ \t]*$/.test(text)) {
      // A line of blanks ends the header unless the header visibly goes on.
      if (!WELL_KNOWN.test(follower)) return { fields, body: bytes.subarray(next) };
    } else if (last !== undefined && (/^[ \t]/.test(text) || text.startsWith("=?"))) {
      last.raw += /^[ \t]/.test(text) ? text : ` ${text}`;
    } else if (field !== null) {
      fields.push({ name: (field[1] ?? "").toLowerCase(), raw: text.slice(field[0].length) });
    } else if (/^>?From /.test(text) || (WELL_KNOWN.test(follower) && !text.startsWith("--"))) {
      if (!/^>?From /.test(text)) defects.add("malformed-header");
    } else {
      defects.add(fields.length === 0 ? "no-headers" : "missing-blank-line");
      return { fields, body: bytes.subarray(at) };
    }
    at = next;
  }
  return { fields, body: bytes.subarray(bytes.length) };
}

/** A byte order mark and blank lines before the first field; before anything else they are the blank line. */
function startOfMessage(bytes: Buffer): number {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = start;
  while (bytes[at] === 0x0a || bytes[at] === 0x0d) at += 1;
  const first = lineAt(bytes, at).text;
  return WELL_KNOWN.test(first) || first.startsWith("From ") ? at : start;
}

function lineAt(bytes: Buffer, from: number): { text: string; next: number } {
  const newline = bytes.indexOf(0x0a, from);
  const end = newline < 0 ? bytes.length : newline;
  const text = bytes
    .toString("latin1", from, end)
    .replace(/\r+$/, "")
    .replaceAll("\r", " ")
    .replaceAll("\0", "");
  return { text, next: newline < 0 ? bytes.length : newline + 1 };
}

/** The fields of one message or part, by name. */
export class Headers {
  readonly #fields: readonly HeaderField[];
  readonly #defects: DefectList;
  /** Charset for raw 8-bit fields, as declared by the Content-Type. */
  readonly #hint: string | null;

  constructor(fields: readonly HeaderField[], defects: DefectList) {
    this.#fields = fields;
    this.#defects = defects;
    this.#hint = /charset\s*=\s*"?([^\s";]+)/i.exec(this.raw("content-type") ?? "")?.[1] ?? null;
  }

  /** First value as bytes in a latin1 string, trimmed; null where the field is absent. */
  raw(name: string): string | null {
    return this.#fields.find((field) => field.name === name)?.raw.trim() ?? null;
  }

  /** All values as text, encoded words left as they are. */
  all(name: string): string[] {
    return this.#fields.filter((field) => field.name === name).map((field) => this.#text(field.raw));
  }

  /** First value as text, raw 8-bit bytes decoded, encoded words left as they are. */
  text(name: string): string | null {
    return this.all(name)[0] ?? null;
  }

  /** First value that is not blank. */
  filled(name: string): string | null {
    return this.all(name).find((value) => value !== "") ?? null;
  }

  has(name: string): boolean {
    return this.#fields.some((field) => field.name === name);
  }

  get size(): number {
    return this.#fields.length;
  }

  #text(raw: string): string {
    const bytes = Buffer.from(raw, "latin1");
    if (!has8bit(bytes)) return decodeText(bytes, null, this.#defects).trim();
    this.#defects.add("raw-8bit-header");
    return decodeText(
      bytes,
      /^(?:us-)?ascii$/i.test(this.#hint ?? "") ? null : this.#hint,
      this.#defects,
    ).trim();
  }
}

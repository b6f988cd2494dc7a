import type { MailAttachment } from "../../app/ports/mail.ts";
import { calendarWords } from "./calendar-words.ts";
import { decodeText } from "./charset.ts";
import { cmsOpener, type OpenCms } from "./cms.ts";
import { DefectList } from "./defects.ts";
import { decodeHeaderText } from "./encoded-words.ts";
import { unflow } from "./flowed.ts";
import { htmlToText, metaCharset, textToHtml } from "./html.ts";
import { parameterText } from "./parameters.ts";
import { ATTACHED_MARK } from "./quote-marks.ts";
import { type Part, readPart } from "./structure.ts";
import { decodeTransfer, undeclaredBase64 } from "./transfer.ts";
import { splitUuencoded } from "./uuencode.ts";

/** One representation of a stretch of the letter; at least one of the two is not null. */
type Body = { plain: string | null; html: string | null };
/** What a mail says, and what it carries. */
export type Content = {
  text: string;
  html: string | null;
  attachments: MailAttachment[];
  /** What the mails say that are attached to words of one's own. */
  passedOn: string;
};

const MAX_MESSAGE_DEPTH = 8;

/**
 * Gathers text, HTML and files of a MIME tree. A nested message is kept as a file and its text is shown too; so is an S/MIME
 * part (RFC 8551) that is not encrypted.
 */
export function collectContent(root: Part, defects: DefectList): Content {
  const collector = new Collector(defects, cmsOpener());
  const bodies = collector.walk(root, false, 0);
  const own = joinBodies(bodies, defects);
  const says = own !== null && isVisible(plainOf(own, defects));
  const beside = says ? new DefectList() : defects;
  const attached = joinBodies(collector.passedOn(beside), beside);
  // Without a word of one's own, what is said stands in the mails that are attached, or in the invitation.
  const body = says ? own : (attached ?? collector.invitation() ?? own);
  return {
    text: body === null ? "" : plainOf(body, defects),
    html: body?.html ?? null,
    attachments: collector.attachments,
    passedOn: says && attached !== null ? plainOf(attached, beside) : "",
  };
}

class Collector {
  readonly attachments: MailAttachment[] = [];
  readonly #defects: DefectList;
  readonly #openCms: OpenCms;
  readonly #attached: Buffer[] = [];
  readonly #calendars: string[] = [];
  #hasText = false;

  constructor(defects: DefectList, openCms: OpenCms) {
    this.#defects = defects;
    this.#openCms = openCms;
  }

  walk(part: Part, isReport: boolean, depth: number): Body[] {
    if (part.children.length > 0)
      return this.#multipart(part, isReport || part.type === "multipart/report", depth);
    if (part.type === "message/rfc822" || part.type === "message/global")
      return this.#message(part, isReport, depth);
    if (isCms(part, this.#filename(part))) return this.#cms(part, isReport, depth);
    if (!this.#isInlineText(part)) {
      const bytes = this.#attach(part);
      if (part.type === "text/calendar")
        this.#calendars.push(calendarWords(decodeText(bytes, charsetOf(part), new DefectList())));
      // A delivery report without a word for people still says what it is about.
      return part.type === "message/delivery-status" && !this.#hasText
        ? [{ plain: decodeText(bytes, null, this.#defects), html: null }]
        : [];
    }
    const body = this.#text(part);
    if ((body.plain ?? body.html ?? "").trim() !== "") this.#hasText = true;
    return [body];
  }

  #multipart(part: Part, isReport: boolean, depth: number): Body[] {
    // PGP/MIME (RFC 3156)
    if (part.type === "multipart/encrypted") this.#defects.add("encrypted");
    if (part.type !== "multipart/alternative")
      return part.children.flatMap((child) => this.walk(child, isReport, depth));
    const variants: Body[] = [];
    const before = this.#hasText;
    for (const child of part.children) {
      // The variants say the same thing, so none of them makes another a mere file.
      this.#hasText = before;
      const body = joinBodies(this.walk(child, isReport, depth), this.#defects);
      if (body !== null) variants.push(body);
    }
    this.#hasText = before || variants.length > 0;
    return variants.length === 0 ? [] : [chooseVariant(variants)];
  }

  #message(part: Part, isReport: boolean, depth: number): Body[] {
    const bytes = decodeTransfer(
      part.body,
      part.headers.text("content-transfer-encoding") ?? "",
      this.#defects,
    );
    this.#add(part, bytes);
    // In a delivery report the returned mail is evidence, not what the sender says.
    if (isReport || depth >= MAX_MESSAGE_DEPTH) return [];
    if (part.disposition.value !== "attachment") return this.#nested(bytes, depth);
    this.#attached.push(bytes);
    return [];
  }

  /** A signed or packed letter is read as if it came without the wrapping, which is kept as a file; so is a signed file's own. */
  #cms(part: Part, isReport: boolean, depth: number): Body[] {
    const bytes = this.#attach(part);
    if (depth >= MAX_MESSAGE_DEPTH) return [];
    const opened = this.#openCms(bytes);
    if (opened.holds === "secret") this.#defects.add("encrypted");
    if (opened.holds !== "entity") return [];
    if (MIME_HEAD.test(opened.bytes.toString("latin1", 0, MIME_HEAD_BYTES)))
      return this.walk(readPart(opened.bytes, this.#defects, "text/plain", 1), isReport, depth + 1);
    this.#addFile(this.#filename(part)?.replace(P7M, "") ?? null, "application/octet-stream", opened.bytes);
    return [];
  }

  /** What the mails say that are attached as files. */
  passedOn(defects: DefectList): Body[] {
    return this.#attached.flatMap((bytes) => this.#nested(bytes, 0, defects));
  }

  /** What the invitations say; undefined where there is none, or it has no words. */
  invitation(): Body | undefined {
    const words = this.#calendars.filter(isVisible).join("\n");
    return words === "" ? undefined : { plain: words, html: null };
  }

  #nested(bytes: Buffer, depth: number, defects = this.#defects): Body[] {
    const inner = readPart(bytes, defects);
    const nested = new Collector(defects, this.#openCms);
    return [{ plain: nestedHeader(inner, defects), html: null }, ...nested.walk(inner, false, depth + 1)];
  }

  #isInlineText(part: Part): boolean {
    if (part.disposition.value === "attachment") return false;
    if (part.type === "text/plain" || part.type === "text/html")
      return !(this.#hasText && this.#filename(part) !== null);
    // Kinds of text that have no reader of their own stand in where nothing else is said.
    return (
      !this.#hasText && /^text\/(?:enriched|richtext|x-plain|x-html|markdown|x-markdown)$/.test(part.type)
    );
  }

  #text(part: Part): Body {
    const encoding = part.headers.text("content-transfer-encoding") ?? "";
    const bytes = undeclaredBase64(
      decodeTransfer(part.body, encoding, this.#defects),
      encoding,
      this.#defects,
    );
    const declared = charsetOf(part);
    const isHtml = part.type === "text/html" || part.type === "text/x-html";
    const text = clean(
      decodeText(bytes, declared ?? metaCharset(bytes), this.#defects, metaCharset(bytes)),
      this.#defects,
    );
    if (isHtml) return { plain: null, html: text };
    if (/^\s*(?:<!doctype html|<html[\s>])/i.test(text)) {
      this.#defects.add("html-labelled-plain");
      return { plain: null, html: text };
    }
    if (part.type !== "text/plain") return { plain: text.replace(/<\/?[a-z-]+>/gi, ""), html: null };
    const { text: plain, files } = splitUuencoded(text);
    for (const { filename, content } of files) this.#addFile(filename, "application/octet-stream", content);
    const isFlowed = part.contentType.parameters.get("format")?.toLowerCase() === "flowed";
    return {
      plain: isFlowed
        ? unflow(plain, part.contentType.parameters.get("delsp")?.toLowerCase() === "yes")
        : plain,
      html: null,
    };
  }

  #attach(part: Part): Buffer {
    const encoding = part.headers.text("content-transfer-encoding") ?? "";
    const bytes = decodeTransfer(part.body, encoding, this.#defects);
    this.#add(part, bytes);
    return bytes;
  }

  #add(part: Part, bytes: Buffer): void {
    this.#addFile(this.#filename(part), part.type, bytes);
  }

  #addFile(filename: string | null, contentType: string, bytes: Buffer): void {
    const content = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.attachments.push({ filename, contentType, size: content.length, content });
  }

  /** The file's own name: any path before it and control characters removed. */
  #filename(part: Part): string | null {
    const written =
      parameterText(part.disposition, "filename", this.#defects) ??
      parameterText(part.contentType, "name", this.#defects);
    const name = (written ?? "")
      .replace(/\p{Cc}+/gu, "")
      .replace(/^.*[\\/]/, "")
      .trim();
    return name === "" ? null : name;
  }
}

function charsetOf({ contentType }: Part): string | null {
  return contentType.parameters.get("charset") ?? null;
}

const P7M = /\.p7[mz]$/i;
/** Fields of a MIME entity (RFC 2045) before anything else; a signed document of another kind has none. */
const MIME_HEAD = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-[\w-]+[ \t]*:/i;
const MIME_HEAD_BYTES = 4096;

function isCms({ type }: Part, filename: string | null): boolean {
  if (/^application\/(?:x-)?pkcs7-mime$/.test(type)) return true;
  return type === "application/octet-stream" && P7M.test(filename ?? "");
}

/** Of an alternative: the plain text its sender wrote, and the last HTML. */
function chooseVariant(variants: readonly Body[]): Body {
  const html = variants.findLast((variant) => variant.html !== null)?.html ?? null;
  const plain = variants.find(
    (variant) => variant.plain !== null && isVisible(variant.plain) && !isExcuse(variant.plain, html),
  );
  return { plain: plain?.plain ?? (html === null ? (variants[0]?.plain ?? "") : null), html };
}

/** True if there is something to read: no-break blanks and zero-width marks alone say nothing. */
function isVisible(text: string): boolean {
  return /[^\s\p{Cf}\p{Cc}]/u.test(text);
}

/** "Your mail program cannot show HTML" is not what the sender says. */
function isExcuse(plain: string, html: string | null): boolean {
  return (
    html !== null &&
    plain.length < 300 &&
    /(?:不支持|無法顯示|无法显示|not support|cannot (?:display|view)|view (?:this|it) in|use an? ).{0,40}html/i.test(
      plain,
    )
  );
}

function joinBodies(bodies: readonly Body[], defects: DefectList): Body | null {
  const [first, ...rest] = bodies;
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  const isAllHtml = bodies.every((body) => body.plain === null);
  return {
    plain: isAllHtml ? null : bodies.map((body) => plainOf(body, defects)).join("\n"),
    html: bodies.some((body) => body.html !== null)
      ? bodies.map((body) => body.html ?? textToHtml(body.plain ?? "")).join("\n")
      : null,
  };
}

function plainOf(body: Body, defects: DefectList): string {
  return body.plain ?? htmlToText(body.html ?? "", defects);
}

function clean(text: string, defects: DefectList): string {
  if (text.includes("\0")) defects.add("nul-bytes");
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}--[\t\n]]/gv, "")
    .replaceAll("\uFEFF", "");
}

function nestedHeader(message: Part, defects: DefectList): string {
  const lines = ["from", "date", "to", "subject"].flatMap((name) => {
    const value = message.headers.filled(name);
    return value === null ? [] : [{ name, value: decodeHeaderText(value, defects) }];
  });
  return ["", ATTACHED_MARK, ...lines.map(({ name, value }) => `${name}: ${value}`), ""].join("\n");
}

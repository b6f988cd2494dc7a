import type { DefectList } from "./defects.ts";

/** No mail program writes more parts; hostile mails do. */
const MAX_DELIMITERS = 5_000;
const DASH = 0x2d;
const LF = 0x0a;
const CR = 0x0d;

type Delimiter = { start: number; next: number; isClosing: boolean };

/** Parts of a multipart, and what stands after its end although nothing should. */
export type FoundParts = { parts: Buffer[]; rest: Buffer[] };

/**
 * The parts between a multipart's delimiter lines, or null where there is no delimiter at all. A
 * wrong or missing boundary parameter is replaced by the first line that looks like a delimiter.
 */
export function findParts(body: Buffer, boundary: string | null, defects: DefectList): FoundParts | null {
  const declared = boundary === null || boundary === "" ? [] : delimiters(body, boundary, defects);
  if (declared.length > 0) return cut(body, declared, defects);
  const guessed = guessBoundary(body);
  if (guessed === null) return null;
  defects.add("boundary-guessed");
  return cut(body, delimiters(body, guessed, defects), defects);
}

function cut(body: Buffer, found: readonly Delimiter[], defects: DefectList): FoundParts {
  const parts: Buffer[] = [];
  const rest: Buffer[] = [];
  const preamble = body.subarray(0, found[0]?.start ?? 0);
  // Words before the first part are for readers without MIME, unless a delimiter was lost above them.
  if (CONTENT_FIELD.test(preamble.subarray(0, 65_536).toString("latin1"))) {
    defects.add("part-before-first-boundary");
    parts.push(preamble);
  }
  let isOpen = false;
  for (const [index, delimiter] of found.entries()) {
    const following = found[index + 1];
    const end = following === undefined ? body.length : endBefore(body, following.start);
    const content = body.subarray(delimiter.next, Math.max(delimiter.next, end));
    if (delimiter.isClosing) {
      isOpen = false;
      if (!isBlank(content)) {
        // Footers added on the way and the rest of damaged mails: shown as text, never dropped.
        defects.add("text-after-closing-boundary");
        rest.push(
          CONTENT_FIELD.test(content.toString("latin1", 0, 200))
            ? content
            : Buffer.concat([Buffer.of(LF), content]),
        );
      }
      continue;
    }
    if (index > 0 && !isOpen) defects.add("part-after-closing-boundary");
    isOpen = true;
    parts.push(content);
  }
  if (isOpen) defects.add("boundary-not-closed");
  return { parts, rest };
}

const CONTENT_FIELD = /(?:^|\n)content-(?:type|disposition|transfer-encoding)[ \t]*:/i;

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

/** The line end before a delimiter belongs to the delimiter. */
function endBefore(body: Buffer, start: number): number {
  let end = start;
  if (body[end - 1] === LF) end -= 1;
  if (body[end - 1] === CR) end -= 1;
  return end;
}

function delimiters(body: Buffer, boundary: string, defects: DefectList): Delimiter[] {
  const marker = Buffer.from(`--${boundary}`, "latin1");
  const found: Delimiter[] = [];
  // What stands after the last delimiter taken stays whole in the last part.
  for (let at = body.indexOf(marker); at >= 0; at = body.indexOf(marker, at + marker.length)) {
    if (at > 0 && body[at - 1] !== LF) continue;
    const delimiter = delimiterAt(body, at, at + marker.length);
    if (delimiter !== null) found.push(delimiter);
    if (found.length >= MAX_DELIMITERS) {
      defects.add("too-many-parts");
      break;
    }
  }
  return found;
}

/** A delimiter holds nothing else but white space; "--ab" is none of "--abc". */
function delimiterAt(body: Buffer, start: number, afterBoundary: number): Delimiter | null {
  const isClosing = body[afterBoundary] === DASH && body[afterBoundary + 1] === DASH;
  let at = isClosing ? afterBoundary + 2 : afterBoundary;
  while (body[at] === 0x20 || body[at] === 0x09 || body[at] === CR) at += 1;
  if (at >= body.length) return { start, next: body.length, isClosing };
  return body[at] === LF ? { start, next: at + 1, isClosing } : null;
}

/** The boundary of the first line that looks like a delimiter, or null. */
export function guessBoundary(body: Buffer): string | null {
  // A delimiter line is recognised by the Content- field in the lines after it.
  const head = body.subarray(0, 65_536).toString("latin1");
  return (
    /(?:^|\n)--([^\r\n]{1,200}?)[ \t]*\r?\n(?:[^\r\n]+\r?\n){0,4}?content-[a-z-]+[ \t]*:/i.exec(head)?.[1] ??
    null
  );
}

import {
  ATTACHED_MARK,
  headerLabel,
  isAttribution,
  isForwardMark,
  isOriginalMark,
  isQuotedLine,
  isRule,
  mayStartAttribution,
  unquoted,
} from "./quote-marks.ts";

/** The new part of a letter, and the earlier mails it quotes. */
export type SplitText = { text: string; quoted: string };

/**
 * Folds what a mail quotes of earlier ones (QQ, Foxmail, 163, Outlook, Apple Mail, Gmail, Aliyun and
 * classic "> "). Every line that is not blank ends up in exactly one of the two. Answers between or below
 * "> " lines stay text; a letter that would be folded whole, and a forwarded one, is not folded. In a letter that answers nothing
 * (`isAnswer` false) "> " lines that something follows are a list or a notice that it shows, unless an earlier mail was
 * announced above them.
 */
export function splitQuoted(body: string, subject: string, isAnswer = true): SplitText {
  const lines = body.split("\n").map((line) => line.trimEnd());
  const isForward = /^\s*(?:fwd?|wg|tr|转发|轉寄|轉發)\s*[:：]/i.test(subject);
  const isQuoted = markQuoted(lines, isForward, isAnswer || ANSWER_SUBJECT.test(subject));
  const text = tidy(lines.filter((_, index) => !isQuoted[index]));
  if (text.trim() === "") return { text: tidy(lines), quoted: "" };
  return { text, quoted: tidy(lines.filter((_, index) => isQuoted[index] === true)) };
}

const ANSWER_SUBJECT = /^\s*(?:re|aw|sv|antw|回复|答复|回覆|答覆)\s*(?:\[\d+\])?\s*[:：]/i;

function markQuoted(lines: readonly string[], isForward: boolean, isAnswer: boolean): boolean[] {
  const marks: boolean[] = Array.from({ length: lines.length }, () => false);
  const tail = quotedTail(lines);
  let isAnnounced = isAnswer;
  let at = 0;
  while (at < lines.length) {
    const line = (lines[at] ?? "").trim();
    if (line === "") {
      at += 1;
      continue;
    }
    // A mail in the mail is passed on, unless the letter answers: then it is what was answered.
    if (isForwardMark(unquoted(line)) || (!isAnswer && line === ATTACHED_MARK)) return marks;
    if (isQuotedLine(lines[at] ?? "")) {
      marks[at] = isAnnounced || (at >= tail && at > 0);
      at += 1;
      continue;
    }
    const start = quoteStart(lines, at, isForward);
    if (start === null) {
      at += 1;
      continue;
    }
    isAnnounced = true;
    at = foldFrom(lines, marks, at, start);
  }
  return marks;
}

/** Where the "> " lines begin behind which nothing else stands. */
function quotedTail(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line.trim() !== "" && !isQuotedLine(line));
  return last + 1;
}

/** Where a quotation announced at `at` has its announcement end: index after it, or null where none is announced. */
function quoteStart(lines: readonly string[], at: number, isForward: boolean): number | null {
  const line = (lines[at] ?? "").trim();
  const attributionEnd = endOfAttribution(lines, at);
  if (attributionEnd !== null) return attributionEnd;
  if (isForward) return null;
  if (isOriginalMark(line)) return endOfHeaderBlock(lines, at + 1) ?? at + 1;
  if (isRule(line)) return endOfHeaderBlock(lines, at + 1);
  return headerLabel(line) === "from" ? endOfHeaderBlock(lines, at) : null;
}

/** Marks the announcement and what it announces; returns where reading goes on. */
function foldFrom(lines: readonly string[], marks: boolean[], from: number, contentStart: number): number {
  const mark = (until: number): void => {
    for (let i = from; i < until; i += 1) marks[i] = true;
  };
  const first = nextFilled(lines, contentStart);
  // Without ">" marks nothing tells where the quotation ends: it runs to the end of the mail.
  if (first >= lines.length || !isQuotedLine(lines[first] ?? "")) {
    mark(lines.length);
    return lines.length;
  }
  mark(first);
  return first;
}

function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? "").trim() === "") at += 1;
  return at;
}

/** An attribution is wrapped over at most three lines by the programs that wrap it. */
function endOfAttribution(lines: readonly string[], at: number): number | null {
  let joined = (lines[at] ?? "").trim();
  if (isAttribution(joined)) return at + 1;
  if (!mayStartAttribution(joined)) return null;
  for (let extra = 1; extra <= 3; extra += 1) {
    const following = (lines[at + extra] ?? "").trim();
    if (following === "" && extra > 1) return null;
    joined = `${joined} ${following}`.trim();
    if (isAttribution(joined)) return at + extra + 1;
  }
  return null;
}

/** The end of a block of at least From and two more header lines that starts at or just after `from`; null for none. */
function endOfHeaderBlock(lines: readonly string[], from: number): number | null {
  const found = new Set<string>();
  let end: number | null = null;
  let blanks = 0;
  for (let at = from; at < Math.min(lines.length, from + 24); at += 1) {
    const line = unquoted((lines[at] ?? "").trim());
    const label = headerLabel(line);
    if (line === "" || isTableRule(line)) {
      blanks += 1;
      if (blanks > 2 && found.size > 0) break;
      continue;
    }
    if (found.size === 0 && label !== "from" && label !== "sent" && label !== "subject") return null;
    // Recipients run over lines of their own; text after a blank line is the quoted letter.
    if (label === null && (blanks > 0 || !/[@;；,，<>]/.test(line))) break;
    if (label !== null) found.add(label);
    blanks = 0;
    end = at + 1;
  }
  const isBlock =
    found.has("from") && ["sent", "to", "copy", "subject"].filter((label) => found.has(label)).length >= 2;
  return isBlock ? end : null;
}

const isTableRule = (line: string): boolean => /^[|\s:-]+$/.test(line);

/** Blank lines at both ends dropped, at most two in a row kept. */
function tidy(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replace(/\n{4,}/g, "\n\n\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
}

import { decodeText } from "./charset.ts";
import { encodingOf } from "./charset-labels.ts";
import type { DefectList } from "./defects.ts";
import { decodeBase64, decodeQuotedPrintable } from "./transfer.ts";

type Word = { charset: string; encoding: "b" | "q"; payload: string };
type Token = { word: Word } | { literal: string };

// Tolerated against RFC 2047: an empty label, white space and "?" inside, no space around,
// and a last word that was cut off before its "?=". The bound keeps hostile headers linear.
const WORD = /=\?([^?\s]*)\?([bq])\?(?:([^]{0,3000}?)\?=|([A-Za-z0-9+/=_]*)\??$)/gi;

/**
 * Decodes RFC 2047 encoded words in unfolded header text. Neighbouring words of one charset are
 * joined as bytes first, for senders cut a two-byte character between two words.
 */
export function decodeWords(
  text: string,
  defects: DefectList,
  wrap: (decoded: string) => string = (decoded) => decoded,
): string {
  if (!text.includes("=?")) return text;
  let result = "";
  let run: Word[] = [];
  const flush = (): void => {
    if (run.length > 0) result += wrap(decodeRun(run, defects));
    run = [];
  };
  const tokens = tokenize(text);
  for (const [index, token] of tokens.entries()) {
    if ("word" in token) {
      if (run[0] !== undefined && !sameCharset(run[0], token.word)) flush();
      run.push(token.word);
      continue;
    }
    const next = tokens[index + 1];
    const isFoldingOnly =
      run.length > 0 && next !== undefined && "word" in next && /^\s*$/.test(token.literal);
    if (isFoldingOnly) continue;
    flush();
    result += token.literal;
  }
  flush();
  return result;
}

/** Decodes twice where a sender encoded twice; anything further is left as written. */
export function decodeHeaderText(text: string, defects: DefectList): string {
  const once = decodeWords(text, defects);
  if (once === text || !/=\?[^?\s]+\?[bq]\?[^?]*\?=/i.test(once)) return once;
  defects.add("encoded-word-nested");
  return decodeWords(once, defects);
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index > at) tokens.push({ literal: text.slice(at, match.index) });
    const encoding = match[2]?.toLowerCase() === "b" ? "b" : "q";
    tokens.push({ word: { charset: match[1] ?? "", encoding, payload: match[3] ?? match[4] ?? "" } });
    at = match.index + match[0].length;
  }
  if (at < text.length) tokens.push({ literal: text.slice(at) });
  return tokens;
}

function sameCharset(a: Word, b: Word): boolean {
  if (a.charset.toLowerCase() === b.charset.toLowerCase()) return true;
  const left = encodingOf(a.charset);
  const right = encodingOf(b.charset);
  return left.kind === "decoder" && right.kind === "decoder" && left.label === right.label;
}

function decodeRun(run: readonly Word[], defects: DefectList): string {
  const label = run[0]?.charset ?? "";
  const joined = decodeText(Buffer.concat(runBytes(run)), label, defects);
  if (!joined.includes("\uFFFD")) return joined;
  // Words that do not fit together (each with its own padding mistake) may still read one by one.
  const apart = run.map((word) => decodeText(wordBytes(word), label, defects)).join("");
  defects.add("encoded-word-invalid");
  return count(apart) < count(joined) ? apart : joined;
}

const count = (text: string): number => text.split("\uFFFD").length;

/** Bytes of the words; base64 that was cut inside a group of four is joined as text first. */
function runBytes(run: readonly Word[]): Buffer[] {
  const chunks: Buffer[] = [];
  let pending = "";
  for (const [index, word] of run.entries()) {
    if (word.encoding === "q") {
      chunks.push(wordBytes(word));
      continue;
    }
    const payload = pending + base64Of(word.payload);
    const next = run[index + 1];
    if (next?.encoding === "b" && payload.length % 4 !== 0 && !payload.endsWith("=")) {
      pending = payload;
      continue;
    }
    pending = "";
    chunks.push(decodeBase64(payload));
  }
  return chunks;
}

const base64Of = (payload: string): string => payload.replace(/[^A-Za-z0-9+/=]/g, "");

function wordBytes(word: Word): Buffer {
  if (word.encoding === "b") return decodeBase64(base64Of(word.payload));
  // The header is text by now; characters beyond a byte can only be raw UTF-8 in a "Q" word.
  const payload = word.payload.replace(/=\s+(?=[0-9A-Fa-f]{2})/g, "=").replace(/[_\s]/g, " ");
  return decodeQuotedPrintable(
    Buffer.from(payload, /[\u{100}-\u{10ffff}]/u.test(payload) ? "utf8" : "latin1"),
  );
}

import { decodeText } from "./charset.ts";
import type { DefectList } from "./defects.ts";
import { decodeHeaderText } from "./encoded-words.ts";

/** `type/subtype; name=value` as found: value in lower case, parameter names in lower case. */
export type Structured = { value: string; parameters: ReadonlyMap<string, string> };

const PARAMETER = /;?\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\[^])*)"?|([^;]*))|;/g;

/** Parses a structured field; tolerates missing semicolons and quotes and doubled parameters (the first counts). */
export function parseStructured(field: string): Structured {
  // No sender needs more; the bound keeps the pattern below cheap on hostile fields.
  const text = field.slice(0, 8192);
  const withoutComment = text.replace(/^([^;"(]*)\([^)]*\)/, "$1");
  const head = /^\s*"?([^;"\s]*)/.exec(withoutComment);
  const startsWithParameter = /^\s*[\w*-]+\s*=/.test(withoutComment);
  const value = startsWithParameter ? "" : (head?.[1] ?? "").toLowerCase();
  const parameters = new Map<string, string>();
  const rest = startsWithParameter
    ? withoutComment
    : withoutComment.slice(head?.[0].length ?? 0).replace(/^"/, "");
  for (const match of rest.matchAll(PARAMETER)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined || parameters.has(name)) continue;
    parameters.set(
      name,
      match[2] === undefined ? bareValue(match[3] ?? "") : match[2].replace(/\\(["\\])/g, "$1"),
    );
  }
  return { value, parameters };
}

/** A token may be followed by junk after a blank ("utf-8 (comment)"), a bare file name may hold blanks. */
function bareValue(written: string): string {
  const value = written.trim();
  return value.replace(/\s+\([^)]*\)$/, "").replace(/^'(.*)'$/, "$1");
}

/** A parameter as text: RFC 2231 pieces joined and decoded, else encoded words, else percent-encoded UTF-8. */
export function parameterText(structured: Structured, name: string, defects: DefectList): string | null {
  const extended = continuation(structured, name, defects);
  const written = extended ?? structured.parameters.get(name);
  if (written === undefined || written === null) return null;
  return decodePercent(decodeHeaderText(written, defects));
}

type Piece = { order: number; encoded: boolean; value: string };

function continuation(structured: Structured, name: string, defects: DefectList): string | null {
  const pieces: Piece[] = [];
  for (const [key, value] of structured.parameters) {
    if (!key.startsWith(`${name}*`)) continue;
    const match = /^(\d*)(\*?)$/.exec(key.slice(name.length + 1));
    if (match === null) continue;
    // "name*" alone is one encoded piece; "name*0*" is the first of several.
    pieces.push({ order: Number(match[1] ?? 0), encoded: match[2] === "*" || match[1] === "", value });
  }
  if (pieces.length === 0) return null;
  pieces.sort((a, b) => a.order - b.order);
  const head = /^([^']*)'[^']*'([^]*)$/.exec(pieces[0]?.encoded === true ? pieces[0].value : "");
  const charset = head?.[1] ?? null;
  if (head !== null && pieces[0] !== undefined) pieces[0].value = head[2] ?? "";
  const joined: string[] = [];
  let pending = "";
  const flush = (): void => {
    if (pending !== "") joined.push(decodeText(percentBytes(pending), charset, defects));
    pending = "";
  };
  for (const piece of pieces) {
    if (piece.encoded) {
      pending += piece.value;
    } else {
      flush();
      joined.push(piece.value);
    }
  }
  flush();
  return joined.join("");
}

function percentBytes(text: string): Buffer {
  const pieces = text.split(/((?:%[0-9A-Fa-f]{2})+)/);
  return Buffer.concat(
    pieces.map((piece, index) =>
      index % 2 === 1 ? Buffer.from(piece.replaceAll("%", ""), "hex") : Buffer.from(piece, "utf8"),
    ),
  );
}

/** Some web mailers percent-encode a plain `filename=`; taken only where it yields valid non-ASCII UTF-8. */
function decodePercent(text: string): string {
  if (!/(?:%[89A-Fa-f][0-9A-Fa-f]){2}/.test(text)) return text;
  const decoded = percentBytes(text).toString("utf8");
  return decoded.includes("\uFFFD") ? text : decoded;
}

import { findParts, guessBoundary } from "./boundaries.ts";
import type { DefectList } from "./defects.ts";
import { type HeaderField, Headers, splitHeaders } from "./headers.ts";
import { parseStructured, type Structured } from "./parameters.ts";
import { decodeTransfer } from "./transfer.ts";

/** One node of a mail's MIME tree; `body` is still transfer-encoded. */
export type Part = {
  headers: Headers;
  /** Lower-case "type/subtype". */
  type: string;
  contentType: Structured;
  disposition: Structured;
  body: Buffer;
  children: readonly Part[];
};

const MAX_DEPTH = 40;

/** Reads the MIME tree of a message or part; whatever is broken becomes a leaf that keeps its bytes. */
export function readPart(bytes: Buffer, defects: DefectList, fallbackType = "text/plain", depth = 0): Part {
  const { fields, body } = depth === 0 ? splitMessage(bytes, defects) : splitHeaders(bytes, false, defects);
  const headers = new Headers(fields, defects);
  const contentType = parseStructured(headers.filled("content-type") ?? "");
  const disposition = parseStructured(headers.filled("content-disposition") ?? "");
  const isTyped = headers.filled("content-type") !== null;
  // A message that lost its Content-Type still shows its parts by their delimiters.
  const isUntypedMultipart = depth === 0 && !isTyped && guessBoundary(body) !== null;
  const type = isUntypedMultipart
    ? "multipart/mixed"
    : typeOf(contentType.value, fallbackType, isTyped, defects);
  const leaf: Part = { headers, type, contentType, disposition, body, children: [] };
  if (!type.startsWith("multipart/")) return leaf;
  if (depth >= MAX_DEPTH) {
    defects.add("nesting-too-deep");
    return { ...leaf, type: "application/octet-stream" };
  }
  return readMultipart(leaf, defects, depth);
}

/** A stray blank line inside the header leaves its MIME fields at the head of the body; they are taken back. */
function splitMessage(bytes: Buffer, defects: DefectList): { fields: HeaderField[]; body: Buffer } {
  const split = splitHeaders(bytes, true, defects);
  const hasType = split.fields.some((field) => field.name === "content-type");
  const head = split.body.subarray(0, 200).toString("latin1");
  if (
    hasType ||
    split.fields.length === 0 ||
    !/^(?:content-type|mime-version|content-transfer-encoding)[ \t]*:/i.test(head)
  )
    return split;
  defects.add("blank-line-in-headers");
  const rest = splitHeaders(split.body, false, defects);
  return { fields: [...split.fields, ...rest.fields], body: rest.body };
}

function readMultipart(part: Part, defects: DefectList, depth: number): Part {
  // The boundary is compared as bytes, so it is taken from the undecoded field.
  const boundary = parseStructured(part.headers.raw("content-type") ?? "").parameters.get("boundary") ?? null;
  const encoding = part.headers.text("content-transfer-encoding") ?? "";
  const found =
    findParts(part.body, boundary, defects) ??
    findParts(decodeTransfer(part.body, encoding, defects), boundary, defects);
  if (found === null || found.parts.length + found.rest.length === 0) {
    defects.add("boundary-missing");
    return { ...part, type: "text/plain" };
  }
  const fallbackType = part.type === "multipart/digest" ? "message/rfc822" : "text/plain";
  const read = (bytes: Buffer): Part => readPart(bytes, defects, fallbackType, depth + 1);
  const children = found.parts.map(read);
  const rest = found.rest.map(read);
  if (rest.length === 0 || part.type !== "multipart/alternative")
    return { ...part, children: [...children, ...rest] };
  // What follows an alternative is not one more variant of it.
  return { ...part, type: "multipart/mixed", children: [{ ...part, children }, ...rest] };
}

function typeOf(declared: string, fallback: string, isPresent: boolean, defects: DefectList): string {
  if (!isPresent) return fallback;
  if (/^[\w.+-]+\/[\w.+*-]+$/.test(declared)) return declared;
  if (declared !== "") defects.add("content-type-malformed");
  if (declared === "html" || declared === "text/html,") return "text/html";
  if (/^multipart\b/.test(declared)) return "multipart/mixed";
  return declared === "" || /^(?:text|plain)/.test(declared) ? fallback : "application/octet-stream";
}

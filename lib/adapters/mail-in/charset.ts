import { type CharsetDecoding, encodingOf } from "./charset-labels.ts";
import { decodeAs } from "./decoders.ts";
import type { DefectList } from "./defects.ts";
import { decodeDos } from "./dos-code-pages.ts";
import { plausibility } from "./plausibility.ts";
import { decodeHz, decodeIso2022Kr, decodeUtf7 } from "./seven-bit.ts";

const REPLACEMENT = "\uFFFD";
/**
 * Bytes to text. The declared label is believed only as far as the bytes bear it out: GBK and
 * UTF-8 under each other's label, or under "us-ascii" and "iso-8859-1", are the everyday case.
 * `hint` is a label declared elsewhere in the mail, used where this place declares none.
 */
export function decodeText(
  bytes: Uint8Array,
  label: string | null,
  defects: DefectList,
  hint?: string | null,
): string {
  const encoding = encodingOf(label);
  switch (encoding.kind) {
    case "utf-7":
      return decodeUtf7(bytes);
    case "hz":
      return decodeHz(bytes);
    case "iso-2022-kr":
      return decodeIso2022Kr(bytes);
    case "decoder":
      return decodeDeclared(bytes, encoding.label, defects);
    case "dos":
      return decodeDos(encoding.label, bytes);
    case "ascii":
      if (!has8bit(bytes)) return decode7bit(bytes);
      defects.add("charset-mismatch");
      return guess(bytes, hint);
    case "none":
      if (!has8bit(bytes)) return decode7bit(bytes);
      defects.add("charset-missing");
      return guess(bytes, hint);
    case "unknown":
      defects.add("charset-unknown");
      return has8bit(bytes) ? guess(bytes, hint) : decode7bit(bytes);
    default:
      return encoding satisfies never;
  }
}

function decodeDeclared(bytes: Uint8Array, label: string, defects: DefectList): string {
  if (label.startsWith("utf-16")) return decodeUtf16(bytes, label, defects);
  if (!has8bit(bytes)) return label === "iso-2022-jp" ? decodeAs(label, bytes) : decode7bit(bytes);
  const asDeclared = decodeAs(label, bytes);
  // The two differ in eight signs, the euro among them; what the bytes are is judged as for the older one.
  if (label === "iso-8859-15") {
    const western = decodeDeclared(bytes, "windows-1252", defects);
    return western === decodeAs("windows-1252", bytes) ? asDeclared : western;
  }
  if (label === "utf-8" && !asDeclared.includes(REPLACEMENT)) return asDeclared;
  const isFaultless = !asDeclared.includes(REPLACEMENT);
  // Single letters of an accented alphabet are no Chinese; UTF-8 has no single 8-bit bytes.
  if (label === "windows-1252" && hasOnlySingles(bytes)) return asDeclared;
  const best = pick(
    bytes,
    [label, ...rivals(label, isFaultless)],
    isFaultless && label !== "windows-1252" ? FAULTLESS_LEAD : 0,
  );
  if (best.label !== label) {
    defects.add("charset-mismatch");
    return best.text;
  }
  if (!isFaultless) defects.add("charset-invalid-bytes");
  return asDeclared;
}

/** How much likelier another charset must be than a declared one that decodes without a fault. */
const FAULTLESS_LEAD = 0.4;

function rivals(label: string, isFaultless: boolean): readonly string[] {
  if (label === "utf-8" || label === "windows-1252") return ["utf-8", "gb18030", "big5"];
  return isFaultless && label !== "big5" ? ["utf-8"] : ["utf-8", "gb18030"];
}

/** 8-bit bytes that stand alone, or two or three together inside a word of small letters ("Größe"). */
function hasOnlySingles(bytes: Uint8Array): boolean {
  return !/[\x80-\xff]{2}/.test(asLatin1(bytes).replace(/(?<=[a-z])[\x80-\xff]{2,3}(?=[a-z])/g, ""));
}

const asLatin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

function decodeUtf16(bytes: Uint8Array, label: string, defects: DefectList): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs("utf-16be", bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", bytes);
  // In a mail "utf-16" more often labels text that was converted to 8-bit on the way.
  if (utf16ByNuls(bytes) === null && !bytes.includes(0) && !decodeAs("utf-8", bytes).includes(REPLACEMENT)) {
    defects.add("charset-mismatch");
    return decodeAs("utf-8", bytes);
  }
  return decodeAs(utf16ByNuls(bytes) ?? label, bytes);
}

/** Text of bytes nobody labelled: BOM, UTF-16 by its NULs, UTF-8, then the likeliest of the East Asian charsets. */
function guess(bytes: Uint8Array, hint: string | null | undefined): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : utf16ByNuls(bytes);
  if (utf16 !== null) return decodeAs(utf16, bytes);
  const hinted: CharsetDecoding = encodingOf(hint ?? null);
  const first =
    hinted.kind === "decoder" && hinted.label !== "utf-8" && !hinted.label.startsWith("utf-16")
      ? [hinted.label]
      : [];
  return pick(bytes, [
    ...first,
    "gb18030",
    "utf-8",
    "big5",
    "windows-1252",
    "euc-kr",
    "shift_jis",
    "koi8-r",
    "windows-1251",
  ]).text;
}

/** The candidate that explains the bytes best; the first one wins unless another leads by more than `lead`. */
function pick(bytes: Uint8Array, candidates: readonly string[], lead = 0): { label: string; text: string } {
  // A long body is judged by its head; only the winner decodes the whole.
  const sample = bytes.length > 16_384 ? bytes.subarray(0, 16_384) : bytes;
  const scored = [...new Set(candidates)].map((label) => ({
    label,
    score: plausibility(decodeAs(label, sample), label, sample),
  }));
  const first = scored[0] ?? { label: "utf-8", score: 0 };
  let best = { label: first.label, score: first.score + lead };
  for (const candidate of scored.slice(1)) if (candidate.score > best.score + 1e-9) best = candidate;
  return { label: best.label, text: decodeAs(best.label, bytes) };
}

function utf16ByNuls(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 8) return null;
  let even = 0;
  let odd = 0;
  const limit = Math.min(bytes.length, 4096);
  for (let i = 0; i < limit; i += 1) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > limit * 0.2 && even < limit * 0.02) return "utf-16le";
  if (even > limit * 0.2 && odd < limit * 0.02) return "utf-16be";
  return null;
}

const ISO_2022_JP = ["\x1b$@", "\x1b$B", "\x1b(J"];

/** 7-bit bytes may still hold Japanese in ISO-2022-JP, which many senders do not declare. */
function decode7bit(bytes: Uint8Array): string {
  const ascii = asLatin1(bytes);
  return ISO_2022_JP.some((escape) => ascii.includes(escape)) ? decodeAs("iso-2022-jp", bytes) : ascii;
}

export function has8bit(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i += 1) if ((bytes[i] ?? 0) >= 0x80) return true;
  return false;
}

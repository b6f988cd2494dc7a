import { addressParser } from "postal-mime";
import type { DefectList } from "./defects.ts";
import { decodeHeaderText, decodeWords } from "./encoded-words.ts";

/** A sender: decoded display name and address as written; either may be "". A local user has no "@". */
export type MailAddress = { name: string; address: string };

// A decoded name may hold commas, brackets and quotes that must not be parsed again, so it is
// carried through the address parser as one character from the private plane.
const FIRST_PLACEHOLDER = 0xf0000;
const PLACEHOLDER = /[\u{F0000}-\u{F0FFF}]/gu;
const ADDRESS =
  /(?<![^\s<>()[\],;:"'\\＜＞，；：])[^\s<>()[\],;:"'\\＜＞，；：]+@[^\s<>()[\],;:"'\\＜＞，；：]+/;

/** A comment with comments in it, one level deep, as people write. */
const NESTED_COMMENT = /\(((?:[^()"]*\([^()"]*\))+[^()"]*)\)/g;

/** A local part in quotes, which the address parser would unquote: `"wang fang"@…`. */
const QUOTED_LOCAL = /"(?:[^"\\]|\\.)+"(?=@)/g;

/** Mends what stands around an address: `<<a@b>>`, `[mailto:a@b]`, `<a(work)@b>`, full-width brackets, a quote left open. */
function mendBrackets(field: string): string {
  const mended = field
    .replaceAll("＜", "<")
    .replaceAll("＞", ">")
    .replace(/<(?:\s*<)+/g, "<")
    .replace(/>(?:\s*>)+/g, ">")
    .replace(/<\s*>\s*([^\s<>,;"]+@[^\s<>,;"]+)/g, "<$1>")
    .replace(/\[(?:mailto:)?([^\s[\]@]+@[^\s[\]@]+)\]/gi, "<$1>")
    .replace(/(<[^<>()"]*)\([^<>()]*\)([^<>()"]*>)/g, "$1$2");
  const isQuoteOpen = (mended.replace(/\\./g, "").split('"').length - 1) % 2 === 1;
  return isQuoteOpen ? mended.replaceAll('"', "") : mended;
}

/** First sender named in a From-like field (raw 8-bit already decoded), or null where it names nobody. */
export function parseSender(field: string, defects: DefectList): MailAddress | null {
  const decoded: string[] = [];
  const carry = (text: string): string => {
    decoded.push(text);
    return decoded.length > 0xfff ? text : String.fromCodePoint(FIRST_PLACEHOLDER + decoded.length - 1);
  };
  const restore = (text: string): string =>
    text.replace(
      PLACEHOLDER,
      (character) => decoded[(character.codePointAt(0) ?? 0) - FIRST_PLACEHOLDER] ?? "",
    );
  const words = decodeWords(
    mendBrackets(
      field
        .slice(0, 8192)
        .replace(PLACEHOLDER, "")
        .replace(/[\r\n\t]+/g, " "),
    ).replace(QUOTED_LOCAL, (local) => carry(local)),
    defects,
    carry,
  );
  // The address parser ends a comment at its first bracket: `wang@… (Wang (Fang) Li)`.
  const carried = words.replace(NESTED_COMMENT, (_, inner: string) => `(${carry(restore(inner))})`);
  const parsed = addressParser(carried, { flatten: true }).flatMap((entry) =>
    entry.group === undefined
      ? [{ name: tidy(restore(entry.name), defects), address: cleanAddress(restore(entry.address)) }]
      : [],
  );
  const at = parsed.findIndex((entry) => isAddress(entry.address));
  const best = parsed[at] ?? insideName(parsed, restore(carried), defects);
  if (best !== undefined) {
    // An unquoted comma cuts a name in two: `Wang, Fang <wang@…>`.
    const names = parsed.slice(0, Math.max(at, 0)).map((entry) => entry.name);
    return { name: [...names, best.name].filter((name) => name !== "").join(", "), address: best.address };
  }
  const named = parsed.find((entry) => entry.name !== "" || entry.address !== "");
  if (named === undefined) return null;
  // "undisclosed" or a bare word is a name, not an address to answer to; beside a name it is a local user.
  return named.name === "" ? { name: named.address, address: "" } : named;
}

/** Every address of a list of recipient fields, lower case, each once, in order. */
export function recipientAddresses(fields: readonly string[]): string[] {
  const addresses = addressParser(fields.join(", ").slice(0, 65_536), { flatten: true }).flatMap((entry) =>
    entry.group === undefined ? [cleanAddress(entry.address).toLowerCase()] : [],
  );
  return [...new Set(addresses.filter(isAddress))];
}

/** Whether mail could be sent there: one "@" with something on both sides. */
export const isAddress = (text: string): boolean =>
  /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$|^"[^"]+"@[^\s@<>,;:"]+$/.test(text);

/** Some systems encode or quote the whole `name <address>`. */
function insideName(
  parsed: readonly MailAddress[],
  whole: string,
  defects: DefectList,
): MailAddress | undefined {
  for (const text of [...parsed.map((entry) => `${entry.name} ${entry.address}`), whole]) {
    const address = ADDRESS.exec(text)?.[0];
    if (address === undefined) continue;
    defects.add("from-in-encoded-word");
    const name = text.slice(0, text.indexOf(address)).replace(/[<＜("'\s]+$/, "");
    return { name: tidy(name, defects), address: cleanAddress(address) };
  }
  return undefined;
}

function tidy(name: string, defects: DefectList): string {
  return decodeHeaderText(name, defects)
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/^[<>"'\s]+$/, "")
    .replace(/^"([^"]*)$|^([^"]*)"$/, "$1$2")
    .trim();
}

function cleanAddress(address: string): string {
  if (/^"[^"]+"@/.test(address)) return address;
  return address
    .replace(/[\p{Cc}\s]/gu, "")
    .replace(/^mailto:/i, "")
    .replace(/^[<'"]+(?=[^"]*$)|[>'";,\]]+$/g, "");
}

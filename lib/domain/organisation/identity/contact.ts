import { plainText } from "./plain.ts";

/**
 * The normal form of a phone number or mail address, whoever wrote it: digits without width, blanks, brackets, 0086/+86
 * and the 0 before a mobile number; an extension (转, 分机, ext, x, or a hyphen behind a full number) follows a `#`. What is no
 * number stays as plain text. Idempotent.
 */
export function normalContact(contact: string): string {
  const once = reduced(plainText(contact));
  // What was written twice, 0086 0138…, is taken off twice.
  return once === contact ? once : normalContact(once);
}

function reduced(plain: string): string {
  if (plain.includes("@")) return plain;
  const [, main = plain, extension] = /^(.*?)(?:转|轉|分机|ext\.?|x|#|,|;)[:.-]*(\d{1,6})$/.exec(plain) ?? [];
  const [number, behind] = withHyphenExtension(main);
  const normal = national(number);
  const door = extension ?? behind;
  return door === undefined ? normal : `${normal}#${door}`;
}

/** 0371-66660000-801: a hyphen behind a full number leads to an extension. */
function withHyphenExtension(text: string): readonly [string, (string | undefined)?] {
  const [, main, extension] =
    /^((?:\(?(?:\+|00)?86\)?-?)?(?:\(?0\d{2,3}\)?-?\d{7,8}|1\d{10}|[48]00-?\d{3}-?\d{4}))-(\d{1,6})$/.exec(
      text,
    ) ?? [];
  return main === undefined ? [text] : [main, extension];
}

function national(text: string): string {
  const bare = text.replace(/[()[\]【】.·_/-]/g, "").replace(/^00(?=[1-9])/, "+");
  const [, own] = /^\+?86(\d{7,})$/.exec(bare) ?? [];
  if (own === undefined || !(bare.startsWith("+") || isWhole(own))) return mobile(bare);
  return isWhole(own) || /^[48]00/.test(own) ? mobile(own) : `0${own}`;
}

/** A mobile number, or one with its area code. */
function isWhole(digits: string): boolean {
  return /^0?1[3-9]\d{9}$/.test(digits) || /^0[1-9]\d{8,10}$/.test(digits);
}

function mobile(digits: string): string {
  return digits.replace(/^0(?=1[3-9]\d{9}$)/, "");
}

const PHONE = /^\+?[\d(][\d\s()-]{4,28}(?:(?:转|分机|ext\.?|x|#)\s*\d{1,6})?$/i;
/** E.164: no number has more. */
const MAX_DIGITS = 15;

/**
 * True of one telephone number as tables have it, with its extension. Two numbers with a blank between them are none: as one
 * they would reach nobody.
 */
export function isPhone(text: string): boolean {
  const [number = ""] = normalContact(text).split("#");
  return PHONE.test(text.normalize("NFKC")) && number.replace(/\D/g, "").length <= MAX_DIGITS;
}

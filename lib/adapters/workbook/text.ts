import { xmlText } from "../formats/xml-text.ts";

/** The most characters a cell of an xlsx file can hold (UTF-16 units). */
const cellLimit = 32_767;
const cutMark = "…（截断）";

/**
 * A person's text as a cell can carry it: line ends as LF, characters that would make the file unreadable
 * removed, an overlong text cut with a visible mark. Nothing else changes: the cell shows what was written.
 */
export function cellText(text: string): string {
  const clean = xmlText(text);
  return clean.length <= cellLimit ? clean : whole(clean.slice(0, cellLimit - cutMark.length)) + cutMark;
}

/** Drops the half of a character that a cut may have left at the end. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "");
}

/** A text above every printed page: one line, "&" doubled since it begins a code there; Excel takes 255 characters. */
export function pageHead(text: string): string {
  return whole(cellText(text).replace(/\s+/g, " ").slice(0, 100)).replaceAll("&", "&&");
}

/** The longest sheet name Excel opens. */
const nameLimit = 31;

/**
 * Gives sheet names that Excel and LibreOffice accept: at most 31 characters, none of []:*?/\, no apostrophe at
 * the ends, not blank, not the reserved "History", and unlike (also in upper and lower case) every name before.
 */
export function sheetNamer(): (wanted: string) => string {
  const taken = new Set(["history"]);
  return (wanted) => {
    const base = cellText(wanted)
      .replace(/[[\]:*?/\\]/g, "_")
      .replace(/\s+/g, " ")
      .replace(/^[' ]+|[' ]+$/g, "");
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? "" : `(${n})`;
      const name =
        whole((base || "未命名").slice(0, nameLimit - suffix.length)).replace(/[' ]+$/, "") + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

const lineHeight = 15;
/** Points; no row of Excel is taller. */
const tallest = 409;

/** Points of a row that shows so many lines, as far as there are rows so tall. */
export function rowHeight(lines: number): number {
  return isOverlong(lines) ? tallest : lines * lineHeight + 5;
}

/** Whether no row is tall enough for so many lines. */
export function isOverlong(lines: number): boolean {
  return lines * lineHeight + 5 > tallest;
}

/** Wide in a terminal and in print alike: CJK, full-width forms, emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;

/**
 * How many lines a text takes when wrapped in a column of the given width (in characters of the default font,
 * of which a Chinese one takes two). An estimate: not every program fits row heights when it opens a file.
 */
export function wrappedLines(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines += Math.max(1, Math.ceil(textUnits(paragraph) / Math.max(1, width - 2)));
  }
  return lines;
}

/** How wide a text is in characters of the default font, of which a Chinese one takes two. */
export function textUnits(text: string): number {
  let units = 0;
  for (const character of text) units += wide.test(character) ? 2 : 1;
  return units;
}

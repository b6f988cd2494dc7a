import type { CellMark } from "../../domain/organisation/table.ts";

const day = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2}`;
const clock = String.raw`\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`;
const kinds: readonly (readonly [RegExp, "date" | "time" | "error" | "damaged"])[] = [
  [/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)$/i, "error"],
  [new RegExp(`^(?:${day})(?: +${clock})?$`), "date"],
  [new RegExp(`^${clock}$`), "time"],
  [/^\d(?:\.\d+)?E\+\d+$/i, "damaged"],
];

/** What a spreadsheet program has made of a cell before it was saved as text: a date, an error, 1.38E+10. */
export function markOfText(text: string): CellMark | undefined {
  const [, kind] = kinds.find(([pattern]) => pattern.test(text)) ?? [];
  return kind === undefined ? undefined : { kind };
}

/** What nobody sees in a cell: zero-width characters go, odd blanks become blanks. */
export function visible(text: string): string {
  return text
    .replace(/[\p{Cf}\u00ad]/gu, "")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .trim();
}

import { rate } from "../../domain/statistics/sheet.ts";
import type { Live } from "./table-sheet.ts";

/** What a rate shows that cannot be divided. */
export const none = "–";

/** part ÷ whole as a live formula, "–" where the whole is 0. The addresses name the cells of both. */
export function liveRate(part: string, whole: string, [a, b]: readonly [number, number]): Live {
  return { formula: `IF(${whole}=0,"${none}",${part}/${whole})`, result: rate(a, b) ?? none };
}

/** A text as it stands in a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

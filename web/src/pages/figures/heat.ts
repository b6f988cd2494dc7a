import { printed, printedPercent } from "../../../../lib/domain/printed.ts";

/** Steps of warmth of a heat map; 0 is nothing. */
export const STEPS = 5;

/** How warm a count is among the largest of its map: 0 for nothing, else 1 to 5; small counts still show. */
export function warmth(count: number | null, most: number): number {
  if (count === null || count <= 0 || most <= 0) return 0;
  return Math.max(1, Math.ceil((Math.min(count, most) / most) * STEPS));
}

/** A figure as it is read: a count, a rate with one decimal, hours and ratios with one or two; – where there is none. */
export function figureWords(
  figure: number | null | undefined,
  unit: "count" | "rate" | "hours" | "ratio",
): string {
  if (figure === null || figure === undefined) return "–";
  switch (unit) {
    case "count":
      return String(figure);
    case "rate":
      return printedPercent(figure);
    case "hours":
      return printed(figure, 1);
    case "ratio":
      return printed(figure, 2);
  }
}

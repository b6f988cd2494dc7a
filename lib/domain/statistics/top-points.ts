import type { PointFrequency } from "./frequency.ts";

/** D8 wants a text on each of the top three. */
const TOP = 3;
/** A point with fewer complaints is nothing that many complain of (`default`). */
const FREQUENT = 2;

/** More points that share a place are nothing that stands out: all of them are left out (`default`). */
const MOST = 6;

/** A problem point among the top three. */
export interface TopPoint<P = PointFrequency> {
  readonly point: P;
  /** 1, 2, 3; points with the same number share it. */
  readonly rank: number;
  /** Another point has as many. */
  readonly tied: boolean;
}

/**
 * The three most frequent problem points (D8), in their order; whoever shares the last place is among them, so that no
 * order of a list decides; a tie of more than six points stands out in nothing and is left out. Points of one complaint each
 * are no top three, and neither is what nobody has classified.
 */
export function topPoints<P extends Pick<PointFrequency, "code" | "count">>(
  points: readonly P[],
): readonly TopPoint<P>[] {
  const frequent = points
    .filter(({ code, count }) => code !== undefined && count >= FREQUENT)
    .toSorted((a, b) => b.count - a.count);
  return frequent.flatMap((point): TopPoint<P>[] => {
    const rank = frequent.filter(({ count }) => count > point.count).length + 1;
    const ties = frequent.filter(({ count }) => count === point.count).length;
    const tied = ties > 1;
    return rank <= TOP && rank - 1 + ties <= MOST ? [{ point, rank, tied }] : [];
  });
}

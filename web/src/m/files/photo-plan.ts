/** A photo goes up with at most so many bytes: what a phone sends with one bar of signal. */
export const largestPhoto = 300_000;
/** Pixels of the longer side that one begins with. */
const longest = 1600;
const qualities = [0.82, 0.7, 0.58, 0.46] as const;
const smaller = 0.75;
/** A photo of so few pixels is under the limit whatever is on it. */
const smallest = 240;

export interface Attempt {
  readonly width: number;
  readonly height: number;
  readonly quality: number;
}

/** What to try one after the other until the photo is small enough: less quality first, then fewer pixels. Never larger than it is. */
export function* attempts(width: number, height: number): Generator<Attempt> {
  let side = Math.min(longest, Math.max(width, height, 1));
  for (;;) {
    const scale = side / Math.max(width, height, 1);
    for (const quality of qualities) {
      yield { width: atLeastOne(width * scale), height: atLeastOne(height * scale), quality };
    }
    if (side <= smallest) return;
    side = Math.max(smallest, Math.floor(side * smaller));
  }
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}

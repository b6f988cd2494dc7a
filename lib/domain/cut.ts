import { once } from "./once.ts";

/** Made with the first text that is cut: it takes longer than all that a function loads of the rules. */
const characters = once(() => new Intl.Segmenter("zh", { granularity: "grapheme" }));
/** What is longer than so many UTF-16 units is no character of any language, and is cut like a text. */
const LONGEST = 64;

/** The beginning of a text, at most so many UTF-16 units long, never with a part of a character at its end. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { index, segment } of characters().segment(text)) {
    const next = index + segment.length;
    if (next > limit && segment.length <= LONGEST) break;
    end = Math.min(next, limit);
    if (end === limit) break;
  }
  return text.slice(0, end).replace(/[\ud800-\udbff]$/, "");
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { cut } from "../../lib/domain/cut.ts";

const graphemes = (text: string) =>
  [...new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(text)].map(({ segment }) => segment);

test("a family of four, a flag and a letter with its accent stay whole or go", () => {
  expect(cut("漏水👨‍👩‍👧‍👦", 5)).toBe("漏水");
  expect(cut("🇨🇳🇨🇳", 6)).toBe("🇨🇳");
  expect(cut("cafe\u0301!", 4)).toBe("caf");
  expect(cut("电梯坏了", 10)).toBe("电梯坏了");
});

test("whatever the text: its beginning, no longer than asked for, as many whole characters as fit", () => {
  const character = fc.constantFrom("水", "a", "😀", "👨‍👩‍👧‍👦", "e\u0301", "\n", "1");
  fc.assert(
    fc.property(fc.array(character, { maxLength: 60 }), fc.nat(120), (all, limit) => {
      const text = all.join("");
      let fitting = "";
      for (const one of graphemes(text)) {
        if (fitting.length + one.length > limit) break;
        fitting += one;
      }
      expect(cut(text, limit)).toBe(fitting);
    }),
  );
});

test("a thousand accents on one letter do not empty a text, and never leave half a character", () => {
  const many = `水${"\u0301".repeat(1000)}`;
  expect(cut(many, 500)).toHaveLength(500);
  expect(cut(`${"\u0301".repeat(99)}😀`, 100).isWellFormed()).toBe(true);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { figureWords, STEPS, warmth } from "./heat.ts";

it("a larger count is never colder, nothing is cold, the largest is the warmest", () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(9999), fc.integer({ min: 1, max: 9999 }), (a, b, most) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(warmth(less, most)).toBeLessThanOrEqual(warmth(more, most));
      expect(warmth(less, most) === 0).toBe(less === 0);
      expect(warmth(most, most)).toBe(STEPS);
    }),
  );
  expect(warmth(null, 5)).toBe(0);
  expect(warmth(3, 0)).toBe(0);
});

it("figures are read in their unit, and what cannot be divided is a dash", () => {
  expect(figureWords(0, "count")).toBe("0");
  expect(figureWords(0.9376, "rate")).toBe("93.8%");
  expect(figureWords(12.345, "hours")).toBe("12.3");
  // As the workbook rounds it.
  expect(figureWords(1.005, "ratio")).toBe("1.01");
  expect(figureWords(null, "rate")).toBe("–");
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classCodes } from "../../../lib/domain/classification/classes.ts";
import { measureHints } from "../../../lib/domain/triage/measure.ts";

describe("how good hints were (D5)", () => {
  test("same point, same class, another class, no phrase met, not classified yet", () => {
    const measure = measureHints([
      { hint: "1.2.3", decided: "1.2.3" },
      { hint: "1.2.3", decided: "1.2.1" },
      { hint: "1.2.10", decided: "1.2" },
      { hint: "1.2.3", decided: "1.4.8" },
      { decided: "1.4.8" },
      { hint: "1.2.3" },
      {},
      { decided: "1.1.1" },
      { hint: "1.1.1", decided: "1.7.1" },
    ]);
    expect(measure).toEqual({
      hinted: 9,
      unmatched: 3,
      unmatchedShare: 3 / 9,
      compared: 5,
      classHits: 3,
      pointHits: 1,
    });
  });

  test("no complaint, no share", () => {
    expect(measureHints([])).toMatchObject({ hinted: 0, unmatchedShare: undefined });
  });

  test("whatever comes: points within classes, classes within compared, compared and unmatched within all", () => {
    const code = fc.constantFrom(...classCodes);
    const one = fc.record({ hint: code, decided: code }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const { hinted, unmatched, compared, classHits, pointHits } = measureHints(all);
        expect(hinted).toBe(all.length);
        expect(pointHits).toBeLessThanOrEqual(classHits);
        expect(classHits).toBeLessThanOrEqual(compared);
        expect(compared + unmatched).toBeLessThanOrEqual(hinted);
        expect(measureHints(all.map(({ hint }) => ({ ...(hint && { hint, decided: hint }) })))).toMatchObject(
          {
            pointHits: hinted - unmatched,
          },
        );
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lived, missed, step } from "./village.ts";

/** JIESU_RUNS=10000 looks longer. */
const numRuns = Number(process.env["JIESU_RUNS"] ?? 40);

describe("D11: groups owe what their members are owed", () => {
  test("whatever happens in whatever order, nobody in a group is heard of less or later than alone", () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 5, maxLength: 25 }),
        fc.integer({ min: 1, max: 40 }),
        (steps, limit) => {
          expect(missed(lived(steps, limit))).toEqual([]);
        },
      ),
      { numRuns },
    );
  }, 3_600_000);
});

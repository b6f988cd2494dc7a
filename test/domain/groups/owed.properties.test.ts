import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lived, missed, type Step, step } from "./village.ts";

/** JIESU_RUNS=10000 looks longer. */
const numRuns = Number(process.env["JIESU_RUNS"] ?? 120);

/** Lives that were once owed less in the group than alone. */
const found: [Step[], number][] = [
  // Grave by itself only after its group had told of another one that was.
  [
    [
      { do: "come", facts: { safety: false, recordKind: "complaint" }, replyIn: undefined },
      { do: "wait", minutes: 60 },
      { do: "act", who: 0, what: "classify-a" },
      { do: "come", facts: { safety: false, recordKind: "complaint" }, replyIn: undefined },
      { do: "wait", minutes: 60 },
      { do: "act", who: 5, what: "classify-a" },
    ],
    1,
  ],
  // Paused when its neighbours were told, and over its time when it goes on.
  [
    [
      { do: "come", facts: { safety: true, recordKind: "complaint" }, replyIn: undefined },
      { do: "act", who: 7, what: "danger" },
      { do: "wait", minutes: 2257 },
      { do: "act", who: 2, what: "pause" },
      { do: "wait", minutes: 2129 },
      { do: "all", what: "resume" },
    ],
    30,
  ],
];

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
      { numRuns, examples: found },
    );
  }, 3_600_000);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type KeyRing,
  keyRing,
  keysInForce,
  markOfRing,
  rotated,
} from "../../../lib/adapters/secrets/key-ring.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";

const LEAD = 7200;
const DAY = 86_400;
const start = "2026-02-13T02:00:00.000Z";
const named = (name: string) => name.padEnd(43, "x");
const first: KeyRing = { keys: [{ key: named("first") }] };

test("a ring as the stack makes it holds one key, and nothing else is taken for one", () => {
  expect(keyRing.parse({ key: named("first") })).toEqual(first);
  for (const wrong of [{}, { key: "short" }, { keys: [] }, { keys: [{ key: named("a"), form: 1 }] }]) {
    expect(keyRing.safeParse(wrong).success).toBe(false);
  }
});

test("a new key is known two hours before it is used, and the old one counts as long as it was said", () => {
  const ring = rotated(first, named("second"), start, 90);
  const at = (seconds: number) =>
    keysInForce(ring, plusSeconds(start, seconds)).map((key) => key.replaceAll("x", ""));
  expect(at(0)).toEqual(["first", "second"]);
  expect(at(LEAD - 1)).toEqual(["first", "second"]);
  expect(at(LEAD)).toEqual(["second", "first"]);
  expect(at(LEAD + 90 * DAY - 1)).toEqual(["second", "first"]);
  expect(at(LEAD + 90 * DAY)).toEqual(["second"]);
  expect(rotated(ring, named("third"), plusSeconds(start, 400 * DAY), 1).keys.map(({ key }) => key)).toEqual([
    named("second"),
    named("third"),
  ]);
});

test("without an overlap nothing counts any more that an older key made, however long it was to count", () => {
  const leaked = rotated(first, named("second"), start, 90);
  const ended = rotated(leaked, named("third"), plusSeconds(start, DAY), 0);
  expect(keysInForce(ended, plusSeconds(start, DAY + LEAD))).toEqual([named("third")]);
  // A longer overlap gives nothing back that was to end.
  const longer = rotated(ended, named("fourth"), plusSeconds(start, DAY + 60), 90);
  expect(keysInForce(longer, plusSeconds(start, DAY + LEAD + 60))).toEqual([named("fourth"), named("third")]);
});

test("however often it is rotated: two processes whose rings are two hours apart accept each other's hashes", () => {
  const turn = fc.record({
    wait: fc.integer({ min: LEAD, max: 100 * DAY }),
    overlap: fc.integer({ min: 1, max: 120 }),
  });
  fc.assert(
    fc.property(
      fc.array(turn, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: LEAD }),
      (turns, late) => {
        let now = start;
        let ring = first;
        let before = first;
        for (const [index, { wait, overlap }] of turns.entries()) {
          now = plusSeconds(now, wait);
          before = ring;
          ring = rotated(ring, named(`key ${index}`), now, overlap);
          const moment = plusSeconds(now, late);
          const [fresh, stale] = [keysInForce(ring, moment), keysInForce(before, moment)];
          expect(fresh).toContain(stale[0]);
          // At the very hour the stale process has read its ring again.
          expect(late === LEAD || stale.includes(String(fresh[0]))).toBe(true);
          expect(markOfRing(ring)).toBe(markOfRing(first));
        }
      },
    ),
    { numRuns: 100 },
  );
});

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { epochMs } from "../../../lib/domain/statistics/instant.ts";

const part = (least: number, most: number, length = 2) =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(length, "0"));
/** Days and times there are and some that there are not, with every fraction of a second. */
const nearly = fc
  .tuple(
    part(0, 9_999, 4),
    part(0, 13),
    part(0, 32),
    part(0, 24),
    part(0, 60),
    part(0, 60),
    fc.constantFrom("", ".", ".5", ".05", ".123", ".999", ".1234", ",5", ".-1", ". 1"),
    fc.constantFrom("Z", "Z", "Z", "z", "+08:00", ""),
  )
  .map(
    ([year, month, day, hour, minute, second, fraction, zone]) =>
      `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`,
  );

function readBy(reader: () => number): number | "refused" {
  try {
    return reader();
  } catch (error) {
    if (error instanceof RangeError) return "refused";
    throw error;
  }
}

test("an instant is read as Temporal reads it, and refused where Temporal refuses it", () => {
  fc.assert(
    fc.property(nearly, (text) => {
      const expected = readBy(() => Temporal.Instant.from(text).epochMilliseconds);
      expect([text, readBy(() => epochMs(text, "it"))]).toEqual([text, expected]);
    }),
    { numRuns: 3_000 },
  );
});

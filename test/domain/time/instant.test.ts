import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  earlier,
  fromInstant,
  instantAt,
  localDate,
  millisecondsOf,
  monthOf,
  plusSeconds,
  secondsBetween,
  toInstant,
} from "../../../lib/domain/time/instant.ts";

const milliseconds = fc.integer({ min: -62_198_755_200_000, max: 253_402_300_799_999 });

describe("instants are written and read as Temporal does", () => {
  test("any millisecond: the same text, and back", () => {
    fc.assert(
      fc.property(milliseconds, (ms) => {
        const at = Temporal.Instant.fromEpochMilliseconds(ms);
        const text = at.toString({ smallestUnit: "millisecond" });
        expect([toInstant(at), instantAt(ms)]).toEqual([text, text]);
        expect(millisecondsOf(text)).toBe(ms);
        expect(fromInstant(text).equals(at)).toBe(true);
      }),
    );
  });

  test.each(["2026-02-14T18:00:00+08:00", "2026-02-14T10:00Z", "2026-02-14T10:00:00.5Z"])(
    "%s is read by the book",
    (text) => {
      expect(millisecondsOf(text)).toBe(Temporal.Instant.from(text).epochMilliseconds);
    },
  );

  test.each([
    "",
    "2026-02-14",
    "2026-02-30T00:00:00.000Z",
    "2026-02-14T24:00:00.000Z",
    "2026-02-14T10:00:00",
    "14 Feb 2026 10:00 GMT",
  ])("%s is no instant", (text) => {
    expect(() => Temporal.Instant.from(text)).toThrow(RangeError);
    expect(() => millisecondsOf(text)).toThrow(RangeError);
  });

  test("seconds added are the seconds between", () => {
    fc.assert(
      fc.property(milliseconds, fc.integer({ min: -1e6, max: 1e6 }), (ms, seconds) => {
        const at = instantAt(Math.max(ms, -61_000_000_000_000));
        const later = plusSeconds(at, seconds);
        expect(secondsBetween(at, later)).toBe(seconds);
      }),
    );
  });
});

test("the earlier of two instants, whichever comes first", () => {
  fc.assert(
    fc.property(milliseconds, milliseconds, (a, b) => {
      const first = instantAt(Math.min(Math.max(0, a), Math.max(0, b)));
      const second = instantAt(Math.max(0, a, b));
      expect([earlier(first, second), earlier(second, first)]).toEqual([first, first]);
    }),
  );
});

test.each([
  ["2026-03-31T15:59:59.999Z", "Asia/Shanghai", "2026-03", "2026-03-31"],
  ["2026-03-31T16:00:00.000Z", "Asia/Shanghai", "2026-04", "2026-04-01"],
  ["2026-03-31T16:00:00.000Z", "UTC", "2026-03", "2026-03-31"],
])("D1: %s in %s belongs to %s, to the day of %s", (at, zone, month, day) => {
  expect([monthOf(at, zone), localDate(at, zone)]).toEqual([month, day]);
});

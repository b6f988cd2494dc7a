import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { localClock } from "../../../lib/domain/time/local-clock.ts";

test("wall times are Temporal's, also around changes of the clocks and in zones of odd offsets", () => {
  for (const zone of ["Asia/Shanghai", "Asia/Kathmandu", "Europe/Berlin", "Australia/Lord_Howe"]) {
    const clock = localClock(zone);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: Date.UTC(2000), max: Date.UTC(2040) }),
          // Berlin and Lord Howe change their clocks within these hours.
          fc.integer({ min: Date.UTC(2026, 2, 29), max: Date.UTC(2026, 2, 29, 3) }),
          fc.integer({ min: Date.UTC(2026, 3, 4, 14), max: Date.UTC(2026, 3, 4, 17) }),
        ),
        (ms) => {
          const wall = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
          expect(clock(ms)).toBe(wall.toZonedDateTime("UTC").epochMilliseconds);
        },
      ),
    );
  }
});

test("an unknown zone is an error", () => {
  expect(() => localClock("Asia/Nowhere")(0)).toThrow(RangeError);
});

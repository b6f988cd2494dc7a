import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  rosterMonths,
  type Shift,
  shiftSpan,
  shiftsDuring,
} from "../../../lib/domain/organisation/roster.ts";

const wall = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
const zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"];
const days = fc
  .integer({ min: 0, max: 800 })
  .map((n) => Temporal.PlainDate.from("2025-01-01").add({ days: n }));

describe("shifts of a duty roster", () => {
  test("a shift across midnight ends the next day; 24:00 is the day's end; the same hour twice is a whole day", () => {
    const span = (from: string, to: string) => {
      const { start, end } = shiftSpan({ date: "2026-02-13", from, to }, "Asia/Shanghai");
      return [start.toString(), end.toString()];
    };
    expect(span("20:00", "08:00")).toEqual(["2026-02-13T12:00:00Z", "2026-02-14T00:00:00Z"]);
    expect(span("08:00", "24:00")).toEqual(["2026-02-13T00:00:00Z", "2026-02-13T16:00:00Z"]);
    expect(span("08:00", "08:00")).toEqual(["2026-02-13T00:00:00Z", "2026-02-14T00:00:00Z"]);
  });

  test("when clocks go back, the night shift is an hour longer, and nobody is missing in it", () => {
    const { start, end } = shiftSpan({ date: "2026-10-24", from: "20:00", to: "08:00" }, "Europe/Berlin");
    expect(end.since(start).total("hours")).toBe(13);
  });

  test("shifts that follow one another never leave a gap and never overlap", () => {
    fc.assert(
      fc.property(
        days,
        fc.uniqueArray(wall, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 2 * 86_400 }),
        (day, changes, timeZone, offset) => {
          const hours = changes.toSorted();
          // Round the clock for five days: each shift begins when the one before ends.
          const shifts = [-2, -1, 0, 1, 2].flatMap((n) =>
            hours.map(
              (from, i): Shift => ({
                date: day.add({ days: n }).toString(),
                from,
                to: hours[i + 1] ?? hours[0] ?? "",
                post: "handler",
                personId: `p${i}`,
              }),
            ),
          );
          const at = day
            .toZonedDateTime(timeZone)
            .toInstant()
            .add({ seconds: offset })
            .subtract({ hours: 12 });
          const on = shiftsDuring(shifts, at, timeZone).map((shift) => shiftSpan(shift, timeZone));
          expect(on).toHaveLength(1);
          for (const { start, end } of on) {
            expect(Temporal.Instant.compare(start, at)).toBeLessThanOrEqual(0);
            expect(Temporal.Instant.compare(at, end)).toBe(-1);
          }
        },
      ),
    );
  });

  test("on the first of a month the last month's roster still counts", () => {
    const at = (text: string) => Temporal.Instant.from(text);
    expect(rosterMonths(at("2026-02-28T16:00:00Z"), "Asia/Shanghai")).toEqual(["2026-02", "2026-03"]);
    expect(rosterMonths(at("2026-03-02T00:00:00Z"), "Asia/Shanghai")).toEqual(["2026-03"]);
  });
});

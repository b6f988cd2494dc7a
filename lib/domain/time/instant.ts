import { Temporal } from "temporal-polyfill";

/** An instant as it stands in documents and on the wire: ISO 8601, UTC, always milliseconds, so that text order is time order. */
export type Instant = string;

/** Writes an instant with fixed width (`2026-02-13T01:00:00.000Z`). */
export function toInstant(at: Temporal.Instant): Instant {
  return at.toString({ smallestUnit: "millisecond" });
}

/** Reads an instant; throws RangeError for anything that is none. */
export function fromInstant(at: Instant): Temporal.Instant {
  return Temporal.Instant.from(at);
}

/** The instant `seconds` later (earlier when negative). */
export function plusSeconds(at: Instant, seconds: number): Instant {
  return toInstant(fromInstant(at).add({ milliseconds: Math.round(seconds * 1000) }));
}

/** Whole seconds from one instant to another; negative when `to` is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return Math.floor((fromInstant(to).epochMilliseconds - fromInstant(from).epochMilliseconds) / 1000);
}

/** The earlier of two instants. */
export function earlier(a: Instant, b: Instant): Instant {
  return a <= b ? a : b;
}

/** The calendar month `YYYY-MM` of an instant in a time zone. */
export function monthOf(at: Instant, timeZone: string): string {
  return fromInstant(at).toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth().toString();
}

/** Where a company has not said otherwise. */
export const DEFAULT_TIME_ZONE = "Asia/Shanghai";

/** The local date `YYYY-MM-DD` of an instant in a time zone. */
export function localDate(at: Instant, timeZone: string): string {
  return fromInstant(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

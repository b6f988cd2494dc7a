import { Temporal } from "temporal-polyfill";
import { dateOf } from "../organisation/table.ts";
import { fromInstant, type Instant, toInstant } from "../time/instant.ts";

const TIME = /[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?$/;

/** A day, with or without a time of day, in a time zone; a day alone is its midnight. undefined for anything else. */
export function momentOf(text: string, timeZone: string): Instant | undefined {
  const found = TIME.exec(text);
  const [, hour = "00", minute = "00", second = "00", rest = ""] = found ?? [];
  const date = dateOf(found === null ? text : text.slice(0, found.index));
  if (date === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const time = `${hour.padStart(2, "0")}:${minute}:${second.padStart(2, "0")}${rest}`;
  return toInstant(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant());
}

/** The instant as `momentOf` reads it again: local wall time, to the millisecond where there are any. */
export function momentText(at: Instant, timeZone: string): string {
  const local = fromInstant(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const precision = local.millisecond === 0 ? "second" : "millisecond";
  const [date = "", time = ""] = local.toString({ smallestUnit: precision }).split("T");
  return `${date} ${time}`;
}

import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { isVisible, withoutMarks } from "../../domain/invisible.ts";
import { toInstant } from "../../domain/time/instant.ts";

/** C0 without tab and line ends, DEL and C1: no channel means to send them. */
const control = /[\p{Cc}--[\t\n\r]]/v;
const lineEnd = /[\t\n\r]/;

/**
 * Text for people, as received: nothing is trimmed or changed. At least one visible character, at most `max`
 * characters (code points, as JSON Schema counts them), no control characters except tab and line ends.
 */
export function text(max: number) {
  return bounded(max, false);
}

/** As `text`, on one line: a name, a number, a key. Marks of direction and characters of no width are left out of it. */
export function line(max: number) {
  return bounded(max, true);
}

function bounded(max: number, oneLine: boolean) {
  return z
    .string()
    .overwrite((value) => (oneLine ? withoutMarks(value) : value))
    .check((context) => {
      const { value, issues } = context;
      if (characters(value) > max) {
        issues.push({ code: "too_big", origin: "string", maximum: max, inclusive: true, input: value });
      }
      if (!isVisible(value)) {
        issues.push({ code: "too_small", origin: "string", minimum: 1, inclusive: true, input: value });
      } else if (control.test(value) || !value.isWellFormed() || (oneLine && lineEnd.test(value))) {
        issues.push({ code: "custom", params: { rule: "control-character" }, input: value });
      }
    })
    .meta({ minLength: 1, maxLength: max });
}

function characters(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/** An identifier from elsewhere (project, department, source id): one line, at most 200 characters. */
export const id = line(200);

/** A complaint's id or number (D10), in a path. */
export const idOrNumber = id.meta({ description: "Id or number" });

const dateTime = z.iso.datetime({ offset: true });

/** Working calendars are counted 200 years at most: what lies beyond is a slip of the pen, and no clock could follow. */
const earliest = "1900-01-01T00:00:00.000Z";
const latest = "2199-12-31T23:59:59.999Z";

/** An instant from 1900 to 2199 with any offset, normalised to UTC with milliseconds, so that text order is time order. */
export const instant = dateTime
  .transform((value, context) => {
    try {
      const given = toInstant(Temporal.Instant.from(value));
      if (given >= earliest && given <= latest) return given;
      context.issues.push({ code: "invalid_format", format: "datetime", input: value });
      return z.NEVER;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.issues.push({ code: "invalid_format", format: "datetime", input: value });
      return z.NEVER;
    }
  })
  .meta({ id: "GivenInstant", description: "ISO 8601 with offset or Z, 1900–2199; answered in UTC" });

/** An instant as we send it: UTC, milliseconds. */
export const sentInstant = z.iso.datetime().meta({ id: "Instant", description: "UTC" });

export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A month `YYYY-MM` of the project's time zone. */
export const month = z.string().regex(monthPattern);

/** A local date `YYYY-MM-DD`, 1900 to 2199. */
export const localDate = z.iso
  .date()
  .refine(
    (value) => value >= "1900-01-01" && value <= "2199-12-31",
    "日期应在1900年至2199年之间 · a date between 1900 and 2199",
  )
  .meta({ description: "Local date, 1900–2199" });

/** An address mail can be sent to (the form HTML's e-mail field accepts). */
export const email = z.email({ pattern: z.regexes.html5Email }).max(254);

import { Temporal } from "temporal-polyfill";

/** The wire form of nearly every stored instant; `Date.parse` reads it exactly and ten times faster than Temporal. */
const canonical = /^\d{4}-\d\d-(\d\d)T(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,3})?Z$/;

/**
 * Reads an ISO 8601 instant with its offset as epoch milliseconds (finer digits are cut off, which never moves
 * an instant over a month's edge, since edges are whole milliseconds).
 * @throws RangeError naming `what` when the text is not an instant: a figure is never computed from a guess.
 */
export function epochMs(text: string, what: string): number {
  const day = canonical.exec(text)?.[1];
  if (day !== undefined) {
    const ms = Date.parse(text);
    // Date.parse rolls 30 February over into March; only a day that every month has, or that it gives back, is trusted.
    if (Number.isFinite(ms) && (day <= "28" || new Date(ms).getUTCDate() === Number(day))) return ms;
  }
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch (cause) {
    throw new RangeError(`${what} is not an ISO 8601 instant with an offset: ${JSON.stringify(text)}`, {
      cause,
    });
  }
}

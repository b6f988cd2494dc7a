import { Temporal } from "temporal-polyfill";

/**
 * Reads an ISO 8601 instant with its offset as epoch milliseconds (finer digits are cut off, which never moves
 * an instant over a month's edge, since edges are whole milliseconds).
 * @throws RangeError naming `what` when the text is not an instant: a figure is never computed from a guess.
 */
export function epochMs(text: string, what: string): number {
  const known = wireMs(text);
  if (known !== undefined) return known;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch (cause) {
    throw new RangeError(`${what} is not an ISO 8601 instant with an offset: ${JSON.stringify(text)}`, {
      cause,
    });
  }
}

/**
 * `2026-03-01T00:00:00Z`, with or without `.5` to `.500` of a second: nearly every stored instant. Each is read dozens of
 * times for a month's figures, which costs a twentieth of what Temporal takes. Undefined for whatever is written otherwise or is
 * no day or time of day.
 */
function wireMs(text: string): number | undefined {
  const { length } = text;
  if (length < 20 || length > 24 || length === 21 || !isPunctuated(text)) return undefined;
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  let ms = 0;
  for (let place = 20, unit = 100; place < length - 1; place += 1, unit /= 10)
    ms += unit * digit(text, place);
  // A digit that is none makes the sum NaN, which is not within any bound. Date.UTC takes the years before 100 for those of 1900.
  const isRead = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  return isRead && hour <= 23 && minute <= 59 && second <= 59 && ms >= 0
    ? Date.UTC(year, month - 1, day, hour, minute, second, ms)
    : undefined;
}

const [HYPHEN, POINT, COLON, T, Z, ZERO, NINE] = [45, 46, 58, 84, 90, 48, 57];

function isPunctuated(text: string): boolean {
  return (
    text.charCodeAt(4) === HYPHEN &&
    text.charCodeAt(7) === HYPHEN &&
    text.charCodeAt(10) === T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    (text.length === 20 || text.charCodeAt(19) === POINT) &&
    text.charCodeAt(text.length - 1) === Z
  );
}

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE ? code - ZERO : Number.NaN;
}

function twoDigits(text: string, at: number): number {
  return 10 * digit(text, at) + digit(text, at + 1);
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

import type { Instant } from "../../domain/time/instant.ts";

/** A moment that somebody notes in the calendar of a phone. */
export interface CalendarEntry {
  /** The same again replaces the entry. */
  readonly uid: string;
  readonly at: Instant;
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/** An iCalendar file (RFC 5545) with a reminder at each moment. `now`: when it was made. */
export function calendarFile(entries: readonly CalendarEntry[], now: Instant): Uint8Array {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Jiesu//Complaint//ZH",
    ...entries.flatMap((entry) => eventOf(entry, now)),
    "END:VCALENDAR",
  ];
  return new TextEncoder().encode(`${lines.map(folded).join("\r\n")}\r\n`);
}

function eventOf({ uid, at, title, text, url }: CalendarEntry, now: Instant): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${url}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    "TRIGGER:PT0M",
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** `20260225T100000Z`. */
function stamp(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** At most 75 bytes a line; a character is never parted. */
function folded(line: string): string {
  const parts = [""];
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      parts.push("");
      // The blank that begins a folded line counts.
      bytes = 1;
    }
    parts[parts.length - 1] += character;
    bytes += size;
  }
  return parts.join("\r\n ");
}

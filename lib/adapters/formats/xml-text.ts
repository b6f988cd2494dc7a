/** What XML 1.0 cannot carry: controls other than tab and line feed, lone surrogates, U+FFFE and U+FFFF. */
// oxlint-disable-next-line no-control-regex -- the control characters are exactly what must go
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Marks of writing direction: one of them turns round whatever stands after it, in a table the neighbouring cells too. */
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A person's text as an office file can carry it: line ends as LF, characters that make it unreadable removed. */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(notXml, "").replace(direction, "");
}

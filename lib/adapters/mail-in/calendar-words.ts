const SAID = /^(?:SUMMARY|LOCATION|DESCRIPTION)(?:;[^:\n]*)?:(.*)$/gim;

/** What an invitation (RFC 5545) says in words: what about, where, and what else was written. */
export function calendarWords(calendar: string): string {
  const unfolded = calendar.replace(/\r?\n[ \t]/g, "");
  return [...unfolded.matchAll(SAID)]
    .map(([, value = ""]) =>
      value
        .replace(/\\n/gi, "\n")
        .replace(/\\([\\,;])/g, "$1")
        .trim(),
    )
    .filter((words) => words !== "")
    .join("\n");
}

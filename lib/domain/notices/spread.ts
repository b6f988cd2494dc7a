import type { Complaint } from "../complaint/document.ts";
import type { StoredEvent } from "../complaint/events.ts";
import { fromInstant } from "../time/instant.ts";

/** Wall times at which many limits end and many quiet hours: `default` 18:00 close of business, 08:00 opening. */
const BURST_HOURS: readonly number[] = [8, 18];
/** A burst is spread over three minutes. */
const SPREAD_SECONDS = 180;

/**
 * Seconds by which a rung's message waits, so that not everybody's mail leaves at 08:00 or 18:00 sharp: the same for the
 * same key (whom it goes to) however often it is asked, so that what goes to one person still goes together; never before
 * the rung's instant, 0 for whatever is urgent or concerns safety.
 */
export function spreadSeconds(
  key: string,
  { fact }: Pick<StoredEvent, "fact">,
  { registration }: Pick<Complaint, "registration">,
): number {
  if (fact.type !== "rungDecided" || registration.safety || registration.urgency === "urgent") return 0;
  const due = fromInstant(fact.due).toZonedDateTimeISO(registration.timeZone);
  if (due.minute !== 0 || !BURST_HOURS.includes(due.hour)) return 0;
  return numberOf(key) % SPREAD_SECONDS;
}

/** FNV-1a: evenly spread, and the same everywhere. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

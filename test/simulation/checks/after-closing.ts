import type { Json } from "./naive.ts";
import { nameOf } from "./pauses.ts";

/** What may still be recorded of a complaint that is over. */
const later: ReadonlySet<string> = new Set([
  "corrected",
  "noted",
  "messageReceived",
  "reopened",
  "actionEvidenced",
  "actionVerified",
  "reviewed",
  "clockStarted",
  "clockStopped",
  "clockExtended",
  "rungAcknowledged",
  "attachmentsStored",
  "erased",
  "handedOver",
  "recurrenceFound",
  "clockRetimed",
  "repeatLinked",
  "joinedGroup",
  "leftGroup",
  // Who is complained of is heard (D4), and whoever has lost the link may ask for it again.
  "linkSent",
  "statementGiven",
]);

/** `document`: as the write that the fact belongs to left it. What stood still goes on only to be stopped with the rest. */
export function mayFollowClosing(fact: Json, document: Json): boolean {
  if (fact.type === "clockResumed")
    return document.clocks.some(
      (clock: Json) => nameOf(clock) === nameOf(fact) && clock.stoppedAt !== undefined,
    );
  return later.has(fact.type) || (fact.type === "rungDecided" && fact.name === "corrective");
}

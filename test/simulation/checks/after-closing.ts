import type { Json } from "./naive.ts";

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

export function mayFollowClosing(fact: Json): boolean {
  return later.has(fact.type) || (fact.type === "rungDecided" && fact.name === "corrective");
}

import type { Personal } from "../../document/personal.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import { type Complaint, hasContact, registeredValue } from "../document.ts";
import type { ReplyVia } from "../events.ts";
import { type Refusal, refuse } from "../refusal.ts";

/** The customer is told something, on some way, perhaps earlier than it was entered. */
export interface Telling {
  readonly via: ReplyVia;
  readonly text: Personal;
  readonly occurredAt?: Instant;
}

/**
 * D6: when the customer was told: never in the future, nor before there was something to tell. A posted notice
 * (公示回复) is for those who left no contact, and for groups, which are answered by one notice for all (公示).
 */
export function toldAt(
  complaint: Complaint,
  { occurredAt, via }: Telling,
  since: Instant,
  context: Context,
): Instant | Refusal {
  const now = toInstant(context.now);
  if (occurredAt !== undefined && (occurredAt > now || occurredAt < since))
    return refuse("occurred-out-of-range");
  if (via === "posted" && hasContact(complaint) && complaint.group === undefined)
    return refuse("contact-known");
  if (via === "email" && registeredValue(complaint, "email") === undefined) return refuse("no-address");
  return occurredAt ?? now;
}

import type { Personal } from "../../document/personal.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import { type Complaint, hasContact, registeredValue } from "../document.ts";
import type { FollowUpVia, ReplyVia } from "../events.ts";
import { type Refusal, refuse } from "../refusal.ts";

/** The customer is told something, on some way, perhaps earlier than it was entered. */
export interface Telling {
  readonly via: ReplyVia;
  readonly text: Personal;
  readonly occurredAt?: Instant;
  /** The text goes out from here as a message on that way (a mail always does). */
  readonly sent?: true;
}

/**
 * D6: when the customer was told: never in the future, nor before there was something to tell. A posted notice
 * (公示回复) is for those who left no contact: whoever can be reached is told by a way of their own, in a group too.
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
  return unreachable(complaint, via) ?? occurredAt ?? now;
}

/**
 * D6: contact cannot be invented: a call or text message needs a number, a mail an address, a letter or a visit the room
 * or that the complainant came or wrote himself, WeChat the conversation there. Nothing of all this: only 公示回复.
 */
export function unreachable(complaint: Complaint, via: ReplyVia | FollowUpVia): Refusal | undefined {
  if (via === "posted") return hasContact(complaint) ? refuse("contact-known") : undefined;
  return isReachable(complaint, via) ? undefined : refuse("no-address");
}

function isReachable(complaint: Complaint, via: Exclude<ReplyVia, "posted"> | FollowUpVia): boolean {
  const { location, channel } = complaint.registration;
  const has = (field: string) => registeredValue(complaint, field) !== undefined;
  switch (via) {
    case "phone":
    case "sms":
      return has("phone");
    case "email":
      return has("email");
    case "wechat":
      return channel === "wechat";
    case "message":
      return has("phone") || channel === "wechat";
    case "letter":
      return location.room !== undefined || channel === "letter";
    case "visit":
      return location.room !== undefined || channel === "visit" || channel === "oral";
  }
}

import type { Temporal } from "temporal-polyfill";
import type { OnDuty } from "../clocks/audience.ts";
import type { Rules } from "../clocks/start.ts";
import type { Actor } from "../document/event.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import type { Complaint } from "./document.ts";
import type { FactDraft } from "./events.ts";
import type { Refusal } from "./refusal.ts";

/** Who holds these posts for this complaint right now. */
export type Recipients = (posts: readonly Post[], complaint: Complaint) => readonly Recipient[];

/** What a decision may know besides the document: time, rules, who asks, and who holds which post. */
export interface Context extends Rules {
  readonly now: Temporal.Instant;
  readonly by: Actor;
  /** The posts that the person who asks holds for the project. */
  readonly posts?: readonly Post[];
  /** The absent people whom this one stands in for. */
  readonly standsInFor?: readonly string[];
  /** People for the posts of a rung, at this moment; only timers need it. */
  readonly recipients?: Recipients;
  /** Who is on shift: quiet hours do not put off their messages. */
  readonly onDuty?: OnDuty;
}

export type Decision = { readonly drafts: readonly FactDraft[] } | Refusal;

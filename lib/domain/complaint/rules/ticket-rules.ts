import type { Post } from "../../organisation/organisation.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import type { Complaint } from "../document.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { isGivenUp, type TicketState, ticketOf } from "../tickets.ts";
import { assignedPosts } from "./informing.ts";

/** The ticket while it is ours to answer; else why not. */
export function heldTicket(complaint: Complaint): TicketState | Refusal {
  const ticket = ticketOf(complaint);
  if (ticket === undefined) return refuse("no-ticket");
  if (isGivenUp(ticket)) return refuse("ticket-given-up");
  return ticket;
}

/** True for a ticket that is ours and still waits for its reply document. */
export function isWaiting(complaint: Complaint): boolean {
  const ticket = heldTicket(complaint);
  return !("refused" in ticket) && ticket.repliedAt === undefined;
}

/** When it happened on the platform: perhaps before it was entered, never in the future, nor before it could. */
export function happenedAt(
  occurredAt: Instant | undefined,
  since: Instant,
  { now }: Pick<Context, "now">,
): Instant | Refusal {
  const at = toInstant(now);
  if (occurredAt === undefined) return at;
  return occurredAt > at || occurredAt < since ? refuse("occurred-out-of-range") : occurredAt;
}

/** The complaint with its ticket changed. */
export function withTicket(complaint: Complaint, change: Partial<TicketState>): Complaint {
  const ticket = ticketOf(complaint);
  return ticket === undefined ? complaint : { ...complaint, ticket: { ...ticket, ...change } };
}

/** Whose the ticket is at this moment: whoever solves it, and whoever answers to the platform. */
export function ticketHolders({ departmentId, handlerId }: Complaint): readonly Post[] {
  return departmentId === undefined ? ["supervisor"] : [...assignedPosts(handlerId), "supervisor"];
}

import type { Complaint } from "../complaint/document.ts";
import { returnableUntil } from "../complaint/rules/ticket-clocks.ts";
import { type TicketState, ticketOf } from "../complaint/tickets.ts";
import type { Policy } from "../policy/policy.ts";
import { type TicketPolicy, ticketPolicyOf } from "../policy/ticket-policy.ts";
import { defined } from "../present.ts";
import type { Case } from "./case.ts";
import type { TicketCase, TicketExclusion } from "./ticket-figures.ts";

/** A complaint's ticket as the rates count it under the project's policy; undefined for what is none. */
export function ticketCase(complaint: Complaint, policy: Policy): Case["external"] {
  const { external } = complaint.registration;
  const ticket = ticketOf(complaint);
  if (external === undefined || ticket === undefined) return undefined;
  const tickets = ticketPolicyOf(policy);
  const { system, ticketNo } = external;
  const isMerged = ticket.mergedInto !== undefined;
  const figures: TicketCase = {
    returns: ticket.returns,
    ...defined({
      signBy: returnableUntil(complaint),
      signedAt: ticket.signedAt,
      repliedAt: ticket.repliedAt,
      exclusion: exclusionOf(complaint, ticket, tickets),
      merged: isMerged && tickets.merged === "each" ? (true as const) : undefined,
      rating: ratingOf(ticket, tickets),
    }),
  };
  return { system, ticketNo, dueAt: ticket.dueAt, ticket: figures };
}

function exclusionOf(
  { ending }: Complaint,
  { sentBackAt, mergedInto, exempt }: TicketState,
  { merged }: TicketPolicy,
): TicketExclusion | undefined {
  if (sentBackAt !== undefined) return "returned";
  if (exempt !== undefined) return exempt;
  if (mergedInto !== undefined) return merged === "with-main" ? "merged" : undefined;
  return ending === "withdrawn" || ending === "referred" ? ending : undefined;
}

function ratingOf({ rating }: TicketState, { notRated }: TicketPolicy): TicketCase["rating"] {
  if (rating === undefined || notRated === "apart") return rating;
  const { at, contacted, solved, satisfied } = rating;
  const counted = (answer: typeof contacted) => (answer === "not-rated" ? "no" : answer);
  return { at, contacted: counted(contacted), solved: counted(solved), satisfied: counted(satisfied) };
}

import type { Instant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { draft } from "../rules/drafts.ts";
import { desk, open } from "../rules/posts.ts";
import { ticketStops } from "../rules/ticket-clocks.ts";
import { happenedAt, heldTicket, isWaiting, withTicket } from "../rules/ticket-rules.ts";
import type { StaffDefinition } from "./definition.ts";

interface SignTicket {
  readonly type: "sign-ticket";
  readonly occurredAt?: Instant;
}

/** 签收: the ticket is ours; from now on its own time is all that runs. */
export const signTicket: StaffDefinition<SignTicket, "ticketSigned"> = {
  name: "sign-ticket",
  rule: {
    clause: "default",
    zh: "政府转办工单在平台规定时限内签收或退单",
    en: "A government ticket is signed for, or returned, within the platform's limit",
  },
  from: open,
  posts: desk,
  fits: (complaint) => isWaiting(complaint) && complaint.ticket?.signedAt === undefined,
  decide: (complaint, { occurredAt }, context) => {
    const ticket = heldTicket(complaint);
    if ("refused" in ticket) return ticket;
    if (ticket.signedAt !== undefined) return refuse("ticket-signed-before");
    if (ticket.repliedAt !== undefined) return refuse("reply-document-sent");
    const at = happenedAt(occurredAt, complaint.registration.receivedAt, context);
    if (typeof at !== "string") return at;
    return {
      drafts: [draft({ type: "ticketSigned" }, at), ...ticketStops(complaint, "signing", at, context)],
    };
  },
  folds: {
    ticketSigned: (complaint, _, { occurredAt }) => withTicket(complaint, { signedAt: occurredAt }),
  },
  salted: (plain) => plain,
};

import type { Personal } from "../../document/personal.ts";
import { defined } from "../../present.ts";
import type { Instant } from "../../time/instant.ts";
import { statuses } from "../document.ts";
import { refuse } from "../refusal.ts";
import { draft } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { desk } from "../rules/posts.ts";
import { ticketLapses } from "../rules/ticket-clocks.ts";
import { happenedAt, ticketHolders, withTicket } from "../rules/ticket-rules.ts";
import { isBadRating, type TicketExemption, type TicketRating, ticketOf } from "../tickets.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface RecordTicketRating extends TicketRating {
  readonly type: "record-ticket-rating";
  /** 剔除: why the platform leaves it out of the rates. */
  readonly exempt?: TicketExemption;
  readonly text?: Personal;
  readonly occurredAt?: Instant;
}

/**
 * What the platform's call-back found: contacted, solved, satisfied, each yes, no or not rated; the last report counts. It
 * is the platform's word and never a follow-up of ours (D4).
 */
export const recordTicketRating: StaffDefinition<RecordTicketRating, "ticketRated"> = {
  name: "record-ticket-rating",
  rule: {
    clause: "default",
    zh: "平台回访的响应、解决、满意结果如实登记，以最后一次为准；平台剔除的注明原因",
    en: "What the platform's call-back found is put on record, the last report counts; what it exempts carries the reason",
  },
  from: statuses,
  posts: desk,
  informs: true,
  fits: (complaint) => ticketOf(complaint) !== undefined,
  decide: (complaint, command, context) => {
    if (ticketOf(complaint) === undefined) return refuse("no-ticket");
    const { contacted, solved, satisfied, exempt, text, occurredAt } = command;
    const at = happenedAt(occurredAt, complaint.registration.receivedAt, context);
    if (typeof at !== "string") return at;
    const rating = { contacted, solved, satisfied };
    const posts = [...ticketHolders(complaint), ...(isBadRating(rating) ? (["manager"] as const) : [])];
    const told = informed(complaint, posts, context);
    return {
      drafts: [
        draft({ type: "ticketRated", ...rating, ...defined({ exempt }), ...told }, at, { text }),
        ...(exempt === "withdrawn-by-platform" ? ticketLapses(complaint, at, context) : []),
      ],
    };
  },
  folds: {
    ticketRated: (complaint, { contacted, solved, satisfied, exempt }, { occurredAt }) => {
      const { ticket, ...rest } = withTicket(complaint, {
        rating: { contacted, solved, satisfied, at: occurredAt },
      });
      if (ticket === undefined) return complaint;
      const { exempt: _before, ...state } = ticket;
      return { ...rest, ticket: { ...state, ...defined({ exempt }) } };
    },
  },
  salted: ({ text, ...plain }, salt) => ({ ...plain, ...defined({ text: saltedText(text, salt) }) }),
};

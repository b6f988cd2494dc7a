import type { Personal } from "../../document/personal.ts";
import { defined } from "../../present.ts";
import type { Instant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { closedClocks } from "../rules/closing.ts";
import { draft } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { leads, open } from "../rules/posts.ts";
import { isSigning, returnableUntil, ticketStops } from "../rules/ticket-clocks.ts";
import { happenedAt, heldTicket, isWaiting, ticketHolders, withTicket } from "../rules/ticket-rules.ts";
import type { NotOursReason } from "../tickets.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface ReturnTicket {
  readonly type: "return-ticket";
  /** Needed unless an objection that was upheld has said it. */
  readonly reason?: NotOursReason;
  readonly text?: Personal;
  readonly occurredAt?: Instant;
}

/** 退单: not ours, sent back with the reason within the limit; later only after an objection that was upheld. */
export const returnTicket: StaffDefinition<ReturnTicket, "ticketSentBack"> = {
  name: "return-ticket",
  rule: {
    clause: "default",
    zh: "不属本单位的工单在签收时限内注明理由退单；逾期须先提异议并获支持",
    en: "A ticket that is not ours goes back with the reason within the limit for signing; later only after an objection was upheld",
  },
  from: open,
  to: "referred",
  posts: leads,
  informs: true,
  fits: isWaiting,
  decide: (complaint, { reason, text, occurredAt }, context) => {
    const ticket = heldTicket(complaint);
    if ("refused" in ticket) return ticket;
    if (ticket.repliedAt !== undefined) return refuse("reply-document-sent");
    const at = happenedAt(occurredAt, complaint.registration.receivedAt, context);
    if (typeof at !== "string") return at;
    const upheld = ticket.objectionUpheld === true;
    if (!upheld && (reason === undefined || text === undefined))
      return refuse("incomplete", { missing: [reason === undefined ? "reason" : "text"] });
    const until = returnableUntil(complaint);
    if (!upheld && until !== undefined && at > until) return refuse("return-too-late");
    const told = informed(complaint, ticketHolders(complaint), context);
    // The return answers the limit for signing; everything else is nobody's any more.
    const others = { ...complaint, clocks: complaint.clocks.filter((clock) => !isSigning(clock)) };
    return {
      drafts: [
        draft({ type: "ticketSentBack", ...defined({ reason }), ...told }, at, { text }),
        ...ticketStops(complaint, "signing", at, context),
        ...closedClocks(others, at, context),
      ],
    };
  },
  folds: {
    ticketSentBack: (complaint, _, { occurredAt }) => ({
      ...withTicket(complaint, { sentBackAt: occurredAt }),
      status: "referred",
      endedAt: occurredAt,
      ending: "returned",
    }),
  },
  salted: ({ text, ...plain }, salt) => ({ ...plain, ...defined({ text: saltedText(text, salt) }) }),
};

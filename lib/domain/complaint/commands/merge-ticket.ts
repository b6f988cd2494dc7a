import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { closedClocks } from "../rules/closing.ts";
import { draft } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { leads, open } from "../rules/posts.ts";
import { heldTicket, isWaiting, ticketHolders, withTicket } from "../rules/ticket-rules.ts";
import type { LookedUpDefinition } from "./definition.ts";

interface MergeTicket {
  readonly type: "merge-ticket";
  /** The complaint it goes on with. */
  readonly complaintId: string;
  readonly number: string;
}

/**
 * 并单 (国办函〔2025〕66号: repeated matters are as a rule handled as one): one household's repeated tickets are answered
 * together. The merged one leaves the tasks; what the household is owed stands with the other.
 */
export const mergeTicket: LookedUpDefinition<MergeTicket, "ticketMerged"> = {
  name: "merge-ticket",
  rule: {
    clause: "default",
    zh: "同一住户同一诉求的重复工单并单办理",
    en: "One household's repeated tickets of one matter are handled as one",
  },
  from: open,
  to: "referred",
  posts: leads,
  informs: true,
  fits: isWaiting,
  decide: (complaint, { complaintId, number }, context) => {
    const ticket = heldTicket(complaint);
    if ("refused" in ticket) return ticket;
    if (ticket.repliedAt !== undefined) return refuse("reply-document-sent");
    if (complaint.registration.id === complaintId) return refuse("repeats-itself");
    const now = toInstant(context.now);
    const told = informed(complaint, ticketHolders(complaint), context);
    return {
      drafts: [
        draft({ type: "ticketMerged", complaintId, number, ...told }, now),
        ...closedClocks(complaint, now, context),
      ],
    };
  },
  folds: {
    ticketMerged: (complaint, { complaintId, number }, { occurredAt }) => ({
      ...withTicket(complaint, { mergedInto: { complaintId, number } }),
      status: "referred",
      endedAt: occurredAt,
      ending: "merged",
    }),
  },
};

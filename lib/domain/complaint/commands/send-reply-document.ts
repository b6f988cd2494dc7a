import type { Personal } from "../../document/personal.ts";
import { defined } from "../../present.ts";
import type { Instant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { draft } from "../rules/drafts.ts";
import { leads, open, signingPosts } from "../rules/posts.ts";
import { answerClock, ticketStops } from "../rules/ticket-clocks.ts";
import { happenedAt, heldTicket, isWaiting, withTicket } from "../rules/ticket-rules.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface SendReplyDocument {
  readonly type: "send-reply-document";
  /** What we answer the platform; absent: the result as the customer was told it. */
  readonly text?: Personal;
  readonly occurredAt?: Instant;
}

/** 回复件: the platform has our answer; its clock stops. The customer is told the result apart from it (D6). */
export const sendReplyDocument: StaffDefinition<SendReplyDocument, "replyDocumentSent"> = {
  name: "send-reply-document",
  rule: {
    clause: "default",
    zh: "在转办时限内向平台报送回复件；答复客户另行记录",
    en: "The platform has our reply document within the ticket's time; the customer is told apart from it",
  },
  from: open,
  posts: [...leads, ...signingPosts.filter((post) => !leads.includes(post))],
  fits: isWaiting,
  decide: (complaint, { text, occurredAt }, context) => {
    const ticket = heldTicket(complaint);
    if ("refused" in ticket) return ticket;
    if (ticket.repliedAt !== undefined) return refuse("reply-document-sent");
    const since = answerClock(complaint)?.startedAt ?? complaint.registration.receivedAt;
    const at = happenedAt(occurredAt, since, context);
    if (typeof at !== "string") return at;
    if (text === undefined && complaint.resolvedAt === undefined)
      return refuse("incomplete", { missing: ["text"] });
    // An answer is a signature, too.
    return {
      drafts: [
        draft({ type: "replyDocumentSent" }, at, { text }),
        ...ticketStops(complaint, "all", at, context),
      ],
    };
  },
  folds: {
    replyDocumentSent: (complaint, _, { occurredAt }) => withTicket(complaint, { repliedAt: occurredAt }),
  },
  salted: ({ text, ...plain }, salt) => ({ ...plain, ...defined({ text: saltedText(text, salt) }) }),
};

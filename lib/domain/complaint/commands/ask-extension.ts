import type { Personal } from "../../document/personal.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { one } from "../rules/drafts.ts";
import { leads, open } from "../rules/posts.ts";
import { heldTicket, isWaiting, withTicket } from "../rules/ticket-rules.ts";
import type { StaffDefinition } from "./definition.ts";

interface AskExtension {
  readonly type: "ask-extension";
  readonly dueAt: Instant;
  readonly reason: Personal;
}

/** 申请延期: asked of the platform before the ticket's time is up; until it has answered nothing moves. */
export const askExtension: StaffDefinition<AskExtension, "ticketExtensionAsked"> = {
  name: "ask-extension",
  rule: {
    clause: "default",
    zh: "按期办不完的在办理时限届满前向平台申请延期；批准前时限不变",
    en: "More time is asked of the platform before the ticket's own is up; nothing moves until it is granted",
  },
  from: open,
  posts: leads,
  fits: (complaint) => isWaiting(complaint) && complaint.ticket?.extensionAsked === undefined,
  decide: (complaint, { dueAt, reason }, context) => {
    const ticket = heldTicket(complaint);
    if ("refused" in ticket) return ticket;
    if (ticket.repliedAt !== undefined) return refuse("reply-document-sent");
    if (ticket.extensionAsked !== undefined) return refuse("extension-asked-before");
    const now = toInstant(context.now);
    if (now > ticket.dueAt) return refuse("asked-too-late");
    if (dueAt <= ticket.dueAt) return refuse("extension-not-later");
    return one({ type: "ticketExtensionAsked", dueAt }, now, { reason });
  },
  folds: {
    ticketExtensionAsked: (complaint, { dueAt }) => withTicket(complaint, { extensionAsked: dueAt }),
  },
  salted: (plain, salt) => ({ ...plain, reason: salt(plain.reason) }),
};

import * as z from "zod";
import {
  notOursReasons,
  type TicketFact,
  type TicketState,
  ticketAnswers,
  ticketExemptions,
} from "../../../domain/complaint/tickets.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import { informing } from "./recipient-schema.ts";

const one = <T extends TicketFact["type"]>(type: T) => ({ type: z.literal(type) });
const reason = z.enum(notOursReasons);
const answer = z.enum(ticketAnswers);
const rating = { contacted: answer, solved: answer, satisfied: answer };

/** What happens between us and the platform of a government ticket. */
export const ticketFacts = {
  ticketSigned: z.strictObject(one("ticketSigned")),
  ticketSentBack: z.strictObject({
    ...one("ticketSentBack"),
    ...informing,
    reason: reason.exactOptional(),
  }),
  dispatchObjected: z.strictObject({ ...one("dispatchObjected"), reason }),
  objectionRuled: z.strictObject({ ...one("objectionRuled"), ...informing, upheld: z.boolean() }),
  ticketMerged: z.strictObject({
    ...one("ticketMerged"),
    ...informing,
    complaintId: text,
    number: text,
  }),
  ticketExtensionAsked: z.strictObject({ ...one("ticketExtensionAsked"), dueAt: instant }),
  ticketExtensionRuled: z.strictObject({
    ...one("ticketExtensionRuled"),
    ...informing,
    granted: z.boolean(),
    dueAt: instant.exactOptional(),
  }),
  replyDocumentSent: z.strictObject(one("replyDocumentSent")),
  ticketReturned: z.strictObject({ ...one("ticketReturned"), ...informing, dueAt: instant }),
  ticketRated: z.strictObject({
    ...one("ticketRated"),
    ...informing,
    ...rating,
    exempt: z.enum(ticketExemptions).exactOptional(),
  }),
} satisfies { [T in TicketFact["type"]]: z.ZodType<Extract<TicketFact, { type: T }>> };

/** How a ticket stands with its platform. */
export const ticketState = z.strictObject({
  dueAt: instant,
  signedAt: instant.exactOptional(),
  sentBackAt: instant.exactOptional(),
  objectedAt: instant.exactOptional(),
  objectionUpheld: z.boolean().exactOptional(),
  mergedInto: z.strictObject({ complaintId: text, number: text }).exactOptional(),
  extensionAsked: instant.exactOptional(),
  repliedAt: instant.exactOptional(),
  returns: count,
  rating: z.strictObject({ ...rating, at: instant }).exactOptional(),
  exempt: z.enum(ticketExemptions).exactOptional(),
} satisfies Shape<TicketState>);

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
export const ticketFacts = () =>
  ({
    ticketSigned: z.looseObject(one("ticketSigned")),
    ticketSentBack: z.looseObject({
      ...one("ticketSentBack"),
      ...informing,
      reason: reason.exactOptional(),
    }),
    dispatchObjected: z.looseObject({ ...one("dispatchObjected"), reason }),
    objectionRuled: z.looseObject({ ...one("objectionRuled"), ...informing, upheld: z.boolean() }),
    ticketMerged: z.looseObject({
      ...one("ticketMerged"),
      ...informing,
      complaintId: text,
      number: text,
    }),
    ticketExtensionAsked: z.looseObject({ ...one("ticketExtensionAsked"), dueAt: instant }),
    ticketExtensionRuled: z.looseObject({
      ...one("ticketExtensionRuled"),
      ...informing,
      granted: z.boolean(),
      dueAt: instant.exactOptional(),
    }),
    replyDocumentSent: z.looseObject(one("replyDocumentSent")),
    ticketReturned: z.looseObject({ ...one("ticketReturned"), ...informing, dueAt: instant }),
    ticketRated: z.looseObject({
      ...one("ticketRated"),
      ...informing,
      ...rating,
      exempt: z.enum(ticketExemptions).exactOptional(),
    }),
  }) satisfies { [T in TicketFact["type"]]: z.ZodType<Extract<TicketFact, { type: T }>> };

/** How a ticket stands with its platform. */
export const ticketState = () =>
  z.looseObject({
    dueAt: instant,
    signedAt: instant.exactOptional(),
    sentBackAt: instant.exactOptional(),
    objectedAt: instant.exactOptional(),
    objectionUpheld: z.boolean().exactOptional(),
    mergedInto: z.looseObject({ complaintId: text, number: text }).exactOptional(),
    extensionAsked: instant.exactOptional(),
    repliedAt: instant.exactOptional(),
    returns: count,
    rating: z.looseObject({ ...rating, at: instant }).exactOptional(),
    exempt: z.enum(ticketExemptions).exactOptional(),
  } satisfies Shape<TicketState>);

import * as z from "zod";
import { personDataKinds } from "../../domain/person-data/request.ts";
import { id, idOrNumber, text } from "../core/text.ts";

/** `POST /person-data/requests`: what somebody asks for about the own data, at the desk or on the telephone. */
export const personDataBody = z
  .strictObject({
    complaint: idOrNumber.meta({ description: "A complaint of whoever asks" }),
    kind: z.enum(personDataKinds),
  })
  .meta({ id: "PersonDataAsked" });

/** `POST /person-data/exports|erasures`: a request that stands, or a complaint of the person for a new one. */
export const personDataStart = z
  .union([
    z.strictObject({ request: id, evenOpen: z.boolean().exactOptional() }),
    z.strictObject({
      complaint: idOrNumber.meta({ description: "A complaint of the person" }),
      evenOpen: z.boolean().exactOptional().meta({
        description: "Complaints still being handled are erased too; else they wait until they are over",
      }),
    }),
  ])
  .meta({ id: "PersonDataStart" });

/** What became of a request; a refusal gives its reason (个人信息保护法 50). */
export const personDataDecisionBody = z
  .discriminatedUnion("outcome", [
    z.strictObject({ outcome: z.literal("done") }),
    z.strictObject({ outcome: z.literal("refused"), reason: text(1000) }),
  ])
  .meta({ id: "PersonDataDecision" });

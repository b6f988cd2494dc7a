import * as z from "zod";
import { personDataKinds } from "../../domain/person-data/request.ts";
import { idOrNumber, text } from "../core/text.ts";

/** `POST /person-data/requests`: what somebody asks for about the own data, at the desk or on the telephone. */
export const personDataBody = z
  .strictObject({
    complaint: idOrNumber.meta({ description: "A complaint of whoever asks" }),
    kind: z.enum(personDataKinds),
  })
  .meta({ id: "PersonDataAsked" });

/** What became of a request; a refusal gives its reason (个人信息保护法 50). */
export const personDataDecisionBody = z
  .discriminatedUnion("outcome", [
    z.strictObject({ outcome: z.literal("done") }),
    z.strictObject({ outcome: z.literal("refused"), reason: text(1000) }),
  ])
  .meta({ id: "PersonDataDecision" });

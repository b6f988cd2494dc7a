import * as z from "zod";
import { personDataKinds } from "../../domain/person-data/request.ts";
import { idOrNumber } from "../core/text.ts";

/** `POST /person-data/requests`: what somebody asks for about the own data, at the desk or on the telephone. */
export const personDataBody = z
  .strictObject({
    complaint: idOrNumber.meta({ description: "A complaint of whoever asks" }),
    kind: z.enum(personDataKinds),
  })
  .meta({ id: "PersonDataAsked" });

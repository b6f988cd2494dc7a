import * as z from "zod";
import { sentInstant } from "../core/text.ts";

/** What was found, the gravest first. */
export const doctorView = z
  .strictObject({
    at: sentInstant,
    lacks: z.array(
      z.strictObject({
        code: z.string(),
        about: z.string().exactOptional().meta({ description: "Project, person, post or system" }),
        weight: z.enum(["must", "should"]),
        sentence: z.strictObject({ zh: z.string(), en: z.string() }),
      }),
    ),
    work: z.strictObject({
      rescues: z.int().meta({ description: "What the sweep sent on its way again, ever" }),
      aside: z.int().meta({ description: "What failed five times and waits for an operator" }),
      waitingMails: z.int().meta({ description: "Quarantined mails that nobody has looked at" }),
    }),
    ownPolicies: z
      .array(z.strictObject({ scope: z.string(), version: z.string(), effectiveFrom: sentInstant }))
      .meta({ description: "Scopes whose policy is their own" }),
  })
  .meta({ id: "Doctor" });

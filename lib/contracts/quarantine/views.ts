import * as z from "zod";
import { sentInstant } from "../core/text.ts";
import { cursor } from "../core/views.ts";

export const quarantinedMail = z
  .strictObject({
    id: z.string(),
    at: sentInstant,
    reason: z.string(),
    rawKey: z.string(),
    from: z.string().exactOptional(),
    subject: z.string().exactOptional(),
    danger: z.array(z.string()).exactOptional().meta({ description: "Words of danger found in it (D6)" }),
    projectIds: z
      .array(z.string())
      .exactOptional()
      .meta({ description: "Which of the asking person's projects it was addressed to" }),
    accepted: z
      .strictObject({
        at: sentInstant,
        by: z.string(),
        projectId: z.string(),
        complaintId: z.string().exactOptional(),
        number: z.string().exactOptional(),
      })
      .exactOptional(),
    dismissed: z
      .strictObject({ at: sentInstant, by: z.string() })
      .exactOptional()
      .meta({ description: "Somebody said that it is no complaint" }),
  })
  .meta({ id: "QuarantinedMail" });

/** How much waits for somebody to look at it, of the last 30 days. */
export const quarantineCount = z
  .strictObject({
    waiting: z.int(),
    dangers: z.int().meta({ description: "Of these, with words of danger" }),
    oldestAt: sentInstant.exactOptional(),
    reasons: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
  })
  .meta({ id: "QuarantineCount" });

/** Mails that could not become a complaint, newest first. */
export const quarantinePage = z
  .strictObject({ items: z.array(quarantinedMail), cursor })
  .meta({ id: "QuarantinePage" });

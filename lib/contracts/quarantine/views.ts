import * as z from "zod";
import { senderTreatments } from "../../domain/senders/rule.ts";
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

/** `GET /quarantine/{id}`: what the mail says, as plain text; nothing of it is fetched, run or shown as a page. */
export const quarantinedLetter = z
  .strictObject({
    mail: quarantinedMail,
    letter: z
      .strictObject({
        fromName: z.string().exactOptional(),
        to: z.array(z.string()),
        date: z.string().nullable(),
        text: z.string(),
        quoted: z.string().meta({ description: "What it quotes of an earlier mail" }),
        cut: z.boolean().meta({ description: "The text went on; the raw mail holds it all" }),
        files: z.array(
          z.strictObject({ name: z.string().nullable(), contentType: z.string(), size: z.int() }),
        ),
        defects: z.array(z.string()).meta({ description: "What had to be guessed in reading it" }),
      })
      .exactOptional()
      .meta({ description: "Absent: the raw mail is no longer kept" }),
  })
  .meta({ id: "QuarantinedLetter" });

/** How much waits for somebody to look at it, of the last 30 days. */
export const quarantineCount = z
  .strictObject({
    waiting: z.int(),
    dangers: z.int().meta({ description: "Of these, with words of danger" }),
    oldestAt: sentInstant.exactOptional(),
    reasons: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
  })
  .meta({ id: "QuarantineCount" });

const senderRule = z.strictObject({
  sender: z.string(),
  projectId: z.string().exactOptional(),
  treatment: z.enum(senderTreatments),
  reason: z.string(),
  source: z.string(),
  changed: z.strictObject({ at: sentInstant, by: z.string() }).exactOptional(),
  version: z.int().meta({ description: "0 for what is built in" }),
  ended: z.literal(true).exactOptional(),
});

export const senderRulePut = senderRule.meta({ id: "SenderRule" });

/** Rules for senders that concern the asking person, with what each has dropped in the last thirty days. */
export const senderRuleList = z
  .strictObject({ items: z.array(senderRule.extend({ id: z.string(), dropped: z.int() })) })
  .meta({ id: "SenderRules" });

/** Mails that could not become a complaint, newest first. */
export const quarantinePage = z
  .strictObject({ items: z.array(quarantinedMail), cursor })
  .meta({ id: "QuarantinePage" });

import * as z from "zod";
import { senderTreatments } from "../../domain/senders/rule.ts";
import { cursor, limit } from "../core/queries.ts";
import { id, line } from "../core/text.ts";

/** `POST /quarantine/{id}/accept`: whose complaint the mail is. */
export const acceptBody = z.strictObject({ projectId: id }).meta({ id: "AcceptMail" });

/** `PUT /sender-rules`: whose mail is let in, put aside or dropped; without `treatment` the rule is taken back. */
export const senderRuleBody = z
  .strictObject({
    version: z.int().min(0).meta({ description: "The one you saw; 0 for a new rule" }),
    sender: line(254).meta({ description: "An address, or a host for all that comes from there" }),
    projectId: id
      .exactOptional()
      .meta({ description: "Counts for mail to it alone; absent: for the company" }),
    treatment: z.enum(senderTreatments).exactOptional(),
    reason: line(200),
  })
  .meta({ id: "SenderRuleEntry" });

/** A plain page of a list. */
export const pageQuery = z.strictObject({ cursor: cursor.exactOptional(), limit: limit.exactOptional() });

import * as z from "zod";
import { complainant, location } from "../complaints/bodies.ts";
import { id, line, text } from "../core/text.ts";
import { uploads } from "../core/uploads.ts";

/** The secret of the complainant's tracking link. */
export const trackingQuery = z.strictObject({
  secret: line(100),
  lang: z.string().exactOptional().meta({ description: "zh or en, of a page" }),
  text: z.string().exactOptional().meta({ description: "`large`: 大字版 of a page" }),
});

/** `POST /public/complaints`, as JSON; a form of the company's own site sends the same with flat fields (docs/residents.md). */
export const publicComplaintBody = z
  .strictObject({
    projectId: id,
    matter: text(4000),
    sourceId: id.exactOptional().meta({
      description:
        "The same again is the same complaint; without it and Idempotency-Key the same words of a day are",
    }),
    complainant: complainant.exactOptional(),
    location: location.exactOptional(),
    place: text(400).exactOptional(),
    attachments: uploads.exactOptional(),
    consent: line(40)
      .exactOptional()
      .meta({ description: "Edition of the privacy notice that was agreed to" }),
  })
  .meta({ id: "PublicComplaint" });

/** `POST /public/complaints/{number}/messages`, as JSON or as a form's fields. */
export const publicMessageBody = z
  .strictObject({ text: text(4000), attachments: uploads.exactOptional() })
  .meta({ id: "PublicMessage" });

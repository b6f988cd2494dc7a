import * as z from "zod";
import { classCode } from "../complaints/bodies.ts";
import { sentInstant } from "../core/text.ts";
import { cursor } from "../core/views.ts";

/** Corrective actions (整改, D15), the next due first within a page. */
export const correctivePage = z
  .strictObject({
    items: z.array(
      z.strictObject({
        complaintId: z.string(),
        number: z.string(),
        projectId: z.string(),
        actionId: z.string(),
        classCode: classCode.exactOptional(),
        cause: z.string().exactOptional(),
        measure: z.string().exactOptional(),
        ownerId: z.string(),
        ownerName: z.string(),
        openedAt: sentInstant,
        dueAt: sentInstant,
        evidencedAt: sentInstant.exactOptional(),
        evidence: z.string().exactOptional().meta({ description: "What its owner says of what was done" }),
        files: z
          .array(
            z.strictObject({ id: z.string(), name: z.string().exactOptional(), contentType: z.string() }),
          )
          .meta({ description: "Handed in with it; each is at /complaints/{complaintId}/attachments/{id}" }),
        verifiedAt: sentInstant.exactOptional(),
      }),
    ),
    cursor,
  })
  .meta({ id: "CorrectivePage" });

import * as z from "zod";
import { companyFunctionList } from "../../domain/submissions/company-texts.ts";
import { sectionFields, sectionList } from "../../domain/submissions/sections.ts";
import { month, sentInstant } from "../core/text.ts";
import { reason } from "./bodies.ts";

/** What headquarters wrote of a month; version 0: nothing yet. */
export const companyTextsView = z
  .strictObject({
    month,
    version: z.int(),
    issue: z.int().exactOptional(),
    bulletin: z
      .strictObject({
        year: z.int().exactOptional(),
        number: z.int().exactOptional(),
        title: z.string().exactOptional(),
      })
      .exactOptional(),
    hot: z.record(z.string(), z.string()),
    sections: z.partialRecord(z.enum(companyFunctionList), z.string()),
    by: z.string().exactOptional(),
    writtenAt: sentInstant.exactOptional(),
  })
  .meta({ id: "CompanyTexts" });

const head = {
  month,
  projectId: z.string(),
  status: z.enum(["open", "overdue", "confirmed", "confirmed-late"]),
  dueAt: sentInstant,
  bulletinAt: sentInstant,
  provisional: z.boolean(),
  remindedAt: sentInstant
    .exactOptional()
    .meta({ description: "The last time that region or headquarters asked for it" }),
  confirmedAt: sentInstant.exactOptional(),
  confirmedBy: z.string().exactOptional(),
  contested: z.int(),
  ruled: z.int(),
} as const;

/** A project's submission with its texts and contested cases. */
export const submissionView = z
  .strictObject({
    ...head,
    version: z.int(),
    sections: z.partialRecord(z.enum(sectionList), z.partialRecord(z.enum(sectionFields), z.string())),
    contests: z.array(
      z.strictObject({
        number: z.string(),
        complaintId: z.string(),
        reason,
        text: z.string().exactOptional(),
        at: sentInstant,
        by: z.string(),
        ruling: z
          .strictObject({
            upheld: z.boolean(),
            text: z.string().exactOptional(),
            at: sentInstant,
            by: z.string(),
          })
          .exactOptional(),
      }),
    ),
  })
  .meta({ id: "Submission" });

/** How the submissions of a month stand (D14: as of a date). */
export const submissionList = z
  .strictObject({
    month,
    asOf: sentInstant,
    items: z.array(z.strictObject({ ...head, name: z.string() })),
  })
  .meta({ id: "SubmissionList" });

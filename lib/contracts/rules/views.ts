import * as z from "zod";
import { sentInstant } from "../core/text.ts";
import { policySchema } from "./policy-schema.ts";

const edition = {
  version: z.string(),
  scope: z.string(),
  publishedAt: sentInstant,
  publishedBy: z.string(),
};

const policyEdition = z.strictObject({ ...edition, number: z.int(), effectiveFrom: sentInstant });

export const policiesView = z
  .strictObject({
    inForce: policySchema,
    asked: policySchema.exactOptional().meta({ description: "The text of the version that was asked for" }),
    policies: z.array(policyEdition),
    presets: z.array(
      z.strictObject({ name: z.string(), title: z.strictObject({ zh: z.string(), en: z.string() }) }),
    ),
  })
  .meta({ id: "Policies" });

export const policyPublished = z
  .strictObject({
    ...edition,
    number: z.int(),
    effectiveFrom: sentInstant,
    /** Absent while the policy is not in effect yet: the job starts then. */
    jobId: z.string().exactOptional(),
  })
  .meta({ id: "PolicyPublished" });

const periods = z.array(z.tuple([z.string(), z.string()]));

export const calendarView = z
  .strictObject({
    version: z.string(),
    timeZone: z.string(),
    week: z.partialRecord(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), periods),
    publishedUntil: z.string().exactOptional(),
    notices: z.array(
      z.strictObject({
        year: z.int(),
        title: z.string(),
        documentNumber: z.string(),
        publishedOn: z.string(),
        address: z.string().nullable(),
        holidays: z.array(
          z.strictObject({
            name: z.string(),
            from: z.string(),
            to: z.string(),
            days: z.int(),
            makeUpWorkdays: z.array(z.string()),
          }),
        ),
      }),
    ),
    editions: z.array(z.strictObject(edition)),
  })
  .meta({ id: "Calendar" });

export const calendarPublished = z
  .strictObject({
    version: z.string(),
    scope: z.string(),
    publishedAt: sentInstant,
    jobId: z.string(),
  })
  .meta({ id: "CalendarPublished" });

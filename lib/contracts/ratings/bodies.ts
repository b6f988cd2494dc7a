import * as z from "zod";
import { grades } from "../core/grades.ts";
import { text } from "../core/text.ts";
import { trackingQuery } from "../public/bodies.ts";

/** The complainant's link to the form, with the grade that was tapped in a mail. */
export const ratingQuery = z.strictObject({
  ...trackingQuery.shape,
  grade: z
    .string()
    .regex(/^[1-5]$/)
    .exactOptional(),
});

/** `POST /public/complaints/{number}/rating`, as JSON or as a form's fields. */
export const ratingBody = z
  .strictObject({ grade: z.literal(grades), text: text(2000).exactOptional() })
  .meta({ id: "Rating", description: "A text is compulsory below the satisfied grades" });

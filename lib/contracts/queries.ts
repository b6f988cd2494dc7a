import * as z from "zod";
import { channelNames } from "../domain/classification/sources.ts";
import { statuses } from "../domain/complaint/document.ts";
import { levels } from "../domain/complaint/events.ts";
import { groupStatuses } from "../domain/groups/group.ts";
import { grades } from "./grades.ts";
import { id, instant, line, month, text } from "./text.ts";

const limit = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(200))
  .meta({ description: "1 to 200, default 50" });
const cursor = line(2000).meta({ description: "Opaque; from the answer before" });

/** `GET /complaints`: work lists and search; `q` is an exact number, a phone number, or the beginning of a room. */
export const complaintQuery = z.strictObject({
  projectId: id.exactOptional(),
  status: z.enum(statuses).exactOptional(),
  level: z.enum(levels).exactOptional(),
  channel: z.enum(channelNames).exactOptional(),
  handler: id.exactOptional(),
  dueBefore: instant.exactOptional(),
  month: month.exactOptional(),
  q: line(100).exactOptional(),
  cursor: cursor.exactOptional(),
  limit: limit.exactOptional(),
});

/** `GET /groups`: the groups of a project, newest first. */
export const groupQuery = z.strictObject({
  projectId: id.exactOptional(),
  status: z.enum(groupStatuses).exactOptional(),
  cursor: cursor.exactOptional(),
  limit: limit.exactOptional(),
});

/** `GET /events`: the emergency events of a project that occurred in a month. */
export const eventQuery = z.strictObject({
  projectId: id.exactOptional(),
  month,
  cursor: cursor.exactOptional(),
  limit: limit.exactOptional(),
});

/** A plain page of a list. */
export const pageQuery = z.strictObject({ cursor: cursor.exactOptional(), limit: limit.exactOptional() });

/** The files of one month. */
export const reportQuery = z.strictObject({ month });

/** Rules of one project; without it the company's. */
export const placeQuery = z.strictObject({ projectId: id.exactOptional() });

/** The secret of the complainant's tracking link. */
export const trackingQuery = z.strictObject({ secret: line(100) });

/** The complainant's link to the form, with the grade that was tapped in a mail. */
export const ratingQuery = z.strictObject({
  secret: line(100),
  grade: z
    .string()
    .regex(/^[1-5]$/)
    .exactOptional(),
});

/** `POST /public/complaints/{number}/rating`, as JSON or as a form's fields. */
export const ratingBody = z
  .strictObject({ grade: z.literal(grades), text: text(2000).exactOptional() })
  .meta({ id: "Rating", description: "A text is compulsory below the satisfied grades" });

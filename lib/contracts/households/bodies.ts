import * as z from "zod";
import { tableFile } from "../core/table-file.ts";
import { id, month } from "../core/text.ts";

/** `GET /households`; the cursor is opaque. */
export const householdQuery = z.strictObject({
  projectId: id.exactOptional(),
  cursor: z
    .string()
    .regex(/^[\w-]{22}\.\d{1,4}$/)
    .exactOptional(),
});

/** `PUT /households`: all households of one project. */
export const householdBody = z
  .strictObject({
    projectId: id,
    month: month.meta({
      description: "The month it is given for: occupied households and area count for it",
    }),
    file: tableFile,
    skipFaulty: z
      .boolean()
      .exactOptional()
      .meta({ description: "Confirmed: leave out the rows with faults" }),
  })
  .meta({ id: "HouseholdFile" });

import * as z from "zod";
import { posts } from "../domain/organisation/organisation.ts";
import { id, line, month, sentInstant } from "./text.ts";

/** `GET /rosters` */
export const rosterQuery = z.strictObject({ projectId: id.exactOptional(), month });

/** `?dryRun=true`: only the report, nothing is written. */
export const dryRunQuery = z.strictObject({ dryRun: z.enum(["true", "false"]).exactOptional() });

export const templateQuery = z.strictObject({ format: z.enum(["xlsx", "csv"]).exactOptional() });

/** A table that comes in a request. */
export const tableFile = z.strictObject({ name: line(200), content: z.base64() }).meta({
  description: "xlsx, or csv in UTF-8 or GB18030; content in base64, the whole body at most 4 MB",
});

export const rowFault = z.strictObject({
  row: z.int().meta({ description: "As a spreadsheet counts; 1 is the headings" }),
  column: z.string().exactOptional(),
  code: z.string(),
  message: z.strictObject({ zh: z.string(), en: z.string() }),
});

/** `PUT /rosters`: the whole roster of one project and month. */
export const rosterBody = z
  .strictObject({
    projectId: id,
    month,
    file: tableFile,
    skipFaulty: z
      .boolean()
      .exactOptional()
      .meta({ description: "Confirmed: leave out the rows with faults" }),
  })
  .meta({ id: "RosterFile" });

export const rosterReport = z
  .strictObject({
    rows: z.int(),
    valid: z.int(),
    applied: z.boolean(),
    version: z.int().meta({ description: "In force now; 0 for none" }),
    faults: z.array(rowFault),
  })
  .meta({ id: "RosterReport" });

export const rosterView = z
  .strictObject({
    projectId: z.string(),
    month: z.string(),
    version: z.int(),
    at: sentInstant.exactOptional(),
    by: z.string().exactOptional(),
    shifts: z.array(
      z.strictObject({
        date: z.string(),
        from: z.string(),
        to: z.string(),
        post: z.enum(posts),
        departmentId: z.string().exactOptional(),
        personId: z.string(),
      }),
    ),
  })
  .meta({ id: "Roster" });

import * as z from "zod";
import { tableFile } from "../core/table-file.ts";
import { id, month } from "../core/text.ts";

/** `GET /rosters` */
export const rosterQuery = z.strictObject({ projectId: id.exactOptional(), month });

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

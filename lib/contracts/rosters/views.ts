import * as z from "zod";
import { posts } from "../../domain/organisation/organisation.ts";
import { rowFault } from "../core/row-fault.ts";
import { sentInstant } from "../core/text.ts";

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

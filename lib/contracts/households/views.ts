import * as z from "zod";
import { householdKinds } from "../../domain/organisation/organisation.ts";
import { rowFault } from "../core/row-fault.ts";
import { sentInstant } from "../core/text.ts";

export const householdReport = z
  .strictObject({
    rows: z.int(),
    valid: z.int(),
    faults: z.array(rowFault),
    jobId: z
      .string()
      .exactOptional()
      .meta({ description: "Its result is the difference; a confirmed list counts when it is done" }),
  })
  .meta({ id: "HouseholdReport" });

export const householdPage = z
  .strictObject({
    projectId: z.string(),
    version: z.int().meta({ description: "0 while there is no list" }),
    month: z.string().exactOptional(),
    at: sentInstant.exactOptional(),
    by: z.string().exactOptional(),
    households: z.int(),
    items: z.array(
      z.strictObject({
        projectId: z.string(),
        area: z.string(),
        building: z.string(),
        unit: z.string(),
        room: z.string(),
        occupied: z.boolean(),
        kind: z.enum(householdKinds).exactOptional(),
        name: z.string().exactOptional(),
        phone: z.string().exactOptional().meta({ description: "Masked" }),
        floorArea: z.number().exactOptional().meta({ description: "m²" }),
        occupiedSince: z.string().exactOptional(),
      }),
    ),
    cursor: z.string().exactOptional(),
  })
  .meta({ id: "HouseholdPage" });

import * as z from "zod";
import { householdKinds } from "../domain/organisation/organisation.ts";
import { rowFault, tableFile } from "./rosters.ts";
import { id, month, sentInstant } from "./text.ts";

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

const figures = {
  occupiedHouseholds: z.int().min(0).max(1_000_000),
  occupiedArea: z.number().min(0).max(100_000_000).meta({ description: "m²" }),
};

/** `PUT /projects/{id}/months/{month}` */
export const projectMonthBody = z.strictObject(figures).meta({ id: "ProjectMonthEntry" });

export const monthPath = z.object({ id, month });

const projectMonth = z.strictObject({
  projectId: z.string(),
  month: z.string(),
  version: z.int(),
  ...figures,
  source: z.enum(["households", "entered"]),
  at: sentInstant,
  by: z.string(),
});

export const projectMonthView = projectMonth.meta({ id: "ProjectMonth" });

export const projectMonthList = z
  .strictObject({ items: z.array(projectMonth).meta({ description: "Every edition, newest first" }) })
  .meta({ id: "ProjectMonths" });

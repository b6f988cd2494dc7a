import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { faultOfDepartments } from "../../domain/organisation/departments.ts";
import { languages } from "../../domain/organisation/language.ts";
import { email, id, line, month } from "../core/text.ts";

export const timeZone = line(60).refine(isTimeZone, "不是 IANA 时区 · not an IANA time zone");

function isTimeZone(name: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A project as `projects.json` and `PUT /projects/{id}` say it, without its id. */
export const projectFacts = {
  name: line(100),
  region: line(60),
  city: line(60),
  type: line(40).meta({ description: "普通住宅, 别墅, 大厦 …: like is compared with like (D15)" }),
  floorArea: z.number().positive().max(100_000_000).meta({ description: "m²; D15's bands follow from it" }),
  timeZone,
  departments: z
    .array(
      z.strictObject({
        id,
        name: line(60),
        parentId: id.exactOptional().meta({ description: "The department above it" }),
        contractorId: id.exactOptional().meta({ description: "The contractor that does its work" }),
      }),
    )
    .min(1)
    .max(100)
    .check(({ value, issues }) => {
      const fault = faultOfDepartments(value);
      if (fault !== undefined) issues.push({ code: "custom", message: fault, input: value });
    }),
  mailbox: email.exactOptional(),
  hotline: line(40).exactOptional().meta({ description: "投诉热线, shown to residents" }),
  emergencyPhone: line(40)
    .exactOptional()
    .meta({ description: "Answered day and night; shown where words tell of danger" }),
  language: z.enum(languages).exactOptional(),
  deliveredOn: z.iso.date().exactOptional().meta({ description: "交付日期, a local date" }),
  ratedBy: z
    .enum(["households", "area"])
    .exactOptional()
    .meta({ description: "What complaint rates are divided by; by type unless said" }),
  since: month.meta({ description: "First month with complaints" }),
};

/** `PUT /projects/{id}`: the project as a whole. */
export const projectBody = z
  .strictObject({
    version: z.int().min(0).meta({ description: "The one you saw; 0 for a new project" }),
    ...projectFacts,
  })
  .meta({ id: "ProjectEntry" });

/** The id of a project: it stands in addresses and object names, and never changes. */
export const projectId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

export const figures = {
  occupiedHouseholds: z.int().min(0).max(1_000_000),
  occupiedArea: z.number().min(0).max(100_000_000).meta({ description: "m²" }),
};

/** `PUT /projects/{id}/months/{month}` */
export const projectMonthBody = z.strictObject(figures).meta({ id: "ProjectMonthEntry" });

export const monthPath = z.object({ id, month });

import * as z from "zod";
import { emergencyStatuses } from "../../domain/emergencies/emergency.ts";
import { sentInstant } from "../core/text.ts";
import { accident, category, harm, outcome, press, stage } from "./bodies.ts";

const due = z.strictObject({
  stage,
  dueAt: sentInstant,
  provisional: z.boolean().meta({ description: "Holidays up to then are not published yet" }),
});
const status = z.enum(emergencyStatuses);
const allowed = z.array(stage).meta({ description: "Reports that may be given now" });
const awaited = z.array(due).meta({ description: "Reports that are still awaited, with their limits" });

const facts = {
  id: z.string(),
  category,
  outcome,
  outsourced: z.boolean(),
  accident,
  press,
  departmentId: z.string(),
  occurredAt: sentInstant,
  discoveredAt: sentInstant,
  ...harm,
  status,
  version: z.int(),
};

/** Answer to a registration or a report; the same key gives the same again. */
export const eventResult = z
  .strictObject({ id: z.string(), version: z.int(), status, allowed, awaited })
  .meta({ id: "EmergencyResult" });

/** The events of a project in a month, oldest first. */
export const eventPage = z
  .strictObject({
    items: z.array(
      z.strictObject({
        ...facts,
        late: z.int().meta({ description: "Reports given after their limit" }),
        next: due.exactOptional(),
      }),
    ),
    cursor: z.string().exactOptional().meta({ description: "Absent on the last page" }),
  })
  .meta({ id: "EmergencyPage" });

/** One event with its texts and reports. */
export const eventView = z
  .strictObject({
    ...facts,
    projectId: z.string(),
    recordedAt: sentInstant,
    recordedBy: z.string(),
    description: z.string(),
    place: z.string().exactOptional(),
    reporter: z.strictObject({ name: z.string(), phone: z.string() }),
    due: z.array(due),
    awaited,
    allowed,
    reports: z.array(
      z.strictObject({
        seq: z.int(),
        stage,
        at: sentInstant,
        by: z.string(),
        late: z.boolean(),
        text: z.string(),
        ...harm,
      }),
    ),
    announcements: z.array(
      z.strictObject({
        about: z.enum(["registered", "first", "written", "final"]),
        at: sentInstant,
        recipients: z.array(
          z.strictObject({
            personId: z.string(),
            post: z.string(),
            insteadOf: z.string().exactOptional(),
            substituteFor: z.string().exactOptional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Emergency" });

import * as z from "zod";
import { emergencyStatuses, reportStages } from "../domain/emergencies/emergency.ts";
import { emergencyCategoryNames, emergencyOutcomes } from "../domain/emergencies/taxonomy.ts";
import { id, instant, line, sentInstant, text } from "./text.ts";

const count = z.int().min(0).max(100_000);
const injury = z.strictObject({ dead: count, injured: count });
const loss = z.number().min(0).max(100_000_000_000).meta({ description: "CNY" });
const harm = { injury: injury.exactOptional(), loss: loss.exactOptional() };
const category = z.enum(emergencyCategoryNames);
const outcome = z.enum(emergencyOutcomes).meta({ description: "负面 or 成功防止" });
const stage = z.enum(reportStages).meta({ description: "首报, 书面报告, 续报, 终报" });
const accident = z.boolean().meta({ description: "事故灾祸: reported to the 即时上报 list at once" });
const press = z.boolean().meta({ description: "媒体负面报道: reported to the 即时上报 list at once" });

/** `POST /events`: an emergency event (突发事件, D7). */
export const emergencyBody = z.strictObject({
  projectId: id,
  category,
  outcome,
  outsourced: z.boolean().default(false).meta({ description: "外包" }),
  accident: accident.default(false),
  press: press.default(false),
  departmentId: id,
  discoveredAt: instant.exactOptional(),
  occurredAt: instant.exactOptional(),
  description: text(4000),
  place: line(200).exactOptional(),
  ...harm,
  reporter: z.strictObject({ name: line(100), phone: line(40) }).meta({ description: "填写人" }),
});

/** `POST /events/{id}/reports`. */
export const eventReportBody = z.strictObject({
  version: z.int().min(1).meta({ description: "The version of the event that was seen" }),
  stage,
  text: text(4000),
  ...harm,
});

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

import * as z from "zod";
import { reportStages } from "../../domain/emergencies/emergency.ts";
import { emergencyCategoryNames, emergencyOutcomes } from "../../domain/emergencies/taxonomy.ts";
import { cursor, limit } from "../core/queries.ts";
import { id, instant, line, month, text } from "../core/text.ts";

const count = z.int().min(0).max(100_000);
const injury = z.strictObject({ dead: count, injured: count });
const loss = z.number().min(0).max(100_000_000_000).meta({ description: "CNY" });
export const harm = { injury: injury.exactOptional(), loss: loss.exactOptional() };
export const category = z.enum(emergencyCategoryNames);
export const outcome = z.enum(emergencyOutcomes).meta({ description: "负面 or 成功防止" });
export const stage = z.enum(reportStages).meta({ description: "首报, 书面报告, 续报, 终报" });
export const accident = z.boolean().meta({ description: "事故灾祸: reported to the 即时上报 list at once" });
export const press = z.boolean().meta({ description: "媒体负面报道: reported to the 即时上报 list at once" });

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

/** `GET /events`: the emergency events of a project that occurred in a month. */
export const eventQuery = z.strictObject({
  projectId: id.exactOptional(),
  month,
  cursor: cursor.exactOptional(),
  limit: limit.exactOptional(),
});

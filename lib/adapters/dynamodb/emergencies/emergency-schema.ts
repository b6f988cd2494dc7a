import * as z from "zod";
import type { EmergencyRow } from "../../../app/ports/emergencies.ts";
import {
  type Announcement,
  type DueReport,
  type Emergency,
  type EmergencyRegistration,
  type EmergencyReport,
  emergencyStatuses,
  type Injury,
  reportStages,
} from "../../../domain/emergencies/emergency.ts";
import { emergencyCategoryNames, emergencyOutcomes } from "../../../domain/emergencies/taxonomy.ts";
import { alarmShape, archivedShape, armedShape, personalShape } from "../complaints/complaint-schema.ts";
import { recipient } from "../complaints/recipient-schema.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";

const category = z.enum(emergencyCategoryNames);
const injury = z.looseObject({ dead: count, injured: count } satisfies Shape<Injury>).exactOptional();
const loss = z.number().min(0).exactOptional();
const receipt = { by: text, commandId: text, request: text };
const timedStage = z.enum(["first", "written", "final"]);

const facts = {
  id: text,
  category,
  outcome: z.enum(emergencyOutcomes),
  outsourced: z.boolean(),
  accident: z.boolean(),
  press: z.boolean(),
  departmentId: text,
  occurredAt: instant,
  discoveredAt: instant,
  injury,
  loss,
};

const registration = {
  ...facts,
  ...receipt,
  projectId: text,
  timeZone: text,
  recordedAt: instant,
  calendarVersion: text,
} satisfies Shape<EmergencyRegistration>;

const due = z.looseObject({
  stage: timedStage,
  dueAt: instant,
  provisional: z.boolean(),
} satisfies Shape<DueReport>);

const report = {
  ...receipt,
  seq: count,
  stage: z.enum(reportStages),
  at: instant,
  late: z.boolean(),
  injury,
  loss,
} satisfies Shape<EmergencyReport>;
/** A report of an emergency event. */
export const emergencyReport: z.ZodType<EmergencyReport> = z.looseObject(report);

const announcement = {
  seq: count,
  about: z.enum(["registered", ...timedStage.options]),
  at: instant,
  recipients: z.array(recipient),
} satisfies Shape<Announcement>;

const emergency = {
  schema: z.literal(1),
  registration: z.looseObject(registration),
  due: z.array(due),
  reports: z.array(emergencyReport),
  archive: z.array(z.looseObject(archivedShape)).exactOptional(),
  announcements: z.array(z.looseObject(announcement)),
  personal: z.record(text, z.looseObject(personalShape)),
  alarm: z.looseObject(alarmShape),
  armed: z.looseObject(armedShape),
  outbox: z.array(count),
  revision: count,
  writtenAt: instant,
} satisfies Shape<Emergency>;

/** A stored emergency event; fields of a later release are kept, as a complaint's are (ADR 0020). */
export const emergencySchema: z.ZodType<Emergency> = z.looseObject(emergency);

/** What the list of events shows, projected into the fact index. */
export const emergencyRow: z.ZodType<EmergencyRow> = z.looseObject({
  ...facts,
  status: z.enum(emergencyStatuses),
  version: count,
  late: count,
  next: due.exactOptional(),
} satisfies Shape<EmergencyRow>);

import * as z from "zod";
import type { Draft, DraftAnswers, DraftPhoto, DraftStore } from "../../../app/ports/drafts.ts";
import { type ClassCode, classCodes } from "../../../domain/classification/classes.ts";
import { languages } from "../../../domain/organisation/language.ts";
import { reportSteps } from "../../../domain/residents/report-steps.ts";
import { fleetingStore } from "../core/fleeting-store.ts";
import { keys } from "../core/keys.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";

const answers = {
  matter: text,
  place: text.exactOptional(),
  building: text.exactOptional(),
  unit: text.exactOptional(),
  room: text.exactOptional(),
  name: text.exactOptional(),
  phone: text.exactOptional(),
  anonymous: z.literal(true).exactOptional(),
  joins: z.enum(classCodes satisfies readonly ClassCode[]).exactOptional(),
  language: z.enum(languages).exactOptional(),
  follower: z.looseObject({ openId: text, appId: text }).exactOptional(),
} satisfies Shape<DraftAnswers>;

const photo = { uploadId: text, name: text, size: count } satisfies Shape<DraftPhoto>;

export const draftSchema: z.ZodType<Draft> = z.looseObject({
  id: text,
  projectId: text,
  createdAt: instant,
  expiresAt: instant,
  revision: count,
  answers: z.looseObject(answers),
  photos: z.array(z.looseObject(photo)),
  done: z.array(z.enum(reportSteps)),
  frozen: z.looseObject({ notice: text, at: instant }).exactOptional(),
  complaintId: text.exactOptional(),
} satisfies Shape<Draft>);

/** What residents are still writing; DynamoDB forgets it by itself some time after it has expired. */
export function draftStore(table: Table): DraftStore {
  return fleetingStore(table, keys.draft, draftSchema);
}

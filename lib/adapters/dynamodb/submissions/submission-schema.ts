import * as z from "zod";
import { posts } from "../../../domain/organisation/organisation.ts";
import {
  type Contest,
  contestReasons,
  type PlannedRung,
  type Submission,
  type SubmissionAnnouncement,
} from "../../../domain/submissions/submission.ts";
import { alarmShape, archivedShape, armedShape, personalShape } from "../complaints/complaint-schema.ts";
import { recipient } from "../complaints/recipient-schema.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";

const tone = z.enum(["reminder", "escalation"]);

const rung = {
  id: text,
  posts: z.array(z.enum(posts)),
  kind: tone,
  at: instant,
} satisfies Shape<PlannedRung>;

const contest = {
  complaintId: text,
  number: text,
  reason: z.enum(contestReasons),
  at: instant,
  by: text,
  ruling: z.looseObject({ upheld: z.boolean(), at: instant, by: text }).exactOptional(),
} satisfies Shape<Contest>;

const announcement = {
  seq: count,
  about: z.discriminatedUnion("kind", [
    z.looseObject({ kind: z.literal("rung"), rung: text, tone }),
    z.looseObject({ kind: z.enum(["contested", "ruled"]), number: text }),
    z.looseObject({ kind: z.literal("reminded"), by: text }),
  ]),
  at: instant,
  recipients: z.array(recipient),
} satisfies Shape<SubmissionAnnouncement>;
/** An announcement about a submission. */
export const submissionAnnouncement: z.ZodType<SubmissionAnnouncement> = z.looseObject(announcement);

const submission = {
  schema: z.literal(1),
  month: text,
  projectId: text,
  timeZone: text,
  policyVersion: text,
  calendarVersion: text,
  openedAt: instant,
  dueAt: instant,
  bulletinAt: instant,
  provisional: z.boolean(),
  rungs: z.array(z.looseObject(rung)),
  reminded: z.looseObject({ at: instant, by: text }).exactOptional(),
  confirmed: z.looseObject({ at: instant, by: text, late: z.boolean() }).exactOptional(),
  contests: z.array(z.looseObject(contest)),
  announcements: z.array(submissionAnnouncement),
  archive: z.array(z.looseObject(archivedShape)).exactOptional(),
  personal: z.record(text, z.looseObject(personalShape)),
  version: count,
  alarm: z.looseObject(alarmShape),
  armed: z.looseObject(armedShape),
  outbox: z.array(count),
  revision: count,
  writtenAt: instant,
} satisfies Shape<Submission>;

/** A stored submission; fields of a later release are kept (ADR 0020). */
export const submissionSchema: z.ZodType<Submission> = z.looseObject(submission);

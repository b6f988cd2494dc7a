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
  ruling: z.strictObject({ upheld: z.boolean(), at: instant, by: text }).exactOptional(),
} satisfies Shape<Contest>;

const announcement = {
  seq: count,
  about: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("rung"), rung: text, tone }),
    z.strictObject({ kind: z.enum(["contested", "ruled"]), number: text }),
  ]),
  at: instant,
  recipients: z.array(recipient),
} satisfies Shape<SubmissionAnnouncement>;
/** An announcement about a submission. */
export const submissionAnnouncement: z.ZodType<SubmissionAnnouncement> = z.strictObject(announcement);

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
  rungs: z.array(z.strictObject(rung)),
  confirmed: z.strictObject({ at: instant, by: text, late: z.boolean() }).exactOptional(),
  contests: z.array(z.strictObject(contest)),
  announcements: z.array(submissionAnnouncement),
  archive: z.array(z.strictObject(archivedShape)).exactOptional(),
  personal: z.record(text, z.strictObject(personalShape)),
  version: count,
  alarm: z.strictObject(alarmShape),
  armed: z.strictObject(armedShape),
  outbox: z.array(count),
  revision: count,
  writtenAt: instant,
} satisfies Shape<Submission>;

/** A stored submission. Strict: writing back without an unknown field would lose it. */
export const submissionSchema: z.ZodType<Submission> = z.strictObject(submission);

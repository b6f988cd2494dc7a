import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { announceDue } from "../../domain/submissions/decide.ts";
import { type Submission, submissionKey } from "../../domain/submissions/submission.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { stillEarly } from "../documents/early.ts";
import { staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import type { AlarmMessage } from "../ports/queues.ts";

type FirePorts = Pick<Ports, "clock" | "submissions" | "organisation" | "alarmQueue" | "telemetry">;

const MAX_RACES = 10;

/**
 * A submission's timer has come: whoever must hear that it is still open is told, once per rung. The document says what
 * is due, so an early, late or repeated timer does no harm.
 */
export async function fireSubmission(ports: FirePorts, message: AlarmMessage): Promise<void> {
  const { month, projectId } = submissionKey(message.id);
  let submission = await ports.submissions.load(month, projectId);
  if (submission === undefined) throw new Error(`alarm for unknown submission ${message.id}`);
  if (await stillEarly(ports, submission.alarm, message)) return;
  for (let race = 0; race < MAX_RACES; race += 1) {
    const next = await announced(ports, submission);
    if (next === submission) return;
    const { conflict } = await ports.submissions.replace(next, submission.revision);
    if (conflict === undefined) return count(ports, submission, next);
    submission = conflict;
  }
  throw new Error(`submission ${message.id} changed ${MAX_RACES} times while its timer was heard`);
}

async function announced(ports: FirePorts, submission: Submission): Promise<Submission> {
  const project = await ports.organisation.project(submission.projectId);
  if (project === undefined) throw new Error(`unknown project ${submission.projectId} of a submission`);
  const now = toInstant(ports.clock.now());
  const staffing = await staffingOf(ports, project, now);
  return announceDue(submission, now, (posts) => recipientsOf(posts, {}, project, now, staffing));
}

function count({ telemetry }: Pick<Ports, "telemetry">, before: Submission, after: Submission): void {
  for (const { recipients } of after.announcements.slice(before.announcements.length)) {
    telemetry.count("RungsDecided");
    if (recipients.length === 0) telemetry.count("RungsWithoutRecipient");
  }
}

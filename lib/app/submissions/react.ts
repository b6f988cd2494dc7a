import { hasPendingReactions } from "../../domain/complaint/document.ts";
import { plannedNotice } from "../../domain/notices/notice.ts";
import { submissionNotices } from "../../domain/submissions/announcements.ts";
import { type Submission, submissionKey } from "../../domain/submissions/submission.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { arm } from "../documents/arm.ts";
import type { Ports } from "../ports/index.ts";

type ReactPorts = Pick<
  Ports,
  "clock" | "crypto" | "submissions" | "notices" | "noticeQueue" | "alarmQueue" | "reactQueue" | "timers"
>;

const MAX_RACES = 10;

/**
 * Makes the world match the submission: plans and queues its mails, sets its timer, then clears both in one conditional
 * write. May run twice, late or out of order: every step is idempotent by key.
 */
export async function reactToSubmission(ports: ReactPorts, id: string): Promise<void> {
  const { month, projectId } = submissionKey(id);
  let submission = await ports.submissions.load(month, projectId);
  // Project ids come from elsewhere; a schedule's name has few characters and at most 64.
  const name = ports.crypto.digest(id).slice(0, 26);
  for (let race = 0; race < MAX_RACES; race += 1) {
    if (submission === undefined || !hasPendingReactions(submission)) return;
    await handOverMessages(ports, submission);
    const armed = await arm(ports, submission, {
      name: (epoch) => `s-${name}-${epoch}`,
      message: (epoch) => ({ kind: "submission", id, epoch }),
      again: { submissionId: id },
    });
    // Throttled, and nothing else to record: a write would only bring the next message at once.
    if (armed === submission.armed && submission.outbox.length === 0) return;
    const writtenAt = toInstant(ports.clock.now());
    const settled = { ...submission, outbox: [], armed, revision: submission.revision + 1, writtenAt };
    const { conflict } = await ports.submissions.replace(settled, submission.revision);
    if (conflict === undefined) return;
    submission = conflict;
  }
  throw new Error(`submission ${id} changed ${MAX_RACES} times while its reactions were handed over`);
}

async function handOverMessages(ports: ReactPorts, submission: Submission): Promise<void> {
  const now = toInstant(ports.clock.now());
  for (const announcement of submission.announcements) {
    if (!submission.outbox.includes(announcement.seq)) continue;
    for (const plan of submissionNotices(announcement, submission)) {
      const notice = plannedNotice(plan, now);
      await ports.notices.plan(notice);
      await ports.noticeQueue.send(ports.notices.refOf(notice));
    }
  }
}

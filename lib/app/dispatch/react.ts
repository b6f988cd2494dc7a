import { type Complaint, hasPendingReactions } from "../../domain/complaint/document.ts";
import { type NoticePlan, plannedNotice } from "../../domain/notices/notice.ts";
import { noticesFor } from "../../domain/notices/plan.ts";
import { spreadSeconds } from "../../domain/notices/spread.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { arm } from "../documents/arm.ts";
import { type ComplaintGroupPorts, reactInGroups } from "../groups/complaint-reactions.ts";
import { byFirstWay, noticePolicyFor } from "../notices/ways.ts";
import type { Ports } from "../ports/index.ts";

type ReactPorts = ComplaintGroupPorts &
  Pick<Ports, "notices" | "noticeQueue" | "alarmQueue" | "timers" | "telemetry" | "adapters" | "rules">;

const MAX_RACES = 10;

/**
 * Makes the world match the document: plans and queues the messages of its outbox, sets its timer, then clears both
 * in one conditional write. May run twice, late or out of order: every step is idempotent by key.
 */
export async function react(ports: ReactPorts, id: string): Promise<void> {
  let complaint = await ports.complaints.loadPending(id);
  const handled = new Set<number>();
  for (let race = 0; race < MAX_RACES; race += 1) {
    if (complaint === undefined || !hasPendingReactions(complaint)) return;
    const fresh = complaint.outbox.filter((seq) => !handled.has(seq));
    await reactInGroups(ports, complaint, fresh);
    // Neither needs the other, and each may be done again.
    const [armed] = await Promise.all([
      arm(ports, complaint, {
        name: (epoch) => timerName(id, epoch),
        message: (epoch) => ({ id, epoch }),
        again: { id },
      }),
      handOverMessages(ports, complaint, fresh),
    ]);
    for (const seq of fresh) handled.add(seq);
    // Throttled, and nothing else to record: a write would only bring the next message at once.
    if (armed === complaint.armed && complaint.outbox.length === 0) return;
    const { conflict } = await ports.complaints.replace(
      {
        ...complaint,
        outbox: [],
        armed,
        revision: complaint.revision + 1,
        writtenAt: toInstant(ports.clock.now()),
      },
      complaint.revision,
    );
    if (conflict === undefined) return;
    // Somebody wrote meanwhile: what came in between is looked at, what is handed over need not be again.
    complaint = conflict;
  }
  throw new Error(`complaint ${id} changed ${MAX_RACES} times while its reactions were handed over`);
}

async function handOverMessages(
  ports: ReactPorts,
  complaint: Complaint,
  fresh: readonly number[],
): Promise<void> {
  if (fresh.length === 0) return;
  const policy = await noticePolicyFor(ports, complaint.registration);
  for (const seq of fresh) {
    const event = complaint.events.find((e) => e.seq === seq);
    if (event === undefined) throw new Error(`event ${seq} of the outbox is not in the document`);
    await Promise.all(
      noticesFor(event, complaint).map(async (planned) => {
        const plan = await byFirstWay(ports, planned, complaint, policy);
        if (plan !== undefined) await handOver(ports, plan, spreadSeconds(plan.key, event, complaint));
      }),
    );
  }
}

/** Written first: a message about a notice that does not exist would be an error. */
async function handOver(ports: ReactPorts, plan: NoticePlan, delaySeconds: number): Promise<void> {
  const notice = plannedNotice(plan, toInstant(ports.clock.now()), delaySeconds);
  await ports.notices.plan(notice);
  await ports.noticeQueue.send(ports.notices.refOf(notice), {
    // A second more: a message that comes early would find the notice not due.
    delaySeconds: delaySeconds === 0 ? 0 : delaySeconds + 1,
  });
}

/** Schedule names have at most 64 characters. */
export function timerName(id: string, epoch: number): string {
  return `c-${id}-${epoch}`;
}

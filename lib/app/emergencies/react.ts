import { hasPendingReactions } from "../../domain/complaint/document.ts";
import { emergencyNotices } from "../../domain/emergencies/announcements.ts";
import type { Emergency } from "../../domain/emergencies/emergency.ts";
import { plannedNotice } from "../../domain/notices/notice.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { arm } from "../documents/arm.ts";
import { byFirstWayOfStaff, noticePolicyFor } from "../notices/ways.ts";
import type { Ports } from "../ports/index.ts";

type ReactPorts = Pick<
  Ports,
  | "clock"
  | "emergencies"
  | "notices"
  | "noticeQueue"
  | "alarmQueue"
  | "reactQueue"
  | "timers"
  | "adapters"
  | "organisation"
  | "rules"
>;

const MAX_RACES = 10;

/**
 * Makes the world match the event: plans and queues its mails, sets its timer, then clears both in one conditional
 * write. May run twice, late or out of order: every step is idempotent by key.
 */
export async function reactToEvent(ports: ReactPorts, id: string): Promise<void> {
  let event = await ports.emergencies.load(id);
  for (let race = 0; race < MAX_RACES; race += 1) {
    if (event === undefined || !hasPendingReactions(event)) return;
    await handOverMessages(ports, event);
    const armed = await arm(ports, event, {
      name: (epoch) => `e-${id}-${epoch}`,
      message: (epoch) => ({ kind: "emergency", id, epoch }),
      again: { emergencyId: id },
    });
    // Throttled, and nothing else to record: a write would only bring the next message at once.
    if (armed === event.armed && event.outbox.length === 0) return;
    const writtenAt = toInstant(ports.clock.now());
    const settled = { ...event, outbox: [], armed, revision: event.revision + 1, writtenAt };
    const { conflict } = await ports.emergencies.replace(settled, event.revision);
    if (conflict === undefined) return;
    event = conflict;
  }
  throw new Error(`event ${id} changed ${MAX_RACES} times while its reactions were handed over`);
}

async function handOverMessages(ports: ReactPorts, event: Emergency): Promise<void> {
  if (event.outbox.length === 0) return;
  const now = toInstant(ports.clock.now());
  const policy = await noticePolicyFor(ports, event.registration);
  for (const announcement of event.announcements) {
    if (!event.outbox.includes(announcement.seq)) continue;
    for (const planned of emergencyNotices(announcement, event)) {
      const plan = await byFirstWayOfStaff(ports, planned, true, policy);
      const notice = plannedNotice(plan, now);
      await ports.notices.plan(notice);
      await ports.noticeQueue.send(ports.notices.refOf(notice));
    }
  }
}

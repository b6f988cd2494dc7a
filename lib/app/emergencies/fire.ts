import type { Emergency } from "../../domain/emergencies/emergency.ts";
import { announceOverdue } from "../../domain/emergencies/report.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { stillEarly } from "../documents/early.ts";
import { staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import type { AlarmMessage } from "../ports/queues.ts";

type FirePorts = Pick<Ports, "clock" | "emergencies" | "organisation" | "alarmQueue" | "telemetry">;

const MAX_RACES = 10;

/**
 * An event's timer has come: whatever report is overdue is announced, once. The document says what is due, so an
 * early, late or repeated timer does no harm.
 */
export async function fireEvent(ports: FirePorts, message: AlarmMessage): Promise<void> {
  let event = await ports.emergencies.load(message.id);
  if (event === undefined) throw new Error(`alarm for unknown event ${message.id}`);
  if (await stillEarly(ports, event.alarm, message)) return;
  for (let race = 0; race < MAX_RACES; race += 1) {
    const next = await announced(ports, event);
    if (next === event) return;
    const { conflict } = await ports.emergencies.replace(next, event.revision);
    if (conflict === undefined) return count(ports, event, next);
    event = conflict;
  }
  throw new Error(`event ${message.id} changed ${MAX_RACES} times while its timer was heard`);
}

async function announced(ports: FirePorts, event: Emergency): Promise<Emergency> {
  const { projectId } = event.registration;
  const project = await ports.organisation.project(projectId);
  if (project === undefined) throw new Error(`unknown project ${projectId} of an event`);
  const now = toInstant(ports.clock.now());
  const staffing = await staffingOf(ports, project, now);
  return announceOverdue(event, now, (posts) =>
    recipientsOf(posts, event.registration, project, now, staffing),
  );
}

function count({ telemetry }: Pick<Ports, "telemetry">, before: Emergency, after: Emergency): void {
  for (const { recipients } of after.announcements.slice(before.announcements.length)) {
    telemetry.count("RungsDecided");
    if (recipients.length === 0) telemetry.count("RungsWithoutRecipient");
  }
}

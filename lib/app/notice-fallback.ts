import { isSameClock } from "../domain/clocks/clock.ts";
import { type Complaint, registeredValue } from "../domain/complaint/document.ts";
import { addressAt, nextAdapter, nextHigher } from "../domain/notices/fallback.ts";
import { type Notice, type NoticePlan, plannedNotice } from "../domain/notices/notice.ts";
import { toInstant } from "../domain/time/instant.ts";
import type { NoticeFacts, Ports } from "./ports.ts";

export type FollowingPorts = Pick<
  Ports,
  "clock" | "complaints" | "emergencies" | "organisation" | "notices" | "noticeQueue" | "adapters"
>;

/**
 * Plans a notice that reached nobody once more: by the recipient's next adapter, else to the next higher post. May run
 * twice: the new notices have fixed keys. A chain ends where nobody is left; the failed notices stay to be seen.
 */
export async function sendElsewhere(ports: FollowingPorts, failed: Notice): Promise<void> {
  for (const plan of await elsewhere(ports, failed)) {
    const notice = plannedNotice(plan, toInstant(ports.clock.now()));
    await ports.notices.plan(notice);
    await ports.noticeQueue.send(ports.notices.refOf(notice));
  }
}

/** `default`: so long an escalation waits for somebody to acknowledge it before the next way is tried. */
const ACKNOWLEDGE_SECONDS = 600;

/**
 * Plans a rung's next way for a while later, should nobody have acknowledged it by then. Before the hand-over is
 * recorded, so that no crash loses it; its key is fixed, so that it is planned once.
 */
export async function sendLaterElsewhere(
  ports: FollowingPorts,
  notice: Notice,
  { people, complaint }: Pick<NoticeFacts, "people" | "complaint">,
): Promise<void> {
  const { recipient } = notice;
  if (recipient.kind !== "person" || complaint === undefined || !wantsAnswer(notice, complaint)) return;
  const person = people.find(({ id }) => id === recipient.id);
  if (person === undefined) return;
  const next = nextAdapter(notice, ports.adapters, (adapter) => addressAt(person, adapter) !== undefined);
  if (next === undefined) return;
  const later = plannedNotice(next, toInstant(ports.clock.now()), ACKNOWLEDGE_SECONDS);
  await ports.notices.plan(later);
  // A second more than the wait: a message that comes early would find the notice not due.
  await ports.noticeQueue.send(ports.notices.refOf(later), { delaySeconds: ACKNOWLEDGE_SECONDS + 1 });
}

/** Escalations, and every rung of a safety or urgent matter; an ordinary reminder is only a reminder. */
function wantsAnswer({ template }: Notice, { registration }: Complaint): boolean {
  const pressing = registration.safety || registration.urgency === "urgent";
  return template === "escalation" || (template === "reminder" && pressing);
}

/** True for a later way of an escalation that somebody has acknowledged, or whose clock has stopped. */
export function isSettled(notice: Notice, complaint: Complaint | undefined): boolean {
  const { subject } = notice;
  if (notice.adapter === "email" || notice.notBefore === undefined || subject.kind !== "complaint")
    return false;
  const fact = complaint?.events.find(({ seq }) => seq === subject.seq)?.fact;
  if (complaint === undefined || fact?.type !== "rungDecided") return false;
  const clock = complaint.clocks.find((candidate) => isSameClock(candidate, fact));
  const rung = clock?.rungs.find(({ id }) => id === fact.rung);
  return clock?.stoppedAt !== undefined || rung?.acknowledgedAt !== undefined;
}

async function elsewhere(ports: FollowingPorts, failed: Notice): Promise<readonly NoticePlan[]> {
  const { recipient, subject } = failed;
  switch (subject.kind) {
    case "complaint": {
      const complaint = await ports.complaints.load(subject.id);
      if (complaint === undefined) return [];
      if (recipient.kind === "person") {
        return toOthers(ports, failed, recipient.id, complaint.registration.projectId);
      }
      const phone = registeredValue(complaint, "phone");
      const next = nextAdapter(failed, ports.adapters, (adapter) => adapter === "sms" && phone !== undefined);
      return next === undefined ? [] : [next];
    }
    case "emergency": {
      const event = await ports.emergencies.load(subject.id);
      if (event === undefined || recipient.kind !== "person") return [];
      return toOthers(ports, failed, recipient.id, event.registration.projectId);
    }
    default:
      return [];
  }
}

async function toOthers(
  ports: FollowingPorts,
  failed: Notice,
  recipientId: string,
  projectId: string,
): Promise<readonly NoticePlan[]> {
  const people = await ports.organisation.people();
  const person = people.find(({ id }) => id === recipientId);
  const next = nextAdapter(
    failed,
    ports.adapters,
    (adapter) => person !== undefined && addressAt(person, adapter) !== undefined,
  );
  if (next !== undefined) return [next];
  const project = await ports.organisation.project(projectId);
  return (project === undefined ? undefined : nextHigher(failed, project, people)) ?? [];
}

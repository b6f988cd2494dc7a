import { isSameClock } from "../../domain/clocks/clock.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { Registration } from "../../domain/complaint/events.ts";
import { addressAt, byNext, customerAddressAt, nextHigher } from "../../domain/notices/fallback.ts";
import { isOfRung, type Notice, type NoticePlan, plannedNotice } from "../../domain/notices/notice.ts";
import { waysOf } from "../../domain/notices/ways.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { NoticeFacts } from "../ports/notices.ts";
import { isPressing, noticePolicyFor } from "./ways.ts";

export type FollowingPorts = Pick<
  Ports,
  | "clock"
  | "complaints"
  | "groups"
  | "emergencies"
  | "organisation"
  | "rules"
  | "notices"
  | "noticeQueue"
  | "adapters"
>;

/**
 * Plans a notice that reached nobody once more: by the recipient's next way, else to the next higher post. May run
 * twice: the new notices have fixed keys. A chain ends where nobody is left; the failed notices stay to be seen.
 */
export async function sendElsewhere(ports: FollowingPorts, failed: Notice): Promise<void> {
  for (const plan of await elsewhere(ports, failed)) {
    const notice = plannedNotice(plan, toInstant(ports.clock.now()));
    await ports.notices.plan(notice);
    await ports.noticeQueue.send(ports.notices.refOf(notice));
  }
}

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
  const policy = await noticePolicyFor(ports, complaint.registration);
  const ways = waysOf(policy, recipient, isPressing(complaint));
  const next = byNext(notice, ways, (way) => reaches(ports, addressAt(person, way) !== undefined, way));
  if (next === undefined) return;
  const wait = policy.acknowledgeMinutes * 60;
  const later: Notice = { ...plannedNotice(next, toInstant(ports.clock.now()), wait), later: true };
  await ports.notices.plan(later);
  // A second more than the wait: a message that comes early would find the notice not due.
  await ports.noticeQueue.send(ports.notices.refOf(later), { delaySeconds: wait + 1 });
}

/** Escalations, and every rung of a safety or urgent matter; an ordinary reminder is only a reminder. */
function wantsAnswer({ template }: Notice, { registration }: Complaint): boolean {
  const isUrgent = registration.safety || registration.urgency === "urgent";
  return template === "escalation" || (isOfRung(template) && isUrgent);
}

/** True for a later way of an escalation that somebody has acknowledged, or whose clock has stopped. */
export function isSettled({ subject, later }: Notice, complaint: Complaint | undefined): boolean {
  if (later === undefined || subject.kind !== "complaint") return false;
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
      const { registration } = complaint;
      if (recipient.kind === "person")
        return toOthers(ports, failed, recipient.id, registration, isPressing(complaint));
      const { customer } = await noticePolicyFor(ports, registration);
      const next = byNext(failed, customer, (way) =>
        reaches(ports, customerAddressAt(complaint, way) !== undefined, way),
      );
      return next === undefined ? [] : [next];
    }
    case "group": {
      const group = await ports.groups.load(subject.id);
      if (group === undefined || recipient.kind !== "person") return [];
      return toOthers(ports, failed, recipient.id, group.identity, group.level === "B");
    }
    case "emergency": {
      const event = await ports.emergencies.load(subject.id);
      if (event === undefined || recipient.kind !== "person") return [];
      return toOthers(ports, failed, recipient.id, event.registration, true);
    }
    case "submission": {
      const project = await ports.organisation.project(subject.projectId);
      if (project === undefined || recipient.kind !== "person") return [];
      const place = { projectId: project.id, timeZone: project.timeZone };
      return toOthers(ports, failed, recipient.id, place, false);
    }
    case "quarantine": {
      const project = await ports.organisation.project(subject.projectId);
      if (project === undefined || recipient.kind !== "person") return [];
      const place = { projectId: project.id, timeZone: project.timeZone };
      return toOthers(ports, failed, recipient.id, place, subject.mailId !== undefined);
    }
    // Headquarters looks the month up anyway, and no post is higher.
    case "report":
      return [];
  }
}

type Place = Pick<Registration, "projectId" | "timeZone">;

async function toOthers(
  ports: FollowingPorts,
  failed: Notice,
  recipientId: string,
  place: Place,
  presses: boolean,
): Promise<readonly NoticePlan[]> {
  const [person, staff] = await Promise.all([
    ports.organisation.person(recipientId),
    ports.organisation.staff(place.projectId),
  ]);
  const ways = waysOf(await noticePolicyFor(ports, place), failed.recipient, presses);
  const next = byNext(failed, ways, (way) =>
    reaches(ports, person !== undefined && addressAt(person, way) !== undefined, way),
  );
  if (next !== undefined) return [next];
  const project = await ports.organisation.project(place.projectId);
  return (project === undefined ? undefined : nextHigher(failed, project, staff)) ?? [];
}

function reaches({ adapters }: FollowingPorts, hasAddress: boolean, way: NoticePlan["adapter"]): boolean {
  return hasAddress && adapters.includes(way);
}

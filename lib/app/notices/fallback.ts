import { type Clock, isSameClock } from "../../domain/clocks/clock.ts";
import { type Complaint, isOpen } from "../../domain/complaint/document.ts";
import type { Registration, RungDecided, StoredEvent } from "../../domain/complaint/events.ts";
import { isTaken } from "../../domain/complaint/rules/rungs.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import { isWaitedFor } from "../../domain/groups/waiting.ts";
import { addressAt, byNext, customerAddressAt, nextHigher } from "../../domain/notices/fallback.ts";
import { isOfRung, type Notice, type NoticePlan, plannedNotice } from "../../domain/notices/notice.ts";
import { waysOf } from "../../domain/notices/ways.ts";
import { togetherMinutesOf } from "../../domain/policy/group-policy.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { NoticeFacts } from "../ports/notices.ts";
import { isGroupPressing, isPressing, noticePolicyFor } from "./ways.ts";

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
 * Plans a rung's next way for a while later, should nobody have acknowledged it by then. Its key is fixed, so that it is
 * planned once however often it is asked for.
 */
export async function sendLaterElsewhere(
  ports: FollowingPorts,
  notice: Notice,
  facts: Pick<NoticeFacts, "people" | "complaint" | "group">,
): Promise<void> {
  const { recipient } = notice;
  if (recipient.kind !== "person" || !wantsAnswer(notice, facts)) return;
  const person = facts.people.find(({ id }) => id === recipient.id);
  const place = facts.complaint?.registration ?? facts.group?.identity;
  if (person === undefined || place === undefined) return;
  const policy = await noticePolicyFor(ports, place);
  const ways = waysOf(policy, recipient, presses(notice, facts));
  const next = byNext(notice, ways, (way) => reaches(ports, addressAt(person, way) !== undefined, way));
  if (next === undefined) return;
  const wait = policy.acknowledgeMinutes * 60;
  const later: Notice = { ...plannedNotice(next, toInstant(ports.clock.now()), wait), later: true };
  await ports.notices.plan(later);
  // A second more than the wait: a message that comes early would find the notice not due.
  await ports.noticeQueue.send(ports.notices.refOf(later), { delaySeconds: wait + 1 });
}

type About = Pick<NoticeFacts, "complaint" | "group">;

/** Escalations, and every rung of a safety or urgent matter; an ordinary reminder is only a reminder. */
function wantsAnswer({ template, subject }: Notice, { complaint, group }: About): boolean {
  if (template === "escalation" || template === "group-escalation") return true;
  if (!isOfRung(template)) return false;
  if (group !== undefined) return clockIn(group, rungOf(group, subject))?.variant === "urgent";
  return complaint?.registration.safety === true || complaint?.registration.urgency === "urgent";
}

function presses({ subject }: Notice, { complaint, group }: About): boolean {
  if (complaint !== undefined) return isPressing(complaint);
  return group !== undefined && isGroupPressing(group, rungOf(group, subject));
}

type Subject = Notice["subject"];
type Ladders = { readonly events: readonly StoredEvent<GroupFact>[] } | Pick<Complaint, "events">;

/** The rung that a message is about. */
function rungOf({ events }: Ladders, subject: Subject): RungDecided | undefined {
  if (subject.kind !== "complaint" && subject.kind !== "group") return undefined;
  const fact = events.find(({ seq }) => seq === subject.seq)?.fact;
  return fact?.type === "rungDecided" ? fact : undefined;
}

function clockIn({ clocks }: { readonly clocks: readonly Clock[] }, rung: RungDecided | undefined) {
  return rung === undefined ? undefined : clocks.find((candidate) => isSameClock(candidate, rung));
}

/** News goes out a minute later, with other news: by then it may be given to somebody, or closed at the desk. */
function isOldNews({ template, subject }: Notice, complaint: Complaint | undefined): boolean {
  if (template !== "new-complaint" || complaint === undefined) return false;
  const unless = rungOf(complaint, subject)?.rule?.unless;
  return !isOpen(complaint) || (unless !== undefined && isTaken(complaint, unless));
}

/**
 * True for news of what is somebody's already, and for a later way of an escalation that somebody has acknowledged or that
 * nobody waits for any more.
 */
export async function isSettled(
  ports: Pick<Ports, "complaints" | "rules">,
  notice: Notice,
  { complaint, group }: About,
): Promise<boolean> {
  if (isOldNews(notice, complaint)) return true;
  const { subject, later } = notice;
  const about = complaint ?? group;
  if (later === undefined || about === undefined) return false;
  const fact = rungOf(about, subject);
  if (fact === undefined) return false;
  const clock = clockIn(about, fact);
  const rung = clock?.rungs.find(({ id }) => id === fact.rung);
  if (rung?.acknowledgedAt !== undefined) return true;
  if (group === undefined) return clock?.stoppedAt !== undefined;
  // The group's clocks may lag behind, or have begun anew, and speak for neighbours: what its members wait for counts.
  const { projectId, timeZone } = group.identity;
  const [members, { policy }] = await Promise.all([
    ports.complaints.loadMany(
      group.members.map(({ complaintId }) => complaintId),
      "now",
    ),
    ports.rules.forProject(projectId, timeZone),
  ]);
  return !isWaitedFor(members, fact, togetherMinutesOf(policy));
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
      return toOthers(ports, failed, recipient.id, group.identity, presses(failed, { group }));
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
    case "person-data": {
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
    // The files are on the page, for whoever takes them and nobody else.
    case "delivery":
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

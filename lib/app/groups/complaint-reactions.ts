import { type Complaint, isOpen } from "../../domain/complaint/document.ts";
import type { StoredEvent } from "../../domain/complaint/events.ts";
import { candidateOf, groupingCode } from "../../domain/groups/candidate.ts";
import { type Group, isOpenGroup, standsFirm } from "../../domain/groups/group.ts";
import { concernsGroups } from "../../domain/groups/reactions.ts";
import { change } from "../complaints/change.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import { allMembers, changeGroup, type GroupPorts, newcomerIn } from "./change.ts";
import { checkOnMembers } from "./check-members.ts";
import { groupSeries } from "./identity.ts";
import { lookForGroup } from "./look.ts";
import { groupPolicyFor } from "./policy.ts";
import { correctRecurrence } from "./recurrence.ts";
import { linkRepeat } from "./repeats.ts";
import { surroundingsOf } from "./surroundings.ts";

export type ComplaintGroupPorts = GroupPorts & Pick<Ports, "reactQueue" | "telemetry">;

const timer = { kind: "timer" } as const;

/** What these events of a complaint mean for groups; every step may be done again. */
export async function reactInGroups(
  ports: ComplaintGroupPorts,
  complaint: Complaint,
  seqs: readonly number[],
): Promise<void> {
  const events = complaint.events.filter(
    (event) => seqs.includes(event.seq) && concernsGroups(event, complaint),
  );
  if (events.length === 0) return;
  for (const event of events) await leaveBehind(ports, complaint, event);
  if (complaint.group !== undefined) await agree(ports, complaint, complaint.group.id, events);
  const history = await ports.complaints.whole(complaint);
  if (!events.some((event) => makesCandidate(event, history))) return;
  await look(ports, complaint);
  const { lookAgainSeconds: delaySeconds } = await groupPolicyFor(ports, complaint);
  const { id } = complaint.registration;
  await ports.reactQueue.send({ kind: "complaint", id, again: true }, { delaySeconds });
}

/** The second look: by now complaints that arrived at the same moment are in the index. */
export async function lookAgain(ports: ComplaintGroupPorts, id: string): Promise<void> {
  const complaint = await ports.complaints.load(id);
  if (complaint !== undefined) await look(ports, complaint);
}

async function look(ports: ComplaintGroupPorts, complaint: Complaint): Promise<void> {
  const policy = await groupPolicyFor(ports, complaint);
  const seen = await surroundingsOf(ports, complaint, policy);
  await linkRepeat(ports, complaint, seen, policy);
  await correctRecurrence(ports, complaint, seen);
  await lookForGroup(ports, complaint, seen, policy);
}

/** Events after which a complaint may count where it did not before: as another party, kind or problem point. */
const newCandidates: readonly StoredEvent["fact"]["type"][] = [
  "registered",
  "registrationCompleted",
  "corrected",
  "converted",
  "classified",
  "leftGroup",
];

function makesCandidate(event: StoredEvent, complaint: Complaint): boolean {
  if (event.fact.type === "classified" && codeBefore(event, complaint) === groupingCode(complaint))
    return false;
  return newCandidates.includes(event.fact.type);
}

/** The code that the complaint was looked at with before; its hint's until a person decides. */
function codeBefore({ seq }: StoredEvent, { events }: Complaint): string | undefined {
  const earlier = events.filter((event) => event.seq < seq).map(({ fact }) => fact);
  const classed = earlier.findLast(
    (fact) => (fact.type === "classified" || fact.type === "registered") && fact.classCode !== undefined,
  );
  const named = classed ?? earlier.findLast(({ type }) => type === "hinted");
  return named === undefined ? undefined : codeOf(named);
}

function codeOf(fact: StoredEvent["fact"]): string | undefined {
  const named = fact.type === "registered" || fact.type === "hinted" || fact.type === "classified";
  return named ? fact.classCode : undefined;
}

/** A person took it out of a group, or gave it another problem point than the group has. */
async function leaveBehind(
  ports: ComplaintGroupPorts,
  complaint: Complaint,
  { fact, by }: StoredEvent,
): Promise<void> {
  const { id, projectId } = complaint.registration;
  switch (fact.type) {
    case "leftGroup": {
      if (by.kind !== "person" || complaint.group?.id === fact.groupId) return;
      await remove(ports, await ports.groups.load(fact.groupId), id, true);
      return;
    }
    case "classified": {
      for (const code of earlierCodes(await ports.complaints.whole(complaint))) {
        const latest = await ports.groups.latest(groupSeries(ports.crypto, projectId, code));
        await remove(ports, latest, id, false);
      }
      return;
    }
    default:
      return;
  }
}

function earlierCodes(complaint: Complaint): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { fact } of complaint.events) {
    const code = codeOf(fact);
    if (code !== undefined && code !== groupingCode(complaint)) codes.add(code);
  }
  return codes;
}

async function remove(
  ports: ComplaintGroupPorts,
  group: Group | undefined,
  complaintId: string,
  barred: boolean,
): Promise<void> {
  if (group?.members.some((member) => member.complaintId === complaintId) !== true) return;
  const result = await changeGroup(ports, group, {
    command: { type: "remove-member", complaintId, barred },
    by: timer,
    commandId: `remove:${complaintId}`,
    request: "",
    read: allMembers,
  });
  if (isProblem(result)) throw new Error(`${complaintId} could not leave a group: ${result.problem}`);
}

/** The complaint says that it belongs to a group: the group must say so too, or the complaint leaves it. */
async function agree(
  ports: ComplaintGroupPorts,
  complaint: Complaint,
  groupId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  const group = await ports.groups.load(groupId);
  const { id } = complaint.registration;
  const candidate = candidateOf(complaint);
  if (group === undefined || !isOpenGroup(group)) {
    if (isOpen(complaint)) await leave(ports, complaint, groupId);
    return;
  }
  if (candidate === undefined) {
    await checkOnMembers(ports, group);
    return;
  }
  if (group.members.some(({ complaintId }) => complaintId === id)) {
    if (standsFirm(group) && events.some(({ fact }) => movesGroup(fact))) await checkOnMembers(ports, group);
    return;
  }
  const byPerson = events.some(({ fact, by }) => fact.type === "joinedGroup" && by.kind === "person");
  if (!byPerson) {
    await leave(ports, complaint, groupId);
    return;
  }
  const result = await changeGroup(ports, group, {
    command: { type: "add-members", members: [candidate], joined: true },
    by: timer,
    commandId: `join:${id}`,
    request: "",
    read: (current) => newcomerIn(current, id),
  });
  if (isProblem(result)) throw new Error(`${id} could not join a group: ${result.problem}`);
}

/** Its clocks, or the plan that counts for all. */
function movesGroup({ type }: StoredEvent["fact"]): boolean {
  return (
    type === "clockStarted" ||
    type === "clockRetimed" ||
    type === "clockResumed" ||
    type === "clockExtended" ||
    type === "planWritten"
  );
}

async function leave(ports: ComplaintGroupPorts, complaint: Complaint, groupId: string): Promise<void> {
  const result = await change(ports, complaint, {
    command: { type: "leave-group", groupId },
    by: timer,
    commandId: `leave:${groupId}:${complaint.revision}`,
    request: "",
  });
  if (isProblem(result)) throw new Error(`${complaint.registration.id} could not leave: ${result.problem}`);
}

import type { Complaint } from "../../domain/complaint/document.ts";
import { type Candidate, candidateOf, groupingCode } from "../../domain/groups/candidate.ts";
import { findGroup, mayBeGroup, windowSeconds } from "../../domain/groups/evidence.ts";
import { type Group, isOpenGroup } from "../../domain/groups/group.ts";
import { type Sighting, sightingOf } from "../../domain/groups/sighting.ts";
import type { GroupPolicy } from "../../domain/policy/group-policy.ts";
import { plusSeconds } from "../../domain/time/instant.ts";
import { type Attempt, raced } from "../documents/race.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import { changeGroup, decided, type GroupPorts, newcomerIn } from "./change.ts";
import { groupIdentity } from "./identity.ts";
import { freeSightings, type Neighbourhood } from "./surroundings.ts";

type LookPorts = GroupPorts & Pick<Ports, "telemetry">;

/** More complaints of one problem point in two weeks than this are a group long since. */
const CANDIDATES = 400;
const by = { kind: "timer" } as const;

/**
 * Looks whether a complaint belongs to a group: it joins the open one of its project and problem point, or with
 * others it makes one. May run twice, late, or beside others: the next group of a series has one id, and its members
 * are added by conditional writes.
 */
export async function lookForGroup(
  ports: LookPorts,
  complaint: Complaint,
  seen: Around,
  policy: GroupPolicy,
): Promise<void> {
  const code = groupingCode(complaint);
  const candidate = candidateOf(complaint);
  if (code === undefined || candidate === undefined || complaint.group !== undefined) return;
  const { projectId, timeZone } = complaint.registration;
  await raced(`groups of ${projectId} ${code}`, seen, async ({ free, group }): Promise<Look> => {
    let latest = group;
    if (latest !== undefined && isOpenGroup(latest)) {
      latest = await join(ports, latest, candidate, policy);
      if (isOpenGroup(latest)) return over;
    }
    const members = await candidates(ports, complaint, await free.all(), latest?.barred ?? [], policy);
    if (findGroup(members, policy) === undefined) return over;
    const ordinal = (latest?.identity.ordinal ?? 0) + 1;
    const identity = groupIdentity(ports.crypto, { projectId, timeZone, code, ordinal });
    const barred = latest?.barred ?? [];
    const proposed = await decided(ports, undefined, {
      command: { type: "propose", identity, members, barred },
      by,
      commandId: `propose:${candidate.complaintId}`,
      request: "",
    });
    if (proposed === undefined || isProblem(proposed)) return over;
    const { exists } = await ports.groups.insert(proposed);
    if (exists === undefined) {
      ports.telemetry.count("GroupsProposed");
      return over;
    }
    return { lostTo: { group: exists, free: await freeSightings(ports, complaint, code, policy) } };
  });
}

type Around = Pick<Neighbourhood, "free" | "group">;
type Look = Attempt<void, Around>;
/** There is nothing more to look for. */
const over: Look = { done: undefined };

/** Each late-comer joins the open group; the answer is the group as it stands then, ended perhaps. */
async function join(
  ports: LookPorts,
  group: Group,
  candidate: Candidate,
  policy: GroupPolicy,
): Promise<Group> {
  const earliest = plusSeconds(group.evidence.from, -windowSeconds(policy));
  if (candidate.receivedAt < earliest) return group;
  const { complaintId } = candidate;
  // The second look finds it in as a rule: nothing is read for that.
  const isIn = group.members.some((member) => member.complaintId === complaintId);
  if (isIn || group.barred.includes(complaintId)) return group;
  const result = await changeGroup(ports, group, {
    command: { type: "add-members", members: [candidate], joined: false },
    by,
    commandId: `join:${complaintId}`,
    request: "",
    read: (current) => newcomerIn(current, complaintId),
  });
  if (isProblem(result)) throw new Error(`${complaintId} could not join a group: ${result.problem}`);
  return result.group;
}

/** The open complaints with the same problem point, a week before and after this one, that belong to no group. */
async function candidates(
  ports: LookPorts,
  complaint: Complaint,
  free: readonly Sighting[],
  barred: readonly string[],
  policy: GroupPolicy,
): Promise<Candidate[]> {
  const { id, receivedAt } = complaint.registration;
  const week = windowSeconds(policy);
  const [from, to] = [plusSeconds(receivedAt, -week), plusSeconds(receivedAt, week)];
  const others = free
    .filter((seen) => seen.receivedAt >= from && seen.receivedAt <= to)
    .filter(({ complaintId }) => complaintId !== id && !barred.includes(complaintId))
    .slice(0, CANDIDATES);
  if (!mayBeGroup([sightingOf(complaint), ...others], policy)) return [];
  const documents = await ports.complaints.loadMany(others.map(({ complaintId }) => complaintId));
  return [complaint, ...documents]
    .filter(
      (other) =>
        other.group === undefined &&
        groupingCode(other) === groupingCode(complaint) &&
        !barred.includes(other.registration.id),
    )
    .map(candidateOf)
    .filter((found) => found !== undefined)
    .toSorted((a, b) => (a.complaintId < b.complaintId ? -1 : 1));
}

import { sealGroup } from "../../../lib/app/groups/seal.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Actor } from "../../../lib/domain/document/event.ts";
import { type Candidate, candidateOf } from "../../../lib/domain/groups/candidate.ts";
import type { GroupCommand } from "../../../lib/domain/groups/commands/index.ts";
import { decideGroup } from "../../../lib/domain/groups/decide.ts";
import type { GroupContext, GroupRefusal } from "../../../lib/domain/groups/decision.ts";
import type { Group } from "../../../lib/domain/groups/group.ts";
import { builtInGroupPolicy } from "../../../lib/domain/policy/group-policy.ts";
import { fromInstant, type Instant } from "../../../lib/domain/time/instant.ts";
import { after, at, registered, supervisor, timer, ZONE } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";
import { rulesFor } from "../../support/rules.ts";

export const identity = {
  id: "series.1",
  projectId: "project-1",
  timeZone: ZONE,
  code: "1.2.2",
  ordinal: 1,
} as const;

/** Monday; the complaints of a group come minutes after it. */
export const monday = at("2026-03-02 10:00");

/** A household's complaint about the lift of building 3. */
export function fromRoom(
  room: string,
  more: Parameters<typeof registered>[1] = {},
  receivedAt = monday,
): Complaint {
  return registered(receivedAt, {
    id: `complaint-${room}`,
    number: room,
    classCode: identity.code,
    householdKey: room,
    location: { building: "3", room },
    ...more,
  });
}

export const rooms = ["101", "102", "103", "104", "105"] as const;
export const crowd = (more: Parameters<typeof registered>[1] = {}) =>
  rooms.map((room) => fromRoom(room, more));

/** Complaints as candidates; throws for one that is none. */
export function candidates(complaints: readonly Complaint[]): Candidate[] {
  return complaints.map((complaint) => {
    const candidate = candidateOf(complaint);
    if (candidate === undefined) throw new Error(`${complaint.registration.id} is no candidate`);
    return candidate;
  });
}

export function groupContext(now: Instant, more: Partial<GroupContext> = {}): GroupContext {
  return {
    ...rulesFor(ZONE),
    now: fromInstant(now),
    groups: builtInGroupPolicy,
    digest: sha256,
    recipients: (posts) => posts.map((post) => ({ personId: `${post}-1`, post })),
    onDuty: () => false,
    ...more,
  };
}

interface Given extends Partial<GroupContext> {
  readonly by?: Actor;
}

let commands = 0;

/** The group after a command; the same object when nothing follows. Throws when it is refused. */
export function groupAfter(
  group: Group | undefined,
  command: GroupCommand,
  now: Instant,
  more: Given = {},
): Group {
  const { by = command.type === "fire" ? timer : supervisor, ...context } = more;
  const decision = decideGroup(group, command, groupContext(now, context));
  if ("refused" in decision) throw new Error(`${command.type} refused: ${decision.refused}`);
  if (decision.drafts.length === 0 && group !== undefined) return group;
  commands += 1;
  const recording = { recordedAt: now, by, commandId: `group-command-${commands}`, request: "" };
  return sealGroup(group, decision.drafts, recording, sha256, () => false);
}

/** Why a command is refused; throws when it is carried out. */
export function groupRefusal(
  group: Group,
  command: GroupCommand,
  now: Instant,
  more: Partial<GroupContext> = {},
): GroupRefusal {
  const decision = decideGroup(group, command, groupContext(now, more));
  if ("refused" in decision) return decision;
  throw new Error(`${command.type} was carried out`);
}

/** What the last command made of the group: its new events. */
export function news(before: Group | undefined, after: Group) {
  return after.events.slice(before?.events.length ?? 0).map(({ fact }) => fact);
}

export const proposal = (members = candidates(crowd()), now = monday): Group =>
  groupAfter(undefined, { type: "propose", identity, members, barred: [] }, now, { by: timer });

/** A member's document once it knows that it is handled in the group. */
export function joined(
  complaint: Complaint,
  { identity: { id }, level }: Pick<Group, "identity" | "level">,
  now = monday,
) {
  return after(complaint, { type: "join-group", groupId: id, level }, now, { by: timer });
}

/** A group that stands, its members told. */
export function standing(members: readonly Complaint[] = crowd(), now = monday): Group {
  const confirmed = groupAfter(proposal(candidates(members), now), { type: "confirm" }, now, { members });
  const told = members.map((member) => joined(member, confirmed, now));
  const ids = members.map(({ registration }) => registration.id);
  return groupAfter(confirmed, { type: "settle", joined: ids, dropped: [] }, now, { members: told });
}

/** Gives a command to all members and carries it through without a refusal. */
export function through(
  group: Group,
  action: Extract<GroupCommand, { type: "give" }>["action"],
  now: Instant,
  more: Partial<GroupContext> = {},
): Group {
  const given = groupAfter(group, { type: "give", action }, now, more);
  const callable = group.members.map(({ complaintId }) => complaintId);
  const commandId = given.running?.commandId ?? "";
  return groupAfter(given, { type: "carry-out", commandId, already: [], refused: [], callable }, now, more);
}

import type { Draft, GroupLevel } from "../complaint/events.ts";
import { canonicalJson } from "../document/chain.ts";
import type { Post } from "../organisation/organisation.ts";
import { omit } from "../present.ts";
import { earlier, toInstant } from "../time/instant.ts";
import { type Candidate, candidateOf, groupingCode } from "./candidate.ts";
import { confirmationAt } from "./confirmation.ts";
import { clocks, draft, type GroupContext, type GroupDecision, nothing, type Of, one } from "./decision.ts";
import type { GroupFact } from "./events.ts";
import { findGroup } from "./evidence.ts";
import { type Group, isOpenGroup, standsFirm } from "./group.ts";

/** D11: proposed with its members and evidence; supervisor and manager hear of it. */
export function propose({ identity, members, barred }: Of<"propose">, context: GroupContext): GroupDecision {
  const finding = findGroup(members, context.groups);
  if (finding === undefined) return { refused: "too-few" };
  const confirmAt = confirmationAt(toInstant(context.now), finding.evidence, context.groups, context);
  const recipients = context.recipients(["supervisor", "manager"], {});
  return one({ type: "proposed", ...identity, ...finding, members, barred, confirmAt, recipients }, context);
}

/** Each late-comer joins the open group; a solved one is open again with it. */
export function addMembers(group: Group, command: Of<"add-members">, context: GroupContext): GroupDecision {
  // Whoever was taken out keeps out, unless a person puts it in again.
  const barred = command.joined ? [] : group.barred;
  const known = new Set([...group.members.map(({ complaintId }) => complaintId), ...barred]);
  const members = command.members
    .filter(({ complaintId }) => !known.has(complaintId))
    .slice(0, Math.max(0, context.groups.maxMembers - group.members.length));
  if (members.length === 0) return nothing;
  const all = [...group.members, ...members.map((member) => ({ ...member, joined: command.joined }))];
  return {
    drafts: [
      draft({ type: "membersAdded", members, joined: command.joined }, context),
      ...evidenced(group, all, context),
      // A solved group is open again: whoever was not called waits for a call as before.
      ...(standsFirm(group) ? clocks({ ...omit(group, "sample"), members: all }, context) : []),
    ],
  };
}

/** Somebody left, or the problem point changed. */
export function removeMember(
  group: Group,
  command: Of<"remove-member">,
  context: GroupContext,
): GroupDecision {
  const { complaintId, barred } = command;
  if (!group.members.some((member) => member.complaintId === complaintId)) return nothing;
  const left = draft({ type: "memberLeft", complaintId, barred }, context);
  const rest = group.members.filter((member) => member.complaintId !== complaintId);
  return { drafts: [left, ...remaining(group, rest, context)] };
}

/** What is left of a group: a proposal needs its five customers, a group that stands only somebody. */
function remaining(group: Group, rest: Group["members"], context: GroupContext): Draft<GroupFact>[] {
  if (!isOpenGroup(group)) return [];
  const lapses =
    group.status === "proposed" ? findGroup(rest, context.groups) === undefined : rest.length === 0;
  if (lapses) return [draft({ type: "dissolved", because: "too-few" }, context)];
  const left = { ...group, members: rest };
  return [...evidenced(group, rest, context), ...(standsFirm(group) ? clocks(left, context) : [])];
}

/** The evidence of a proposal follows its members; of a group that stands only the level may still rise. */
function evidenced(group: Group, members: readonly Candidate[], context: GroupContext): Draft<GroupFact>[] {
  const finding = findGroup(members, context.groups);
  if (finding === undefined) return [];
  const { evidence } = finding;
  if (group.status !== "proposed") {
    if (group.level === "B" || finding.level === "D") return [];
    const recipients = context.recipients(told("B"), group);
    return [draft({ type: "evidenced", evidence, level: "B", recipients }, context)];
  }
  const sooner = confirmationAt(toInstant(context.now), evidence, context.groups, context);
  const confirmAt = group.confirmAt === undefined ? sooner : earlier(group.confirmAt, sooner);
  const same =
    finding.level === group.level &&
    confirmAt === group.confirmAt &&
    canonicalJson(evidence) === canonicalJson(group.evidence);
  if (same) return [];
  return [draft({ type: "evidenced", evidence, level: finding.level, confirmAt, recipients: [] }, context)];
}

/** D11: a group of level B is reported to the manager and the project manager at once. */
function told(level: GroupLevel): readonly Post[] {
  return level === "B" ? ["manager", "project-manager"] : ["supervisor", "manager"];
}

/** The members' documents have been told; who could not join any more is a member no longer. */
export function settle(
  group: Group,
  { joined, dropped }: Of<"settle">,
  context: GroupContext,
): GroupDecision {
  if (joined.length + dropped.length + group.leaving.length === 0) return nothing;
  const settled = draft({ type: "membersSettled", joined, dropped }, context);
  if (dropped.length === 0) {
    return { drafts: [settled, ...(standsFirm(group) ? clocks(group, context) : [])] };
  }
  const rest = group.members.filter(({ complaintId }) => !dropped.includes(complaintId));
  return { drafts: [settled, ...remaining(group, rest, context)] };
}

/** It stands: its members belong to it, and its clocks run. */
export function confirmed(group: Group, context: GroupContext): Draft<GroupFact>[] {
  const recipients = context.recipients(told(group.level), group);
  return [draft({ type: "confirmed", recipients }, context), ...clocks(group, context)];
}

/** Nobody decided in time. Who closed or reclassified a member meanwhile has decided something: it counts no more. */
export function standByItself(group: Group, context: GroupContext): Draft<GroupFact>[] {
  const fits = new Set(
    (context.members ?? [])
      .filter((member) => candidateOf(member) !== undefined && groupingCode(member) === group.identity.code)
      .map(({ registration }) => registration.id),
  );
  const [members, gone] = [
    group.members.filter((member) => member.joined || fits.has(member.complaintId)),
    group.members.filter((member) => !member.joined && !fits.has(member.complaintId)),
  ];
  if (gone.length === 0) return confirmed(group, context);
  const dropped = gone.map(({ complaintId }) => complaintId);
  const settled = draft({ type: "membersSettled", joined: [], dropped }, context);
  const rest = remaining(group, members, context);
  const lapsed = rest.some(({ fact }) => fact.type === "dissolved");
  return lapsed ? [settled, ...rest] : [settled, ...rest, ...confirmed({ ...group, members }, context)];
}

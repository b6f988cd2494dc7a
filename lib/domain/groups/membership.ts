import type { FactDraft, GroupLevel } from "../complaint/events.ts";
import { canonicalJson } from "../document/chain.ts";
import type { Post } from "../organisation/organisation.ts";
import { earlier, toInstant } from "../time/instant.ts";
import { type Candidate, candidateOf, groupingCode } from "./candidate.ts";
import { confirmationAt } from "./confirmation.ts";
import { draft, followingMembers, type GroupContext } from "./decision.ts";
import type { GroupFact, MemberAction } from "./events.ts";
import { findGroup } from "./evidence.ts";
import { type Group, isOpenGroup, standsFirm } from "./group.ts";

/** What is left of a group: a proposal needs its five customers, a group that stands only somebody. */
export function remaining(
  group: Group,
  rest: Group["members"],
  context: GroupContext,
): FactDraft<GroupFact>[] {
  if (!isOpenGroup(group)) return [];
  const lapses =
    group.status === "proposed" ? findGroup(rest, context.groups) === undefined : rest.length === 0;
  if (lapses) return [draft({ type: "dissolved", because: "too-few" }, context)];
  const left = { ...group, members: rest };
  return [...evidenced(group, rest, context), ...(standsFirm(group) ? followingMembers(left, context) : [])];
}

/** The evidence of a proposal follows its members; of a group that stands only the level may still rise. */
export function evidenced(
  group: Group,
  members: readonly Candidate[],
  context: GroupContext,
): FactDraft<GroupFact>[] {
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

/** It stands: its members belong to it, and its clocks run. */
export function confirmed(
  group: Group,
  context: GroupContext,
  more: { readonly fits?: readonly MemberAction["type"][] } = {},
): FactDraft<GroupFact>[] {
  const recipients = context.recipients(told(group.level), group);
  return [draft({ type: "confirmed", recipients, ...more }, context), ...followingMembers(group, context)];
}

/** Nobody decided in time. Who closed or reclassified a member meanwhile has decided something: it counts no more. */
export function standByItself(group: Group, context: GroupContext): FactDraft<GroupFact>[] {
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

/** The group without these members, whatever it keeps of them. */
export function without(group: Group, ids: readonly string[]): Group {
  const members = group.members.filter(({ complaintId }) => !ids.includes(complaintId));
  return group.sample === undefined
    ? { ...group, members }
    : { ...group, members, sample: group.sample.filter((id) => !ids.includes(id)) };
}

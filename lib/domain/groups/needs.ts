import { type Complaint, isOpen } from "../complaint/document.ts";
import type { Urgency } from "../complaint/events.ts";
import { endingOf, missingToClose } from "../complaint/rules/closing.ts";
import { missingInGroup } from "../complaint/rules/duties.ts";
import { moreUrgent, urgencyInForce } from "../complaint/rules/levels.ts";
import type { Policy } from "../policy/policy.ts";
import { type Group, isOpenGroup } from "./group.ts";

/** What a group still needs before it can be closed. */
export interface GroupNeeds {
  /** D11, D13: steps that none of its members has on record, and D4: the sign-off of a department. */
  readonly ofGroup: readonly string[];
  /** By member: what it lacks itself, whatever has been done for the others. */
  readonly ofMembers: ReadonlyMap<string, readonly string[]>;
}

export function needsOf(
  group: Pick<Group, "identity" | "status" | "level" | "sample" | "proposedAt">,
  members: readonly Complaint[],
  policy: Policy,
): GroupNeeds {
  if (!isOpenGroup(group)) return { ofGroup: [], ofMembers: new Map() };
  // One that is about to join is owed what the group is owed already.
  const joined = members.map((member) => (member.group === undefined ? asMember(member, group) : member));
  const open = joined.filter(isOpen);
  return {
    ofGroup: missingInGroup(group.level, joined),
    ofMembers: new Map(
      open.map((member) => [member.registration.id, ofMember(member, group, policy)] as const),
    ),
  };
}

function asMember(
  member: Complaint,
  { identity: { id }, level, proposedAt: since }: Pick<Group, "identity" | "level" | "proposedAt">,
): Complaint {
  return { ...member, group: { id, level, since } };
}

/** What the group's own close would find missing with this member. */
function ofMember(member: Complaint, { sample }: Pick<Group, "sample">, policy: Policy): readonly string[] {
  const own = missingToClose(member, true);
  if (member.status !== "resolved") return [...own, "resolve"];
  const ending = endingOf(member, false, { policy });
  if (typeof ending === "string") return own;
  const isCalled = sample?.includes(member.registration.id) ?? true;
  return ending.missing === "follow-up" && !isCalled ? own : [...own, ending.missing];
}

/** D13: as urgent as the most urgent of its open members. */
export function urgencyOf(members: readonly Complaint[]): Urgency {
  return members.filter(isOpen).map(urgencyInForce).reduce(moreUrgent, "general");
}

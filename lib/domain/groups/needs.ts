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
  group: Pick<Group, "status" | "level" | "sample">,
  members: readonly Complaint[],
  policy: Policy,
): GroupNeeds {
  if (!isOpenGroup(group)) return { ofGroup: [], ofMembers: new Map() };
  const open = members.filter(isOpen);
  return {
    ofGroup: missingInGroup(group.level, members),
    ofMembers: new Map(
      open.map((member) => [member.registration.id, ofMember(member, group, policy)] as const),
    ),
  };
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

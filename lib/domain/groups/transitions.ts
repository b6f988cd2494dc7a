import type { Complaint } from "../complaint/document.ts";
import { fittingCommands } from "../complaint/transitions.ts";
import type { Post } from "../organisation/organisation.ts";
import { groupTransitions } from "./commands/index.ts";
import type { MemberAction } from "./events.ts";
import type { Group, GroupStatus } from "./group.ts";
import { toAcknowledge } from "./group-clocks.ts";
import { type GroupCommandName, groupCommandNames, memberCommandNames } from "./names.ts";

/** True if the state of a group admits the command. */
export function admits(status: GroupStatus, name: GroupCommandName): boolean {
  return groupTransitions[name].from.includes(status);
}

/** The commands that this state admits and, if given, these posts may give. */
export function allowedGroupCommands(status: GroupStatus, heldPosts?: readonly Post[]): GroupCommandName[] {
  return groupCommandNames.filter(
    (name) =>
      admits(status, name) &&
      (heldPosts === undefined || groupTransitions[name].posts.some((post) => heldPosts.includes(post))),
  );
}

/** The commands that mean something for one of these members at least. */
export function fittingInGroup(
  members: readonly Complaint[],
  may: (member: Complaint) => readonly string[] = fittingCommands,
): MemberAction["type"][] {
  const fitting = new Set(members.flatMap((member) => may(member)));
  return memberCommandNames.filter((name) => fitting.has(name));
}

/** Those of them that mean something for the group as it stands, given what its members admit. */
export function fittingGroupCommands(
  group: Pick<Group, "status" | "clocks">,
  fits: readonly MemberAction["type"][],
  heldPosts?: readonly Post[],
): GroupCommandName[] {
  const own: readonly GroupCommandName[] = ["confirm", "dissolve"];
  return allowedGroupCommands(group.status, heldPosts).filter((name) => {
    if (name === "acknowledge") return toAcknowledge(group).length > 0;
    return own.includes(name) || fits.some((fitting) => fitting === name);
  });
}

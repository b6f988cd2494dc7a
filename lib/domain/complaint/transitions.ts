import type { Post } from "../organisation/organisation.ts";
import type { Transition } from "./commands/definition.ts";
import { type StaffCommandName, staffCommands } from "./commands/index.ts";
import type { Complaint } from "./document.ts";

/** The one transition table: drives the check, the API's `allowed` and the diagram in docs/transitions.md. */
export const transitions: Readonly<Record<StaffCommandName, Transition>> = staffCommands;

/** What of a complaint decides which commands are possible. */
export type Standing = Pick<Complaint, "status" | "cycle">;

/** The posts that may give a command for this complaint. */
export function postsFor(name: StaffCommandName, { cycle }: Standing): readonly Post[] {
  const { posts, secondTime } = transitions[name];
  return cycle > 1 && secondTime !== undefined ? secondTime : posts;
}

/** The commands that this state admits and, if given, these posts may give. */
export function allowedCommands(complaint: Standing, heldPosts?: readonly Post[]): StaffCommandName[] {
  return staffCommandNames.filter(
    (name) =>
      transitions[name].from.includes(complaint.status) &&
      (heldPosts === undefined || postsFor(name, complaint).some((post) => heldPosts.includes(post))),
  );
}

/** Those of them that mean something for this very complaint: nothing to resume, no `resume`. */
export function fittingCommands(complaint: Complaint, heldPosts?: readonly Post[]): StaffCommandName[] {
  return allowedCommands(complaint, heldPosts).filter(
    (name) => transitions[name].fits?.(complaint) !== false,
  );
}

export const staffCommandNames: readonly StaffCommandName[] =
  Object.keys(staffCommands).filter(isStaffCommandName);

/** True for a command that people may give. */
export function isStaffCommandName(name: string): name is StaffCommandName {
  return Object.hasOwn(staffCommands, name);
}

/** True if deciding it needs to know who holds the posts, because somebody else is told at once (D4, D11). */
export function isInforming(name: StaffCommandName): boolean {
  return transitions[name].informs === true;
}

/** D4: all that the complained-of person may do with the complaint, and nobody else may: state the own account of it. */
export const complainedOfMay: readonly StaffCommandName[] = ["statement"];

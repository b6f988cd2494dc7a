import type { Post } from "../organisation/organisation.ts";
import type { StaffCommandName } from "./commands.ts";
import type { Status } from "./document.ts";

interface Transition {
  readonly from: readonly Status[];
  /** Where it leads; absent: the status stays. */
  readonly to?: Status;
  /** Posts that may do it for the project. Whoever may do it at a post may not do it elsewhere. */
  readonly posts: readonly Post[];
}

const desk: readonly Post[] = [
  "clerk",
  "handler",
  "department-head",
  "supervisor",
  "manager",
  "project-manager",
];
const leads: readonly Post[] = ["supervisor", "manager", "project-manager"];
const everyone: readonly Post[] = [...desk, "region", "headquarters"];
const open: readonly Status[] = ["registered", "handling", "resolved"];

/** The one transition table: drives the check, the API's `allowed` and the diagram in docs/. */
export const transitions: Readonly<Record<StaffCommandName, Transition>> = {
  reply: { from: open, posts: desk },
  classify: { from: open, posts: leads },
  judge: { from: open, posts: leads },
  assign: { from: ["registered", "handling"], to: "handling", posts: leads },
  resolve: { from: ["handling"], to: "resolved", posts: [...leads, "handler", "department-head"] },
  "follow-up": { from: ["resolved"], posts: desk },
  close: { from: ["resolved"], to: "closed", posts: leads },
  reopen: { from: ["resolved", "closed"], to: "handling", posts: ["manager", "project-manager"] },
  withdraw: { from: open, to: "withdrawn", posts: leads },
  urge: { from: open, posts: desk },
  note: { from: open, posts: everyone },
  "customer-message": { from: ["registered", "handling", "resolved", "closed"], posts: desk },
  pause: { from: ["registered", "handling"], posts: ["project-manager"] },
  resume: { from: ["registered", "handling"], posts: [...leads, "handler", "department-head"] },
  extend: { from: ["registered", "handling"], posts: ["manager", "project-manager"] },
  acknowledge: { from: open, posts: everyone },
};

/** The commands that this state admits and, if given, these posts may give. */
export function allowedCommands(status: Status, heldPosts?: readonly Post[]): StaffCommandName[] {
  return staffCommandNames.filter((name) => {
    const { from, posts } = transitions[name];
    return (
      from.includes(status) && (heldPosts === undefined || posts.some((post) => heldPosts.includes(post)))
    );
  });
}

export const staffCommandNames: readonly StaffCommandName[] =
  Object.keys(transitions).filter(isStaffCommandName);

/** True for a command that people may give. */
export function isStaffCommandName(name: string): name is StaffCommandName {
  return Object.hasOwn(transitions, name);
}

import type { Post } from "../organisation/organisation.ts";
import type { GroupCommandName } from "./commands.ts";
import { groupCommandNames } from "./commands.ts";
import type { GroupStatus } from "./group.ts";

interface GroupTransition {
  readonly from: readonly GroupStatus[];
  /** Where it leads once every member is through; absent: the status stays. */
  readonly to?: GroupStatus;
  readonly posts: readonly Post[];
}

const leads: readonly Post[] = ["supervisor", "manager", "project-manager"];
const desk: readonly Post[] = ["clerk", "handler", "department-head", ...leads];

/** The table of a group's life: drives the check, the API's `allowed` and the diagram in docs/groups.md. */
export const groupTransitions: Readonly<Record<GroupCommandName, GroupTransition>> = {
  confirm: { from: ["proposed"], to: "confirmed", posts: leads },
  reply: { from: ["confirmed", "resolved"], posts: leads },
  assign: { from: ["confirmed"], posts: leads },
  resolve: { from: ["confirmed"], to: "resolved", posts: leads },
  "follow-up": { from: ["resolved"], posts: desk },
  close: { from: ["resolved"], to: "closed", posts: leads },
  judge: { from: ["confirmed", "resolved"], posts: leads },
  "form-team": { from: ["confirmed", "resolved"], posts: leads },
  investigate: { from: ["confirmed", "resolved"], posts: leads },
  "report-up": { from: ["confirmed", "resolved"], posts: leads },
  foresee: { from: ["confirmed", "resolved"], posts: leads },
  instruct: { from: ["confirmed", "resolved"], posts: ["manager", "project-manager"] },
  consult: { from: ["confirmed", "resolved"], posts: leads },
  dissolve: { from: ["proposed", "confirmed", "resolved"], to: "dissolved", posts: leads },
};

/** The commands that this state admits and, if given, these posts may give. */
export function allowedGroupCommands(status: GroupStatus, heldPosts?: readonly Post[]): GroupCommandName[] {
  return groupCommandNames.filter((name) => {
    const { from, posts } = groupTransitions[name];
    return (
      from.includes(status) && (heldPosts === undefined || posts.some((post) => heldPosts.includes(post)))
    );
  });
}

import type { GroupContext, GroupDecision } from "../decision.ts";
import type { Group } from "../group.ts";
import type { GroupCommandName } from "../names.ts";
import { acknowledge } from "./acknowledge.ts";
import { addMembers } from "./add-members.ts";
import { carryOut } from "./carry-out.ts";
import { confirm } from "./confirm.ts";
import type { GroupFolds, GroupTransition } from "./definition.ts";
import { dissolve } from "./dissolve.ts";
import { erase } from "./erase.ts";
import { fire } from "./fire.ts";
import { give } from "./give.ts";
import { handOver } from "./hand-over.ts";
import { memberCommands } from "./members.ts";
import type { Propose } from "./propose.ts";
import { removeMember } from "./remove-member.ts";
import { settle } from "./settle.ts";

/** Commands about the group itself that people give. */
export const ownCommands = { confirm, dissolve, acknowledge } as const;

/** What happens to a group that is there. */
export const groupDefinitions = {
  ...ownCommands,
  give,
  "add-members": addMembers,
  "remove-member": removeMember,
  settle,
  "carry-out": carryOut,
  "hand-over": handOver,
  erase,
  fire,
} as const;

/** The one transition table of what people do: drives the check, the API's `allowed` and the diagram in docs/groups.md. */
export const groupTransitions: Readonly<Record<GroupCommandName, GroupTransition>> = {
  ...ownCommands,
  ...memberCommands,
};

/** How each kind of event changes the document; one that nobody folds does not compile. */
export const groupFolds: GroupFolds = {
  /** A group begins as it was proposed. */
  proposed: (group) => group,
  ...confirm.folds,
  ...dissolve.folds,
  ...acknowledge.folds,
  ...give.folds,
  ...addMembers.folds,
  ...removeMember.folds,
  ...settle.folds,
  ...carryOut.folds,
  ...handOver.folds,
  ...erase.folds,
  ...fire.folds,
};

type CommandOf<D> = D extends {
  readonly decide: (group: Group, command: infer C, context: GroupContext) => GroupDecision;
}
  ? C
  : never;

export type GroupDefinitionName = keyof typeof groupDefinitions;
/** Each command by its name. */
export type GroupCommandMap = {
  readonly [N in GroupDefinitionName]: CommandOf<(typeof groupDefinitions)[N]>;
};
/** What somebody wants to happen to a group. */
export type GroupCommand = Propose | GroupCommandMap[GroupDefinitionName];

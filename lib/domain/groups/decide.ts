import type { GroupDefinition } from "./commands/definition.ts";
import {
  type GroupCommand,
  type GroupCommandMap,
  type GroupDefinitionName,
  groupDefinitions,
} from "./commands/index.ts";
import { proposed } from "./commands/propose.ts";
import { type GroupContext, type GroupDecision, nothing } from "./decision.ts";
import type { Group } from "./group.ts";
import { isGroupCommandName } from "./names.ts";
import { admits, allowedGroupCommands } from "./transitions.ts";

/** Decides a command on a group: the events that follow, or why not. Pure. */
export function decideGroup(
  group: Group | undefined,
  command: GroupCommand,
  context: GroupContext,
): GroupDecision {
  if (command.type === "propose") return group === undefined ? proposed(command, context) : nothing;
  if (group === undefined) throw new TypeError(`${command.type} needs a group`);
  const name = command.type === "give" ? command.action.type : command.type;
  if (isGroupCommandName(name) && !admits(group.status, name))
    return { refused: "group-not-allowed-now", allowed: allowedGroupCommands(group.status) };
  return decidedBy(command.type, group, command, context);
}

const deciding: { readonly [N in GroupDefinitionName]: Pick<GroupDefinition<GroupCommandMap[N]>, "decide"> } =
  groupDefinitions;

function decidedBy<N extends GroupDefinitionName>(
  name: N,
  group: Group,
  command: GroupCommandMap[N],
  context: GroupContext,
): GroupDecision {
  return deciding[name].decide(group, command, context);
}

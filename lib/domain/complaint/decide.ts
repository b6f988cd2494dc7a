import type { Definition } from "./commands/definition.ts";
import {
  type Command,
  type CommandMap,
  type CommandName,
  commands,
  type StaffCommandName,
} from "./commands/index.ts";
import { registered } from "./commands/register.ts";
import type { Context, Decision } from "./decision.ts";
import type { Complaint } from "./document.ts";
import { withHeard } from "./heard.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { isComplainedOf } from "./rules/complained-of.ts";
import { complainedOfMay, fittingCommands, isStaffCommandName, transitions } from "./transitions.ts";

/** A refusal with the commands that are possible instead, where the command was not. */
export interface Refused extends Refusal {
  readonly allowed?: readonly StaffCommandName[];
}

export type Decided = Exclude<Decision, Refusal> | Refused;

/** Decides a command on a complaint: the events that follow, or why not. Pure. */
export function decide(complaint: Complaint | undefined, command: Command, context: Context): Decided {
  if (complaint === undefined)
    return command.type === "register" ? registered(command, context) : refuse("unknown-complaint");
  const decision = isPossible(complaint, command.type, context)
    ? withHeard(complaint, command, decidedBy(command.type, complaint, command, context), context)
    : refuse("not-allowed-now");
  // What a command says of it itself is said first.
  if (
    !("refused" in decision) &&
    isStaffCommandName(command.type) &&
    isShutOut(complaint, command.type, context)
  )
    return refuse("complained-of");
  const instead = "refused" in decision && decision.refused === "not-allowed-now";
  return instead ? { ...decision, allowed: fittingCommands(complaint) } : decision;
}

/** D4: the complained-of person decides nothing about it. */
function isShutOut(complaint: Complaint, name: StaffCommandName, { by }: Context): boolean {
  return isComplainedOf(complaint, by) && !complainedOfMay.includes(name);
}

/** What the system itself does is possible in every state; what people do where the table says so. */
function isPossible({ status }: Complaint, name: CommandName, { by }: Context): boolean {
  if (!isStaffCommandName(name)) return true;
  const { from, byTimer } = transitions[name];
  return (byTimer === true && by.kind === "timer") || from.includes(status);
}

const deciding: { readonly [N in CommandName]: Pick<Definition<CommandMap[N]>, "decide"> } = commands;

function decidedBy<N extends CommandName>(
  name: N,
  complaint: Complaint,
  command: CommandMap[N],
  context: Context,
): Decision {
  return deciding[name].decide(complaint, command, context);
}

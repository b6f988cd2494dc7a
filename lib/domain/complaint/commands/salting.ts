import type { Plain, Salt, Salting } from "./definition.ts";
import { type CommandMap, type SaltedName, staffCommands } from "./index.ts";

/** A command as it comes in, but for its free texts. */
export type PlainSalted = { readonly [N in SaltedName]: Plain<CommandMap[N]> }[SaltedName];

/** The command with its free texts salted. */
export function saltedCommand(plain: PlainSalted, salt: Salt): CommandMap[SaltedName] {
  return saltedBy(plain.type, plain, salt);
}

const salting: { readonly [N in SaltedName]: Salting<CommandMap[N]> } = staffCommands;

function saltedBy<N extends SaltedName>(name: N, plain: Plain<CommandMap[N]>, salt: Salt): CommandMap[N] {
  return salting[name].salted(plain, salt);
}

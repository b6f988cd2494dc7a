import { commandWords } from "../../../../lib/domain/words/commands.ts";
import type { CommandName } from "./give.ts";

export type { CommandName } from "./give.ts";

/** Group commands have words too, and are no commands of one complaint. */
const ofGroups = new Set(["confirm", "dissolve"]);

/** True for a command of one complaint: later releases may allow more than this page knows. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commandWords, name) && !ofGroups.has(name);
}

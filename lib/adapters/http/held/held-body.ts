import type { HeldBody, HeldCommand, HeldGroupBody } from "../../../app/ports/held.ts";
import { commandBodies } from "../../../contracts/complaints/commands.ts";
import { groupCommandBodies } from "../../../contracts/groups/bodies.ts";
import { readGroupCommand } from "../groups/group-command-body.ts";

/** What was sent, as the API understands it now; undefined where it does not (an upgrade within ten seconds). */
export function readHeld(
  { command: name, groupId }: Pick<HeldCommand, "command" | "groupId">,
  sent: string,
): HeldBody | HeldGroupBody | undefined {
  const value: unknown = JSON.parse(sent);
  if (groupId !== undefined) {
    if (!groupCommandBodies[name].safeParse(value).success) return undefined;
    const { version, command } = readGroupCommand(name, () => value);
    return { version, groupCommand: command };
  }
  const read = commandBodies[name].safeParse(value);
  if (!read.success) return undefined;
  const { version, command, attachments } = read.data;
  return { version, command, attachments };
}

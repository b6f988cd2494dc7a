import type { HeldBody } from "../../../app/ports/held.ts";
import { commandBodies } from "../../../contracts/complaints/commands.ts";
import type { HeldCommandName } from "../../../domain/complaint/held.ts";

/** What was sent, as the API understands it now; undefined where it does not (an upgrade within ten seconds). */
export function readHeld(name: HeldCommandName, sent: string): HeldBody | undefined {
  const read = commandBodies[name].safeParse(JSON.parse(sent));
  if (!read.success) return undefined;
  const { version, command, attachments } = read.data;
  return { version, command, attachments };
}

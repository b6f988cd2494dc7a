import type { PlainCommand } from "../../../app/ports/plain-command.ts";
import { commandBodies } from "../../../contracts/complaints/commands.ts";
import { isStaffCommandName, staffCommandNames } from "../../../domain/complaint/transitions.ts";
import type { DeviceTime } from "../../../domain/document/event.ts";
import { RefusedRequest } from "../core/refusal.ts";
import { validated } from "../core/validate.ts";

export interface VersionedCommand {
  readonly version: number;
  readonly device?: DeviceTime;
  readonly command: PlainCommand;
  /** Uploads that go with it. */
  readonly attachments: readonly string[];
}

/** The command of a request. Throws unknown-command (404) before the body is looked at, then invalid-request. */
export function readCommand(name: string, body: () => unknown): VersionedCommand {
  if (!isStaffCommandName(name)) {
    throw new RefusedRequest("unknown-command", {
      values: { command: name, known: staffCommandNames.join(", ") },
    });
  }
  return validated(commandBodies[name], body());
}

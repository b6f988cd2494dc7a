import type * as z from "zod";
import type { PlainCommand } from "../../app/command.ts";
import { commandBodies } from "../../contracts/commands.ts";
import type { StaffCommandName } from "../../domain/complaint/commands.ts";
import { isStaffCommandName, staffCommandNames } from "../../domain/complaint/transitions.ts";
import { Refusal } from "./refusal.ts";
import { validated } from "./validate.ts";

export interface VersionedCommand {
  readonly version: number;
  readonly command: PlainCommand;
}

/** The command of a request. Throws unknown-command (404) before the body is looked at, then invalid-request. */
export function readCommand(name: string, body: () => unknown): VersionedCommand {
  if (!isStaffCommandName(name)) {
    throw new Refusal("unknown-command", { values: { command: name, known: staffCommandNames.join(", ") } });
  }
  return readers[name](body());
}

/** One reader per command, so that the compiler holds each body to its command's fields. */
const readers: Readonly<Record<StaffCommandName, (body: unknown) => VersionedCommand>> = {
  reply: reader(commandBodies.reply, (fields) => ({ type: "reply", ...fields })),
  classify: reader(commandBodies.classify, (fields) => ({ type: "classify", ...fields })),
  judge: reader(commandBodies.judge, (fields) => ({ type: "judge", ...fields })),
  assign: reader(commandBodies.assign, (fields) => ({ type: "assign", ...fields })),
  resolve: reader(commandBodies.resolve, (fields) => ({ type: "resolve", ...fields })),
  "follow-up": reader(commandBodies["follow-up"], (fields) => ({ type: "follow-up", ...fields })),
  close: reader(commandBodies.close, (fields) => ({ type: "close", ...fields })),
  reopen: reader(commandBodies.reopen, (fields) => ({ type: "reopen", ...fields })),
  withdraw: reader(commandBodies.withdraw, (fields) => ({ type: "withdraw", ...fields })),
  urge: reader(commandBodies.urge, (fields) => ({ type: "urge", ...fields })),
  note: reader(commandBodies.note, (fields) => ({ type: "note", ...fields })),
  "customer-message": reader(commandBodies["customer-message"], (fields) => ({
    type: "customer-message",
    ...fields,
  })),
  pause: reader(commandBodies.pause, (fields) => ({ type: "pause", ...fields })),
  resume: reader(commandBodies.resume, (fields) => ({ type: "resume", ...fields })),
  extend: reader(commandBodies.extend, (fields) => ({ type: "extend", ...fields })),
  acknowledge: reader(commandBodies.acknowledge, (fields) => ({ type: "acknowledge", ...fields })),
};

function reader<S extends z.ZodType<{ readonly version: number }>>(
  schema: S,
  make: (fields: Omit<z.output<S>, "version">) => PlainCommand,
): (body: unknown) => VersionedCommand {
  return (body) => {
    const { version, ...fields } = validated(schema, body);
    return { version, command: make(fields) };
  };
}

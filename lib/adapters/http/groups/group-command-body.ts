import type * as z from "zod";
import type { PlainGroupCommand } from "../../../app/groups/command.ts";
import { groupCommandBodies } from "../../../contracts/groups/bodies.ts";
import {
  type GroupCommandName,
  groupCommandNames,
  isGroupCommandName,
} from "../../../domain/groups/commands.ts";
import { defined } from "../../../domain/present.ts";
import { Refusal } from "../core/refusal.ts";
import { validated } from "../core/validate.ts";

export interface VersionedGroupCommand {
  readonly version: number;
  readonly command: PlainGroupCommand;
}

/** The group command of a request. Throws unknown-command (404) before the body is looked at, then invalid-request. */
export function readGroupCommand(name: string, body: () => unknown): VersionedGroupCommand {
  if (!isGroupCommandName(name)) {
    throw new Refusal("unknown-command", { values: { command: name, known: groupCommandNames.join(", ") } });
  }
  return readers[name](body());
}

/** One reader per command, so that the compiler holds each body to its command's fields. */
const readers: Readonly<Record<GroupCommandName, (body: unknown) => VersionedGroupCommand>> = {
  confirm: reader(groupCommandBodies.confirm, () => ({ type: "confirm" })),
  dissolve: reader(groupCommandBodies.dissolve, (fields) => ({ type: "dissolve", ...fields })),
  reply: reader(groupCommandBodies.reply, (fields) => ({ type: "reply", ...fields })),
  assign: reader(groupCommandBodies.assign, (fields) => ({ type: "assign", ...fields })),
  resolve: reader(groupCommandBodies.resolve, (fields) => ({ type: "resolve", ...fields })),
  "follow-up": reader(groupCommandBodies["follow-up"], (fields) => ({
    type: "follow-up",
    ...reasonAsText(fields),
  })),
  close: reader(groupCommandBodies.close, (fields) => ({ type: "close", ...reasonAsText(fields) })),
  judge: reader(groupCommandBodies.judge, (fields) => ({ type: "judge", ...reasonAsText(fields) })),
  "form-team": reader(groupCommandBodies["form-team"], (fields) => ({ type: "form-team", ...fields })),
  investigate: reader(groupCommandBodies.investigate, (fields) => ({ type: "investigate", ...fields })),
  "report-up": reader(groupCommandBodies["report-up"], (fields) => ({ type: "report-up", ...fields })),
  foresee: reader(groupCommandBodies.foresee, (fields) => ({ type: "foresee", ...fields })),
  instruct: reader(groupCommandBodies.instruct, (fields) => ({ type: "instruct", ...fields })),
  consult: reader(groupCommandBodies.consult, (fields) => ({ type: "consult", ...fields })),
};

/** To every member goes one text, whatever the command calls it. */
function reasonAsText<T extends { readonly reason?: string }>({ reason, ...fields }: T) {
  return { ...fields, ...defined({ text: reason }) };
}

function reader<S extends z.ZodType<{ readonly version: number }>>(
  schema: S,
  make: (fields: Omit<z.output<S>, "version">) => PlainGroupCommand,
): (body: unknown) => VersionedGroupCommand {
  return (body) => {
    const { version, ...fields } = validated(schema, body);
    return { version, command: make(fields) };
  };
}

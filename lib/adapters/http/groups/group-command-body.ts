import type * as z from "zod";
import type { PlainGroupCommand } from "../../../app/ports/plain-group-command.ts";
import { groupCommandBodies } from "../../../contracts/groups/bodies.ts";
import { nodeText } from "../../../domain/groups/commands/plan.ts";
import { causeText, measureText } from "../../../domain/groups/commands/review.ts";
import {
  type GroupCommandName,
  groupCommandNames,
  isGroupCommandName,
} from "../../../domain/groups/names.ts";
import { defined } from "../../../domain/present.ts";
import { RefusedRequest } from "../core/refusal.ts";
import { validated } from "../core/validate.ts";

export interface VersionedGroupCommand {
  readonly version: number;
  readonly command: PlainGroupCommand;
}

/** The group command of a request. Throws unknown-command (404) before the body is looked at, then invalid-request. */
export function readGroupCommand(name: string, body: () => unknown): VersionedGroupCommand {
  if (!isGroupCommandName(name)) {
    throw new RefusedRequest("unknown-command", {
      values: { command: name, known: groupCommandNames.join(", ") },
    });
  }
  return readers[name](body());
}

const bodies = groupCommandBodies;

/** One reader per command, so that the compiler holds each body to its command's fields. */
const readers: Readonly<Record<GroupCommandName, (body: unknown) => VersionedGroupCommand>> = {
  confirm: reader(bodies.confirm, () => ({ type: "confirm" })),
  dissolve: reader(bodies.dissolve, (fields) => ({ type: "dissolve", ...fields })),
  acknowledge: reader(bodies.acknowledge, (fields) => ({ type: "acknowledge", ...fields })),
  reply: reader(bodies.reply, (fields) => ({ type: "reply", ...fields })),
  assign: reader(bodies.assign, (fields) => ({ type: "assign", ...fields })),
  accept: reader(bodies.accept, () => ({ type: "accept" })),
  resolve: reader(bodies.resolve, (fields) => ({ type: "resolve", ...fields })),
  "explain-invalid": reader(bodies["explain-invalid"], (fields) => ({ type: "explain-invalid", ...fields })),
  "follow-up": reader(bodies["follow-up"], (fields) => ({ type: "follow-up", ...reasonAsText(fields) })),
  close: reader(bodies.close, (fields) => ({ type: "close", ...reasonAsText(fields) })),
  judge: reader(bodies.judge, (fields) => ({ type: "judge", ...reasonAsText(fields) })),
  "form-team": reader(bodies["form-team"], (fields) => ({ type: "form-team", ...fields })),
  investigate: reader(bodies.investigate, (fields) => ({ type: "investigate", ...fields })),
  "report-up": reader(bodies["report-up"], (fields) => ({ type: "report-up", ...fields })),
  foresee: reader(bodies.foresee, (fields) => ({ type: "foresee", ...fields })),
  instruct: reader(bodies.instruct, (fields) => ({ type: "instruct", ...fields })),
  consult: reader(bodies.consult, (fields) => ({ type: "consult", ...fields })),
  plan: reader(bodies.plan, planned),
  progress: reader(bodies.progress, (fields) => ({ type: "progress", ...fields })),
  "daily-report": reader(bodies["daily-report"], (fields) => ({ type: "daily-report", ...fields })),
  "sign-off": reader(bodies["sign-off"], (fields) => ({ type: "sign-off", ...fields })),
  "check-effect": reader(bodies["check-effect"], (fields) => ({ type: "check-effect", ...fields })),
  review: reader(bodies.review, reviewed),
};

/** To every member goes one text, whatever the command calls it. */
function reasonAsText<T extends { readonly reason?: string }>({ reason, ...fields }: T) {
  return { ...fields, ...defined({ text: reason }) };
}

/** The instants of the nodes are facts, their texts stand beside them. */
function planned({
  act,
  text = "",
  nodes = [],
}: Omit<z.output<typeof bodies.plan>, "version">): PlainGroupCommand {
  if (act === "approve") return { type: "plan", act: { kind: "approve" } };
  const facts = nodes.map(({ dueAt }) => ({ dueAt }));
  const texts = Object.fromEntries(nodes.map((node, index) => [nodeText(index), node.text]));
  return { type: "plan", act: { kind: "write", nodes: facts }, text, texts };
}

function reviewed({ text, actions }: Omit<z.output<typeof bodies.review>, "version">): PlainGroupCommand {
  const texts = actions.flatMap(({ cause, measure }, index) => [
    [causeText(index), cause] as const,
    [measureText(index), measure] as const,
  ]);
  return {
    type: "review",
    actions: actions.map(({ ownerId, dueAt }) => ({ ownerId, dueAt })),
    text,
    texts: Object.fromEntries(texts),
  };
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

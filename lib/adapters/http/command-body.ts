import type * as z from "zod";
import type { PlainCommand } from "../../app/complaints/plain-command.ts";
import { commandBodies } from "../../contracts/complaints/commands.ts";
import type { StaffCommandName } from "../../domain/complaint/commands/index.ts";
import { isStaffCommandName, staffCommandNames } from "../../domain/complaint/transitions.ts";
import { Refusal } from "./refusal.ts";
import { validated } from "./validate.ts";

export interface VersionedCommand {
  readonly version: number;
  readonly command: PlainCommand;
  /** Uploads that go with it. */
  readonly attachments: readonly string[];
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
  "register-and-close": reader(commandBodies["register-and-close"], (fields) => ({
    type: "register-and-close",
    ...fields,
  })),
  convert: reader(commandBodies.convert, (fields) => ({ type: "convert", ...fields })),
  "explain-invalid": reader(commandBodies["explain-invalid"], (fields) => ({
    type: "explain-invalid",
    ...fields,
  })),
  transfer: reader(commandBodies.transfer, (fields) => ({ type: "transfer", ...fields })),
  accept: reader(commandBodies.accept, (fields) => ({ type: "accept", ...fields })),
  "form-team": reader(commandBodies["form-team"], (fields) => ({ type: "form-team", ...fields })),
  investigate: reader(commandBodies.investigate, (fields) => ({ type: "investigate", ...fields })),
  "report-up": reader(commandBodies["report-up"], (fields) => ({ type: "report-up", ...fields })),
  foresee: reader(commandBodies.foresee, (fields) => ({ type: "foresee", ...fields })),
  instruct: reader(commandBodies.instruct, (fields) => ({ type: "instruct", ...fields })),
  consult: reader(commandBodies.consult, (fields) => ({ type: "consult", ...fields })),
  progress: reader(commandBodies.progress, (fields) => ({ type: "progress", ...fields })),
  "daily-report": reader(commandBodies["daily-report"], (fields) => ({ type: "daily-report", ...fields })),
  "sign-off": reader(commandBodies["sign-off"], (fields) => ({ type: "sign-off", ...fields })),
  opinion: reader(commandBodies.opinion, (fields) => ({ type: "opinion", ...fields })),
  "check-effect": reader(commandBodies["check-effect"], (fields) => ({ type: "check-effect", ...fields })),
  review: reader(commandBodies.review, (fields) => ({ type: "review", ...fields })),
  evidence: reader(commandBodies.evidence, (fields) => ({ type: "evidence", ...fields })),
  verify: reader(commandBodies.verify, (fields) => ({ type: "verify", ...fields })),
  refer: reader(commandBodies.refer, (fields) => ({ type: "refer", ...fields })),
  "complete-registration": reader(commandBodies["complete-registration"], ({ reason, ...told }) => ({
    type: "complete-registration",
    told,
    ...(reason === undefined ? {} : { reason }),
  })),
  correct: reader(commandBodies.correct, ({ reason, ...told }) => ({ type: "correct", told, reason })),
  plan: reader(commandBodies.plan, (fields) => ({ type: "plan", act: planAct(fields) })),
  "link-repeat": reader(commandBodies["link-repeat"], (fields) => ({ type: "link-repeat", ...fields })),
  "join-group": reader(commandBodies["join-group"], (fields) => ({ type: "join-group", ...fields })),
  "leave-group": reader(commandBodies["leave-group"], () => ({ type: "leave-group" })),
  acknowledge: reader(commandBodies.acknowledge, (fields) => ({ type: "acknowledge", ...fields })),
};

/** The schema has seen to it that what an act needs is there. */
function planAct({ act, text, nodes = [], via }: Omit<z.output<typeof commandBodies.plan>, keyof Sent>) {
  if (act === "agree" && via !== undefined) return { kind: "agree", via } as const;
  if (act === "write" && text !== undefined) return { kind: "write", text, nodes } as const;
  return { kind: "approve" } as const;
}

type Sent = { readonly version: number; readonly attachments?: readonly string[] };

function reader<S extends z.ZodType<Sent>>(
  schema: S,
  make: (fields: Omit<z.output<S>, keyof Sent>) => PlainCommand,
): (body: unknown) => VersionedCommand {
  return (body) => {
    const { version, attachments = [], ...fields } = validated(schema, body);
    return { version, attachments, command: make(fields) };
  };
}

import type { MemberAction } from "../events.ts";
import { accept } from "./accept.ts";
import { assign } from "./assign.ts";
import { checkEffect } from "./check-effect.ts";
import { close } from "./close.ts";
import { consult } from "./consult.ts";
import { dailyReport } from "./daily-report.ts";
import type { MemberCommand } from "./definition.ts";
import { explainInvalid } from "./explain-invalid.ts";
import { followUp } from "./follow-up.ts";
import { foresee } from "./foresee.ts";
import { formTeam } from "./form-team.ts";
import { instruct } from "./instruct.ts";
import { investigate } from "./investigate.ts";
import { judge } from "./judge.ts";
import { plan } from "./plan.ts";
import { progress } from "./progress.ts";
import { reply } from "./reply.ts";
import { reportUp } from "./report-up.ts";
import { resolve } from "./resolve.ts";
import { review } from "./review.ts";
import { signOff } from "./sign-off.ts";

type MemberCommandName = MemberAction["type"];

/** Commands that go to the members. A new one is a file and a line here. */
export const memberCommands: { readonly [N in MemberCommandName]: MemberCommand<N> } = {
  reply,
  assign,
  accept,
  resolve,
  "explain-invalid": explainInvalid,
  "follow-up": followUp,
  close,
  judge,
  "form-team": formTeam,
  investigate,
  "report-up": reportUp,
  foresee,
  instruct,
  consult,
  plan,
  progress,
  "daily-report": dailyReport,
  "sign-off": signOff,
  "check-effect": checkEffect,
  review,
};

/** The command that an action is of, taking that very action. */
export function definitionOf<N extends MemberCommandName>({ type }: { readonly type: N }): MemberCommand<N> {
  return memberCommands[type];
}

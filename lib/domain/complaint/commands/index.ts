import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import { clockFolds } from "../rules/clock-folds.ts";
import { stepFolds } from "../rules/steps.ts";
import { accept } from "./accept.ts";
import { acknowledge } from "./acknowledge.ts";
import { askExtension } from "./ask-extension.ts";
import { assign } from "./assign.ts";
import { attach } from "./attach.ts";
import { checkEffect } from "./check-effect.ts";
import { classify } from "./classify.ts";
import { close } from "./close.ts";
import { completeRegistration } from "./complete-registration.ts";
import { consult } from "./consult.ts";
import { convert } from "./convert.ts";
import { correct } from "./correct.ts";
import { correctRecurrence } from "./correct-recurrence.ts";
import { customerMessage } from "./customer-message.ts";
import { dailyReport } from "./daily-report.ts";
import type { Folds } from "./definition.ts";
import { erase } from "./erase.ts";
import { evidence } from "./evidence.ts";
import { explainInvalid } from "./explain-invalid.ts";
import { extend } from "./extend.ts";
import { fireRungs } from "./fire-rungs.ts";
import { followUp } from "./follow-up.ts";
import { foresee } from "./foresee.ts";
import { formTeam } from "./form-team.ts";
import { handOver } from "./hand-over.ts";
import { instruct } from "./instruct.ts";
import { investigate } from "./investigate.ts";
import { joinGroup } from "./join-group.ts";
import { judge } from "./judge.ts";
import { leaveGroup } from "./leave-group.ts";
import { linkRepeat } from "./link-repeat.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { note } from "./note.ts";
import { objectToDispatch } from "./object-to-dispatch.ts";
import { opinion } from "./opinion.ts";
import { pause } from "./pause.ts";
import { plan } from "./plan.ts";
import { progress } from "./progress.ts";
import { recordExtension } from "./record-extension.ts";
import { recordTicketRating } from "./record-ticket-rating.ts";
import { refer } from "./refer.ts";
import { register } from "./register.ts";
import { registerAndClose } from "./register-and-close.ts";
import { reopen } from "./reopen.ts";
import { reply } from "./reply.ts";
import { reportUp } from "./report-up.ts";
import { resolve } from "./resolve.ts";
import { resume } from "./resume.ts";
import { retime } from "./retime.ts";
import { returnTicket } from "./return-ticket.ts";
import { review } from "./review.ts";
import { sendLink } from "./send-link.ts";
import { sendReplyDocument } from "./send-reply-document.ts";
import { signOff } from "./sign-off.ts";
import { signTicket } from "./sign-ticket.ts";
import { statement } from "./statement.ts";
import { ticketReturned } from "./ticket-returned.ts";
import { transfer } from "./transfer.ts";
import { urge } from "./urge.ts";
import { verify } from "./verify.ts";
import { withdraw } from "./withdraw.ts";

/** Commands that people give over HTTP, in the order in which they are listed. A new one is a file and a line here. */
export const staffCommands = {
  "complete-registration": completeRegistration,
  "register-and-close": registerAndClose,
  correct,
  convert,
  urge,
  reply,
  classify,
  judge,
  "explain-invalid": explainInvalid,
  assign,
  transfer,
  accept,
  "form-team": formTeam,
  investigate,
  "report-up": reportUp,
  foresee,
  instruct,
  consult,
  plan,
  progress,
  "daily-report": dailyReport,
  pause,
  resume,
  extend,
  resolve,
  "sign-off": signOff,
  opinion,
  "follow-up": followUp,
  "check-effect": checkEffect,
  review,
  evidence,
  verify,
  close,
  reopen,
  refer,
  withdraw,
  "link-repeat": linkRepeat,
  "join-group": joinGroup,
  "leave-group": leaveGroup,
  note,
  statement,
  "send-link": sendLink,
  "customer-message": customerMessage,
  acknowledge,
  "sign-ticket": signTicket,
  "return-ticket": returnTicket,
  "object-to-dispatch": objectToDispatch,
  "merge-ticket": mergeTicket,
  "ask-extension": askExtension,
  "record-extension": recordExtension,
  "send-reply-document": sendReplyDocument,
  "ticket-returned": ticketReturned,
  "record-ticket-rating": recordTicketRating,
} as const;

/** What the system itself does to a complaint that is there. */
const ownCommands = {
  attach,
  erase,
  "hand-over": handOver,
  "correct-recurrence": correctRecurrence,
  "fire-rungs": fireRungs,
  retime,
} as const;

export const commands = { register, ...staffCommands, ...ownCommands } as const;

/** How each kind of event changes the document; one that nobody folds does not compile. */
export const folds: Folds = {
  ...clockFolds,
  ...stepFolds,
  ...register.folds,
  ...completeRegistration.folds,
  ...correct.folds,
  ...convert.folds,
  ...urge.folds,
  ...reply.folds,
  ...classify.folds,
  ...judge.folds,
  ...explainInvalid.folds,
  ...assign.folds,
  ...transfer.folds,
  ...accept.folds,
  ...plan.folds,
  ...progress.folds,
  ...dailyReport.folds,
  ...pause.folds,
  ...extend.folds,
  ...resolve.folds,
  ...signOff.folds,
  ...opinion.folds,
  ...followUp.folds,
  ...checkEffect.folds,
  ...review.folds,
  ...evidence.folds,
  ...verify.folds,
  ...close.folds,
  ...reopen.folds,
  ...refer.folds,
  ...withdraw.folds,
  ...linkRepeat.folds,
  ...joinGroup.folds,
  ...leaveGroup.folds,
  ...note.folds,
  ...statement.folds,
  ...sendLink.folds,
  ...customerMessage.folds,
  ...acknowledge.folds,
  ...signTicket.folds,
  ...returnTicket.folds,
  ...objectToDispatch.folds,
  ...mergeTicket.folds,
  ...askExtension.folds,
  ...recordExtension.folds,
  ...sendReplyDocument.folds,
  ...ticketReturned.folds,
  ...recordTicketRating.folds,
  ...attach.folds,
  ...erase.folds,
  ...handOver.folds,
  ...correctRecurrence.folds,
  ...fireRungs.folds,
};

type CommandOf<D> = D extends {
  readonly decide: (complaint: Complaint, command: infer C, context: Context) => Decision;
}
  ? C
  : never;

export type CommandName = keyof typeof commands;
/** Each command by its name. */
export type CommandMap = { readonly [N in CommandName]: CommandOf<(typeof commands)[N]> };
/** What somebody wants to happen. Free text and personal values come salted, ready to stand beside the event. */
export type Command = CommandMap[CommandName];

/** Commands that a person gives over HTTP. */
export type StaffCommandName = keyof typeof staffCommands;
export type StaffCommand = CommandMap[StaffCommandName];
/** Those of which something is looked up outside before they are decided. */
export type LookedUpName = {
  [N in StaffCommandName]: (typeof staffCommands)[N] extends { readonly salted: unknown } ? never : N;
}[StaffCommandName];
/** Those that come in as they are, but for their free texts. */
export type SaltedName = Exclude<StaffCommandName, LookedUpName>;

import { type ClockKey, isSameClock } from "../clocks/clock.ts";
import type { Personal } from "../document/personal.ts";
import { toInstant } from "../time/instant.ts";
import { decideClose, decideFollowUp } from "./closing.ts";
import type { Command, StaffCommandName } from "./commands.ts";
import type { Context, Decision } from "./decision.ts";
import { decideExtend, decidePause, decideResume } from "./decisions/deadlines.ts";
import { draft, one, started, startedNow } from "./decisions/drafts.ts";
import { checkEffect, correctRecurrence, evidence, opinion, review, verify } from "./decisions/ending.ts";
import { erase } from "./decisions/erasing.ts";
import { handOver } from "./decisions/handing-over.ts";
import { accept, assign, dailyReport, progress, recordStep, transfer } from "./decisions/handling.ts";
import { classify, explainInvalid, judge, refer } from "./decisions/judging.ts";
import { decideLink, isLink } from "./decisions/links.ts";
import { decidePlan } from "./decisions/plan.ts";
import {
  completeRegistration,
  convert,
  correct,
  register,
  registerAndClose,
} from "./decisions/registration.ts";
import { signOff } from "./decisions/sign-off.ts";
import { reply, resolve } from "./decisions/telling.ts";
import type { Complaint } from "./document.ts";
import { informed, solvingPosts } from "./informing.ts";
import { isGrave } from "./levels.ts";
import { refuse } from "./refusal.ts";
import { retimed } from "./retime.ts";
import { dailyReportClock, decideRungs } from "./rungs.ts";
import { allowedCommands, transitions } from "./transitions.ts";

/** Decides a command on a complaint: the events that follow, or why not. Pure. */
export function decide(complaint: Complaint | undefined, command: Command, context: Context): Decision {
  if (command.type === "register") {
    if (complaint !== undefined) return refuse("already-registered");
    return register(command, context);
  }
  if (complaint === undefined) return refuse("unknown-complaint");
  if (command.type === "attach") {
    return one({ type: "attachmentsStored", files: command.files }, toInstant(context.now), command.personal);
  }
  if (command.type === "erase") return erase(complaint, command.fields, toInstant(context.now));
  if (command.type === "fire-rungs") return { drafts: decideRungs(complaint, context) };
  if (command.type === "correct-recurrence") return correctRecurrence(complaint, command, context);
  if (command.type === "hand-over") return handOver(complaint, command, context);
  if (command.type === "retime") {
    return { drafts: retimed(complaint, complaint, context, toInstant(context.now), "rules") };
  }
  if (isLink(command) && context.by.kind === "timer") {
    return decideLink(complaint, command, toInstant(context.now));
  }
  if (!transitions[command.type].from.includes(complaint.status)) {
    return refuse("not-allowed-now", { allowed: allowedCommands(complaint) });
  }
  return decideStaffCommand(complaint, command, context);
}

type StaffCommand = Extract<Command, { type: StaffCommandName }>;

/** One line per command; each rule stands in the file of its group. */
function decideStaffCommand(complaint: Complaint, command: StaffCommand, context: Context): Decision {
  const now = toInstant(context.now);
  switch (command.type) {
    case "complete-registration":
      return completeRegistration(complaint, command, context);
    case "correct":
      return correct(complaint, command, context);
    case "register-and-close":
      return registerAndClose(complaint, command, context);
    case "convert":
      return convert(complaint, command, context);
    case "reply":
      return reply(complaint, command, context);
    case "resolve":
      return resolve(complaint, command, context);
    case "assign":
      return assign(complaint, command, context);
    case "transfer":
      return transfer(complaint, command, context);
    case "accept":
      return accept(complaint, context);
    case "classify":
      return classify(complaint, command, context);
    case "judge":
      return judge(complaint, command, context);
    case "explain-invalid":
      return explainInvalid(complaint, command, context);
    case "form-team":
    case "investigate":
    case "report-up":
    case "foresee":
    case "instruct":
    case "consult":
      return recordStep(complaint, command, context);
    case "plan":
      return decidePlan(complaint, command, context);
    case "progress":
      return progress(complaint, command, context);
    case "daily-report":
      return dailyReport(complaint, command, context);
    case "sign-off":
      return signOff(complaint, command, context);
    case "opinion":
      return opinion(complaint, command, context);
    case "follow-up":
      return decideFollowUp(complaint, command, context);
    case "check-effect":
      return checkEffect(complaint, command, context);
    case "review":
      return review(complaint, command, context);
    case "evidence":
      return evidence(complaint, command, context);
    case "verify":
      return verify(complaint, command, context);
    case "close":
      return decideClose(complaint, command, context);
    case "reopen":
      return reopen(complaint, command.reason, context);
    case "refer":
      return refer(complaint, command, context);
    case "withdraw":
      return one({ type: "withdrawn" }, now, { reason: command.reason });
    case "urge":
      return one({ type: "urged" }, now, { text: command.text });
    case "note":
      return one({ type: "noted" }, now, { text: command.text });
    case "customer-message": {
      const { messageId, text } = command;
      return one({ type: "messageReceived", ...(messageId === undefined ? {} : { messageId }) }, now, {
        text,
      });
    }
    case "pause":
      return decidePause(complaint, command, context);
    case "resume":
      return decideResume(complaint, context);
    case "extend":
      return decideExtend(complaint, command, context);
    case "link-repeat":
    case "join-group":
    case "leave-group":
      return decideLink(complaint, command, now);
    case "acknowledge":
      return acknowledge(complaint, command, context);
  }
}

/** 返单: a new cycle with its own result clock, A and B reported on daily again (D11); the task keeps its first due instant. */
function reopen(complaint: Complaint, reason: Personal, context: Context): Decision {
  const now = toInstant(context.now);
  const again = { ...complaint, cycle: complaint.cycle + 1 };
  return {
    drafts: [
      draft({ type: "reopened", ...informed(complaint, solvingPosts, context) }, now, { reason }),
      startedNow("result", again, now, context),
      ...(isGrave(complaint.level) ? [started(dailyReportClock(again, now, context), now)] : []),
    ],
  };
}

/** A person has seen the rung: its repeats stop, the clock does not. */
function acknowledge(
  complaint: Complaint,
  command: Extract<Command, { type: "acknowledge" }>,
  context: Context,
): Decision {
  const { clock: name, cycle, key, rung: id } = command;
  const wanted: ClockKey = key === undefined ? { name, cycle } : { name, cycle, key };
  const clock = complaint.clocks.find((candidate) => isSameClock(candidate, wanted));
  const decided = clock?.rungs.find((rung) => rung.id === id && rung.decidedAt !== undefined);
  if (decided === undefined || decided.acknowledgedAt !== undefined) return refuse("nothing-to-acknowledge");
  return one({ type: "rungAcknowledged", ...wanted, rung: id }, toInstant(context.now));
}

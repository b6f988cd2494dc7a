import { toInstant } from "../../time/instant.ts";
import type { Command } from "../commands.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import { wantsPlan } from "../duties.ts";
import type { Draft, Urgency } from "../events.ts";
import { isGrave, levelFits } from "../levels.ts";
import { refuse } from "../refusal.ts";
import { retimed } from "../retime.ts";
import { dailyReportClock } from "../rungs.ts";
import { draft, one, started, startedNow, stopped } from "./drafts.ts";
import { recordStops } from "./registration.ts";

type Named<T extends Command["type"]> = Extract<Command, { type: T }>;

/**
 * 班长/主管/经理 decide class, level, urgency and safety (D11). A and B are 重要 unless more is said (D13 default), safety
 * is 紧急; what becomes known moves the running clocks.
 */
export function classify(complaint: Complaint, command: Named<"classify">, context: Context): Decision {
  const { level } = command;
  const now = toInstant(context.now);
  if (level !== undefined && !levelFits(complaint.registration.recordKind, level)) {
    return refuse("level-contradicts-kind");
  }
  const { type: _, ...classification } = command;
  const urgency = urgencyAfter(complaint, command);
  const safety = command.safety ?? complaint.registration.safety;
  const after: Complaint = {
    ...complaint,
    ...(level === undefined ? {} : { level }),
    classCode: command.classCode,
    registration: { ...complaint.registration, urgency, safety },
  };
  const fact = {
    type: "classified",
    ...classification,
    ...(urgency === complaint.registration.urgency ? {} : { urgency }),
  } as const;
  return {
    drafts: [
      draft(fact, now),
      ...recordStops(after, context),
      ...retimed(complaint, after, context, now, "complaint"),
      ...newClocks(after, context),
    ],
  };
}

function urgencyAfter(complaint: Complaint, { urgency, safety, level }: Named<"classify">): Urgency {
  if (urgency !== undefined) return urgency;
  if (safety === true) return "urgent";
  const { urgency: before } = complaint.registration;
  return before === "general" && isGrave(level) ? "important" : before;
}

/** D9, D11: the written plan is due from the classification on; D11: A and B are reported on daily. */
function newClocks(after: Complaint, context: Context): Draft[] {
  const now = toInstant(context.now);
  if (after.status === "resolved") return [];
  const has = (name: string) =>
    after.clocks.some((clock) => clock.name === name && clock.stoppedAt === undefined);
  const planned = after.plan !== undefined || after.clocks.some(({ name }) => name === "plan");
  return [
    ...(wantsPlan(after) && !planned ? [startedNow("plan", after, now, context)] : []),
    ...(isGrave(after.level) && !has("dailyReport")
      ? [started(dailyReportClock(after, now, context), now)]
      : []),
  ];
}

/** D11, D12: valid, assisted or invalid, with who, when and why; an invalid one is explained within 24 h. */
export function judge(complaint: Complaint, command: Named<"judge">, context: Context): Decision {
  const now = toInstant(context.now);
  const { type: _, reason, ...judgement } = command;
  const running = complaint.clocks.some(
    ({ name, stoppedAt }) => name === "invalidExplain" && stoppedAt === undefined,
  );
  const invalid = command.validity === "invalid" && complaint.invalidExplainedAt === undefined;
  const key = String(complaint.clocks.filter(({ name }) => name === "invalidExplain").length + 1);
  return {
    drafts: [
      draft({ type: "judged", ...judgement }, now, { reason }),
      ...(invalid && !running ? [startedNow("invalidExplain", complaint, now, context, { key })] : []),
      ...(invalid ? [] : stopped(complaint, ["invalidExplain"], now, context)),
    ],
  };
}

/** D11: an invalid complaint is called back and explained within 24 h; there is nothing else to solve. */
export function explainInvalid(
  complaint: Complaint,
  { via, text, occurredAt }: Named<"explain-invalid">,
  context: Context,
): Decision {
  if (complaint.validity !== "invalid") return refuse("not-invalid");
  const now = toInstant(context.now);
  const at = occurredAt ?? now;
  if (at > now || at < complaint.registration.receivedAt) return refuse("occurred-out-of-range");
  const left = complaint.clocks
    .map(({ name }) => name)
    .filter((name) => name !== "record" && name !== "external" && name !== "corrective");
  return {
    drafts: [
      draft({ type: "invalidExplained", via }, at, { text }),
      ...stopped(complaint, left, at, context),
    ],
  };
}

/** D9: what the law decides is referred to those who may; nothing is left to do for us. */
export function refer(_: Complaint, { reason }: Named<"refer">, { now }: Context): Decision {
  return one({ type: "referred" }, toInstant(now), { reason });
}

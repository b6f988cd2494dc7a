import { type Clock, type ClockStart, dueAt, isSameClock } from "../../clocks/clock.ts";
import type { ClockName } from "../../policy/policy.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { Draft } from "../events.ts";
import { lapsed, started, startedNow } from "./drafts.ts";
import { wantsPlan } from "./duties.ts";
import { isGrave, type Levelled, levelInForce } from "./levels.ts";
import { recordStops } from "./registering.ts";
import { retimed } from "./retime.ts";
import { dailyReportClock } from "./rungs.ts";

/**
 * What another class, level, urgency, kind or judgement starts and stops (D9, D11): clocks whose duty is gone are given
 * up, new duties get their clocks, the others move with it. No clock escalates what nobody may do any more.
 */
export function settled(before: Complaint, after: Complaint, context: Context): Draft[] {
  const now = toInstant(context.now);
  const gone = goneDuties(after);
  const staying = { ...before, clocks: before.clocks.filter(({ name }) => !gone.includes(name)) };
  return [
    ...recordStops(after, context),
    ...lapsed(before, gone, now, context),
    ...retimed(staying, after, context, now, "complaint"),
    ...newClocks(after, now, context),
  ];
}

/** D11: A and B are reported on daily; not what was judged no complaint of ours. */
export function wantsDailyReport(complaint: Levelled & Pick<Complaint, "validity">): boolean {
  return isGrave(levelInForce(complaint)) && complaint.validity !== "invalid";
}

function goneDuties(after: Complaint): readonly ClockName[] {
  return [
    ...(wantsPlan(after) ? [] : (["plan"] as const)),
    ...(wantsDailyReport(after) ? [] : (["dailyReport"] as const)),
  ];
}

/** D9, D11: the written plan is due from the classification on; D11: A and B are reported on daily. */
function newClocks(after: Complaint, now: Instant, context: Context): Draft[] {
  if (after.status === "resolved") return [];
  const plans = after.clocks.filter(({ name }) => name === "plan");
  const planned = after.plan !== undefined || plans.some(({ lapsed: given }) => given !== true);
  const key = plans.length === 0 ? undefined : String(plans.length + 1);
  const reporting = after.clocks.some((clock) => clock.name === "dailyReport" && isRunning(clock));
  return [
    ...(wantsPlan(after) && !planned ? [startedNow("plan", after, now, context, { key })] : []),
    ...(wantsDailyReport(after) && !reporting ? [started(nextReport(after, now, context), now)] : []),
  ];
}

/** The day's report, or tomorrow's where that of this day was given or given up already. */
function nextReport(after: Complaint, now: Instant, context: Context): ClockStart {
  const today = dailyReportClock(after, now, context);
  const isThere = after.clocks.some((clock) => isSameClock(clock, today));
  return isThere ? dailyReportClock(after, dueAt(today), context) : today;
}

function isRunning({ stoppedAt }: Clock): boolean {
  return stoppedAt === undefined;
}

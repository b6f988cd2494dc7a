import { type Clock, type ClockStart, dueAt, isSameClock, keyOf, type Rung } from "../../clocks/clock.ts";
import { replan } from "../../clocks/replan.ts";
import { startClock } from "../../clocks/start.ts";
import type { ClockName } from "../../policy/policy.ts";
import { rungRule } from "../../policy/policy.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { FactDraft } from "../events.ts";
import { lapsed, started, startedNow } from "./drafts.ts";
import { wantsPlan } from "./duties.ts";
import { isGrave, type Levelled, levelInForce } from "./levels.ts";
import { recordStops } from "./registering.ts";
import { retimed } from "./retime.ts";
import { dailyReportClock } from "./rungs.ts";
import { timingFor } from "./timing.ts";

/**
 * What another class, level, urgency, kind or judgement starts and stops (D9, D11): clocks whose duty is gone are given
 * up, new duties get their clocks, the others move with it. No clock escalates what nobody may do any more.
 */
export function settled(before: Complaint, after: Complaint, context: Context): FactDraft[] {
  const now = toInstant(context.now);
  const isBack = before.group?.planned === true && after.group?.planned !== true;
  const gone = goneDuties(after);
  const clocks = before.clocks.filter(({ name }) => !gone.includes(name));
  const staying = {
    ...before,
    clocks: graverItself(before, after) ? clocks.map((one) => unsaid(one, context)) : clocks,
  };
  return [
    ...recordStops(after, context),
    ...lapsed(before, gone, now, context),
    ...retimed(staying, after, context, now, "complaint"),
    ...newPlan(after, now, context, isBack),
    ...newReport(after, now, context),
  ];
}

/** True if it is grave by itself from now on, which its group of level B has not told anybody of (D11). */
function graverItself(before: Complaint, after: Complaint): boolean {
  return before.group !== undefined && !isGrave(before.level) && isGrave(after.level);
}

/** The clock as if what rested there because its group had told it were still to come: it is news now. */
function unsaid(clock: Clock, { policy }: Context): Clock {
  const isTold = ({ id, decidedAt }: Rung) =>
    decidedAt === undefined && rungRule(policy, id).onlyIf === "grave";
  return { ...clock, rungs: clock.rungs.filter((rung) => !isTold(rung)) };
}

/** D11: A and B are reported on daily; not what was judged no complaint of ours. */
export function wantsDailyReport(complaint: Levelled & Pick<Complaint, "validity">): boolean {
  return isGrave(levelInForce(complaint)) && complaint.validity !== "invalid";
}

function goneDuties(after: Complaint): readonly ClockName[] {
  return [
    ...(wantsPlan(after) && !isPlannedFor(after) ? [] : (["plan"] as const)),
    ...(wantsDailyReport(after) ? [] : (["dailyReport"] as const)),
  ];
}

/** D11: the plan of a group is written with another of its members, and counts for this one. */
function isPlannedFor({ group, plan }: Complaint): boolean {
  return group?.planned === true && plan === undefined;
}

/**
 * D9, D11: the written plan is due from the classification on. While the group's plan counts for it nobody waits for its own;
 * taken out of the group (`isBack`) it is owed one again, from the day it always was.
 */
function newPlan(after: Complaint, now: Instant, context: Context, isBack: boolean): FactDraft[] {
  if (after.status === "resolved" || !wantsPlan(after) || after.plan !== undefined) return [];
  const plans = after.clocks.filter(({ name }) => name === "plan");
  if (plans.some(({ lapsed: given }) => given !== true)) return [];
  const last = plans.at(-1);
  const key = plans.length === 0 ? undefined : String(plans.length + 1);
  if (isBack && last !== undefined) return [started(begunAgain(last, key ?? "2", after, context), now)];
  if (!isPlannedFor(after)) return [startedNow("plan", after, now, context, { key })];
  if (last !== undefined) return [];
  const begun = startClock("plan", after.cycle, now, timingFor("plan", after), context);
  const given: FactDraft = {
    fact: { type: "clockStopped", ...keyOf(begun), at: now, lapsed: true },
    occurredAt: now,
  };
  return [started(begun, now), given];
}

/** A clock that was given up, as if it had never been: with its limits, and what of its ladder nobody has decided. */
function begunAgain(given: Clock, key: string, after: Complaint, context: Context): ClockStart {
  const { stoppedAt: _, lapsed: __, pauses: ___, extensions: ____, ...clock } = given;
  const now = toInstant(context.now);
  const plan = replan(clock, timingFor("plan", after), context, now);
  const rungs = plan.rungs
    .filter(({ decidedAt }) => decidedAt === undefined)
    .map(({ id, at }) => ({ id, at }));
  return { ...clock, ...plan, rungs, key };
}

/** D11: A and B are reported on daily. */
function newReport(after: Complaint, now: Instant, context: Context): FactDraft[] {
  if (after.status === "resolved" || !wantsDailyReport(after)) return [];
  const reporting = after.clocks.some((clock) => clock.name === "dailyReport" && isRunning(clock));
  return reporting ? [] : [started(nextReport(after, now, context), now)];
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

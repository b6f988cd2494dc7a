import type { Post } from "../organisation/organisation.ts";
import type { ClockName, ClockVariant } from "../policy/policy.ts";
import { isRepeat, ruleIdOf } from "../policy/rung-id.ts";
import type { Clause } from "../regulations/clause.ts";
import { earlier, type Instant } from "../time/instant.ts";

/** A due instant as decided when the clock started, with its clause and the versions it was computed with. */
export interface DueLimit {
  readonly dueAt: Instant;
  /** True while the calendar year of the deadline has no published notice. */
  readonly provisional: boolean;
  readonly clause: Clause;
}

/** Somebody told of one half of a rung (lib/domain/clocks/audience.ts), and for which post. */
export interface ToldPerson {
  readonly personId: string;
  readonly post: Post;
}

/** A rung of the ladder on this clock: when it fires and, once decided, when that was. */
export interface Rung {
  readonly id: string;
  readonly at: Instant;
  readonly decidedAt?: Instant;
  readonly acknowledgedAt?: Instant;
  /** Whom the decision about one half of a rung told, kept for the other half. */
  readonly told?: readonly ToldPerson[];
}

/** Which clock: of several with one name and cycle (time nodes, corrective actions, days) `key` tells them apart. */
export interface ClockKey {
  readonly name: ClockName;
  readonly cycle: number;
  readonly key?: string;
}

/** What was computed for a clock, with the versions it was computed with; facts, never recomputed by `evolve`. */
export interface ClockPlan {
  readonly limits: readonly DueLimit[];
  readonly rungs: readonly Rung[];
  /** Which limits of the policy apply; absent: the ordinary ones. */
  readonly variant?: Exclude<ClockVariant, "ordinary">;
  /** Since when the variant holds, if it became known only after the clock had started. */
  readonly variantFrom?: Instant;
  readonly policyVersion: string;
  readonly calendarVersion: string;
}

/** What `clockStarted` records. */
export interface ClockStart extends ClockKey, ClockPlan {
  readonly startedAt: Instant;
  /** The instant somebody set, for clocks whose limit is given (department, node, external, corrective). */
  readonly givenDueAt?: Instant;
  /**
   * D15: its owner's alone, whatever becomes of the complaint: no group speaks for it, and it is waited for when the
   * complaint is over. Absent on corrective actions begun before there was such a thing.
   */
  readonly owned?: true;
}

/** Why a complaint may wait for others (`default`): 待业主约时, 待地产维保, 待维修资金, 第三方. */
export const pauseReasons = [
  "owner-appointment",
  "developer-warranty",
  "repair-fund",
  "third-party",
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** A stretch during which the clock stood still; without `to` it stands still now. */
export interface ClockPause {
  readonly from: Instant;
  readonly to?: Instant;
  readonly reason: PauseReason;
  /** The project manager who approved it. */
  readonly approvedBy: string;
}

/** A later due instant that somebody with the right to it approved. */
export interface ClockExtension {
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly approvedBy: string;
}

export interface Clock extends ClockStart {
  readonly stoppedAt?: Instant;
  /** Stopped because nobody waits for it any more, not because it was done. */
  readonly lapsed?: true;
  readonly pauses?: readonly ClockPause[];
  readonly extensions?: readonly ClockExtension[];
}

/** Clocks that wait while the complaint is paused; record, firstReply and external never do (`default`). */
export const pausableClocks: readonly ClockName[] = ["result", "department", "plan", "node"];
/** Clocks whose deadline may be extended with approval; an outside party's time and the first answers never. */
export const extendableClocks: readonly ClockName[] = ["result", "department", "plan", "node", "corrective"];

/** `result#1`, `node#1#n2`: the clock's name in message keys and messages. */
export function clockId({ name, cycle, key }: ClockKey): string {
  return key === undefined ? `${name}#${cycle}` : `${name}#${cycle}#${key}`;
}

/** True if both mean the same clock. */
export function isSameClock(a: ClockKey, b: ClockKey): boolean {
  return a.name === b.name && a.cycle === b.cycle && a.key === b.key;
}

/** The key alone, for events about a clock. */
export function keyOf({ name, cycle, key }: ClockKey): ClockKey {
  return key === undefined ? { name, cycle } : { name, cycle, key };
}

/** The first limit: what the customer was promised and the sheet counts by. Throws RangeError for a clock without any. */
export function firstLimit(clock: Pick<ClockStart, "name" | "limits">): DueLimit {
  const [first] = clock.limits;
  if (first === undefined) throw new RangeError(`clock ${clock.name} without a limit`);
  return first;
}

/** The first limit's instant. */
export function dueAt(clock: Pick<ClockStart, "name" | "limits">): Instant {
  return firstLimit(clock).dueAt;
}

/** Since when the clock stands still, or undefined while it runs. */
export function pausedSince(clock: Clock): Instant | undefined {
  const last = clock.pauses?.at(-1);
  return last === undefined || last.to !== undefined ? undefined : last.from;
}

/** True while the clock runs or stands still: nobody has done yet what it waits for. */
export function isUnanswered(clock: Clock): boolean {
  return clock.stoppedAt === undefined;
}

export type ClockOutcome = "running" | "paused" | "kept" | "missed" | "lapsed";

/**
 * running → kept or missed; a running clock past its due instant is missed already; one that was paused in time is
 * not. Withdrawing the complaint before that, or giving up what it waited for, leaves nothing to keep: the clock has
 * lapsed.
 */
export function clockOutcome(clock: Clock, now: Instant, endedAt?: Instant): ClockOutcome {
  const paused = pausedSince(clock);
  if (clock.stoppedAt === undefined && endedAt !== undefined && clock.owned !== true) {
    return (paused ?? endedAt) > dueAt(clock) ? "missed" : "lapsed";
  }
  const end = clock.stoppedAt ?? paused ?? now;
  if (end > dueAt(clock)) return "missed";
  if (clock.stoppedAt !== undefined) return clock.lapsed === true ? "lapsed" : "kept";
  return paused === undefined ? "running" : "paused";
}

/** Rungs still to be decided: none once the clock has stopped or while it is paused, no repeats once acknowledged. */
export function pendingRungs(clock: Clock): readonly Rung[] {
  if (clock.stoppedAt !== undefined || pausedSince(clock) !== undefined) return [];
  return clock.rungs.filter((rung) => rung.decidedAt === undefined && !isSilenced(rung, clock.rungs));
}

/** Pending rungs that fire here: from `before` on, the clocks of the complaint's group escalate instead. */
export function ownRungs(clock: Clock, before: Instant | undefined): readonly Rung[] {
  const pending = pendingRungs(clock);
  return before === undefined || clock.owned === true ? pending : pending.filter((rung) => rung.at < before);
}

/**
 * True for a repeat (`at-once.2`) once somebody has acknowledged the rung it repeats or an earlier repeat. A rung that
 * fires anew after an extension (`limit+1`) begins anew: what was acknowledged before it silences nothing.
 */
function isSilenced(rung: Rung, rungs: readonly Rung[]): boolean {
  if (!isRepeat(rung.id)) return false;
  const rule = ruleIdOf(rung.id);
  const ofRule = rungs.filter(({ id }) => ruleIdOf(id) === rule);
  let begun = "";
  for (const first of ofRule) {
    if (!isRepeat(first.id) && first.at <= rung.at && first.at > begun) begun = first.at;
  }
  return ofRule.some(({ at, acknowledgedAt }) => acknowledgedAt !== undefined && at >= begun);
}

/** The earliest pending rung of all clocks, or undefined when nothing is left to fire. */
export function nextRungAt(clocks: readonly Clock[], before?: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const clock of clocks) {
    for (const rung of ownRungs(clock, before)) next = next === undefined ? rung.at : earlier(next, rung.at);
  }
  return next;
}

/** The earliest due instant of the clocks still running (the order of work lists). */
export function nextDueAt(clocks: readonly Clock[]): Instant | undefined {
  let next: Instant | undefined;
  for (const clock of clocks) {
    if (clock.stoppedAt === undefined && pausedSince(clock) === undefined) {
      next = next === undefined ? dueAt(clock) : earlier(next, dueAt(clock));
    }
  }
  return next;
}

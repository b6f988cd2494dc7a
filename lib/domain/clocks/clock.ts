import type { ClockName } from "../policy/policy.ts";
import { earlier, type Instant } from "../time/instant.ts";

/** A due instant as decided when the clock started, with its clause and the versions it was computed with. */
export interface DueLimit {
  readonly dueAt: Instant;
  /** True while the calendar year of the deadline has no published notice. */
  readonly provisional: boolean;
  readonly clause: string;
}

/** A rung of the ladder on this clock: when it fires and, once decided, when that was. */
export interface Rung {
  readonly id: string;
  readonly at: Instant;
  readonly decidedAt?: Instant;
  readonly acknowledgedAt?: Instant;
}

/** What `clockStarted` records; due instants are facts, never recomputed by `evolve`. */
export interface ClockStart {
  readonly name: ClockName;
  readonly cycle: number;
  readonly startedAt: Instant;
  readonly limits: readonly DueLimit[];
  readonly rungs: readonly Rung[];
  readonly policyVersion: string;
  readonly calendarVersion: string;
}

export interface Clock extends ClockStart {
  readonly stoppedAt?: Instant;
}

/** The first limit's instant: what the customer was promised and the sheet counts by. */
export function dueAt(clock: ClockStart): Instant {
  const [first] = clock.limits;
  if (first === undefined) throw new RangeError(`clock ${clock.name} without a limit`);
  return first.dueAt;
}

/**
 * running → kept or missed; a running clock past its due instant is missed already. Withdrawing the complaint before
 * that leaves nothing to keep: the clock has lapsed.
 */
export function clockOutcome(
  clock: Clock,
  now: Instant,
  endedAt?: Instant,
): "running" | "kept" | "missed" | "lapsed" {
  if (clock.stoppedAt === undefined && endedAt !== undefined) {
    return endedAt > dueAt(clock) ? "missed" : "lapsed";
  }
  const end = clock.stoppedAt ?? now;
  if (end > dueAt(clock)) return "missed";
  return clock.stoppedAt === undefined ? "running" : "kept";
}

/** Rungs still to be decided; a stopped clock has none. */
export function pendingRungs(clock: Clock): readonly Rung[] {
  return clock.stoppedAt === undefined ? clock.rungs.filter((rung) => rung.decidedAt === undefined) : [];
}

/** The earliest pending rung of all clocks, or undefined when nothing is left to fire. */
export function nextRungAt(clocks: readonly Clock[]): Instant | undefined {
  let next: Instant | undefined;
  for (const clock of clocks) {
    for (const rung of pendingRungs(clock)) next = next === undefined ? rung.at : earlier(next, rung.at);
  }
  return next;
}

/** The earliest due instant of the clocks still running (the order of work lists). */
export function nextDueAt(clocks: readonly Clock[]): Instant | undefined {
  let next: Instant | undefined;
  for (const clock of clocks) {
    if (clock.stoppedAt === undefined) next = next === undefined ? dueAt(clock) : earlier(next, dueAt(clock));
  }
  return next;
}

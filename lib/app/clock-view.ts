import { type Clock, type ClockOutcome, clockOutcome, dueAt } from "../domain/clocks/clock.ts";
import type { Complaint } from "../domain/complaint/document.ts";
import type { Instant } from "../domain/time/instant.ts";

/** A running clock's promise, as every answer of the API shows it. */
export interface ClockSummary {
  readonly name: string;
  readonly dueAt: Instant;
  readonly provisional: boolean;
}

/** A clock with everything that led to its due instant. */
export interface ClockDetail extends ClockSummary {
  readonly cycle: number;
  /** Tells apart the clocks of one name and cycle: time nodes, corrective actions, days. */
  readonly key?: string;
  readonly startedAt: Instant;
  readonly stoppedAt?: Instant;
  readonly outcome: ClockOutcome;
  readonly limits: readonly {
    readonly dueAt: Instant;
    readonly provisional: boolean;
    readonly clause: string;
  }[];
  readonly rungs: readonly {
    readonly id: string;
    readonly at: Instant;
    readonly decidedAt?: Instant;
    readonly acknowledgedAt?: Instant;
  }[];
  readonly policyVersion: string;
  readonly calendarVersion: string;
}

/** The clocks of the latest cycle. */
export function clockSummaries(complaint: Complaint): ClockSummary[] {
  return complaint.clocks
    .filter((clock) => !complaint.clocks.some((c) => c.name === clock.name && c.cycle > clock.cycle))
    .map(summary);
}

export function clockDetails(complaint: Complaint, now: Instant): ClockDetail[] {
  return complaint.clocks.map((clock) => ({
    ...summary(clock),
    cycle: clock.cycle,
    ...(clock.key === undefined ? {} : { key: clock.key }),
    startedAt: clock.startedAt,
    ...(clock.stoppedAt === undefined ? {} : { stoppedAt: clock.stoppedAt }),
    outcome: clockOutcome(clock, now, complaint.endedAt),
    limits: clock.limits,
    rungs: clock.rungs,
    policyVersion: clock.policyVersion,
    calendarVersion: clock.calendarVersion,
  }));
}

function summary(clock: Clock): ClockSummary {
  return { name: clock.name, dueAt: dueAt(clock), provisional: clock.limits[0]?.provisional ?? false };
}

import { type Clock, firstLimit, isUnanswered, pausedSince } from "../clocks/clock.ts";
import { type Complaint, isOpen } from "../complaint/document.ts";
import type { ClockName } from "../policy/policy.ts";
import type { Clause } from "../regulations/clause.ts";
import { earlier, type Instant } from "../time/instant.ts";

/** What members still wait for, clock by clock: since when, until when at the latest, and under which clause. */
export interface Awaited {
  readonly since: Instant;
  readonly dueAt: Instant;
  readonly clause: Clause;
  readonly urgent: boolean;
}

export type Waiting = Readonly<Partial<Record<ClockName, Awaited>>>;

/**
 * The earliest of the members' unanswered clocks of each name. Members outside the sample are not called, so nobody
 * waits for their follow-up.
 */
export function waitingOf(members: readonly Complaint[], sample?: readonly string[]): Waiting {
  const waiting: Partial<Record<ClockName, Awaited>> = {};
  for (const complaint of members) {
    if (!isOpen(complaint)) continue;
    const sampled = sample === undefined || sample.includes(complaint.registration.id);
    for (const clock of complaint.clocks) {
      if (!isUnanswered(clock) || pausedSince(clock) !== undefined) continue;
      if (clock.name === "followUp" && !sampled) continue;
      waiting[clock.name] = earliest(waiting[clock.name], clock);
    }
  }
  return waiting;
}

function earliest(before: Awaited | undefined, clock: Clock): Awaited {
  const urgent = clock.variant === "urgent";
  const { dueAt: due, clause } = firstLimit(clock);
  if (before === undefined) return { since: clock.startedAt, dueAt: due, clause, urgent };
  return {
    since: earlier(before.since, clock.startedAt),
    dueAt: earlier(before.dueAt, due),
    clause: due < before.dueAt ? clause : before.clause,
    urgent: urgent || before.urgent,
  };
}

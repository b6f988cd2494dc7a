import { type Clock, type ClockPlan, keyOf } from "../../clocks/clock.ts";
import { isOtherPlan, replan } from "../../clocks/replan.ts";
import type { Rules } from "../../clocks/start.ts";
import type { Instant } from "../../time/instant.ts";
import { type Complaint, timedClocks } from "../document.ts";
import type { FactDraft, RetimeCause } from "../events.ts";
import { type TimedComplaint, timingFor } from "./timing.ts";

/** True if a clock that still runs was computed with other versions than those in force: it must be computed again. */
export function isOutdated(complaint: Complaint, rules: Rules): boolean {
  return timedClocks(complaint).some((clock) => isStale(clock, rules));
}

function isStale(clock: Clock, { policy, calendarVersion }: Rules): boolean {
  return (
    clock.stoppedAt === undefined &&
    (clock.policyVersion !== policy.version || clock.calendarVersion !== calendarVersion)
  );
}

/**
 * Moves every clock that has not stopped to what the rules, or what became known about the complaint (`as`), say now.
 * Nothing for clocks that are right already, nothing for complaints that have ended: asking twice does no harm.
 */
export function retimed(
  complaint: Complaint,
  as: TimedComplaint,
  rules: Rules,
  now: Instant,
  cause: RetimeCause,
): FactDraft[] {
  return timedClocks(complaint).flatMap((clock): FactDraft[] => {
    if (clock.stoppedAt !== undefined) return [];
    const plan: ClockPlan = replan(clock, timingFor(clock.name, as, clock.cycle), rules, now);
    if (!isOtherPlan(clock, plan)) return [];
    return [{ fact: { type: "clockRetimed", ...keyOf(clock), cause, ...plan }, occurredAt: now }];
  });
}

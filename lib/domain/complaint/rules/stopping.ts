import { type Clock, keyOf, pausedSince } from "../../clocks/clock.ts";
import { replan } from "../../clocks/replan.ts";
import type { Rules } from "../../clocks/start.ts";
import type { Instant } from "../../time/instant.ts";
import type { Complaint } from "../document.ts";
import type { FactDraft } from "../events.ts";
import { timingFor } from "./timing.ts";

/** A clock that stood still goes on and gets back the time it waited. */
export function resumed(clock: Clock, complaint: Complaint, rules: Rules, at: Instant): FactDraft {
  const pauses = (clock.pauses ?? []).map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause));
  const plan = replan({ ...clock, pauses }, timingFor(clock.name, complaint, clock.cycle), rules, at);
  return { fact: { type: "clockResumed", ...keyOf(clock), at, ...plan }, occurredAt: at };
}

/**
 * Stops a clock at the moment what it waited for happened, never before its start; `lapsed` where nobody waits for it any
 * more. One that stands still goes on first, so that the wait counts for it.
 */
export function stopClock(
  clock: Clock,
  complaint: Complaint,
  at: Instant,
  rules: Rules,
  how: { readonly lapsed?: true } = {},
): FactDraft[] {
  const paused = pausedSince(clock);
  const stop: FactDraft = {
    fact: { type: "clockStopped", ...keyOf(clock), at: at < clock.startedAt ? clock.startedAt : at, ...how },
    occurredAt: at,
  };
  return paused === undefined || at <= paused ? [stop] : [resumed(clock, complaint, rules, at), stop];
}

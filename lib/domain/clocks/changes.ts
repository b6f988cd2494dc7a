import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";
import type { Clock, ClockPlan, PauseReason } from "./clock.ts";

/** What makes a planned clock another one: it goes on after a pause, was extended, or runs under other rules. */
export type Replanned = ClockPlan &
  (
    | { readonly type: "clockResumed"; readonly at: Instant }
    | { readonly type: "clockExtended"; readonly dueAt: Instant; readonly approvedBy: string }
    | {
        readonly type: "clockRetimed";
        /** The instant that somebody set, where it was set wrongly before. */
        readonly givenDueAt?: Instant;
      }
  );

/** The clock stands still from now on. */
export function pausedClock(
  clock: Clock,
  pause: { readonly at: Instant; readonly reason: PauseReason; readonly approvedBy: string },
): Clock {
  const { at, reason, approvedBy } = pause;
  return { ...clock, pauses: [...(clock.pauses ?? []), { from: at, reason, approvedBy }] };
}

/** The clock with the plan that the event holds. */
export function replannedClock(clock: Clock, fact: Replanned, occurredAt: Instant): Clock {
  const { variant: _, variantFrom: __, ...rest } = clock;
  const planned: Clock = {
    ...rest,
    limits: fact.limits,
    rungs: fact.rungs,
    ...defined({ variant: fact.variant, variantFrom: fact.variantFrom }),
    policyVersion: fact.policyVersion,
    calendarVersion: fact.calendarVersion,
  };
  switch (fact.type) {
    case "clockRetimed":
      return { ...planned, ...defined({ givenDueAt: fact.givenDueAt }) };
    case "clockResumed":
      return { ...planned, pauses: ended(clock.pauses ?? [], fact.at) };
    case "clockExtended": {
      const extension = { at: occurredAt, dueAt: fact.dueAt, approvedBy: fact.approvedBy };
      return { ...planned, extensions: [...(clock.extensions ?? []), extension] };
    }
  }
}

function ended(pauses: NonNullable<Clock["pauses"]>, at: Instant): NonNullable<Clock["pauses"]> {
  return pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause));
}

import { replannedClock } from "../../clocks/changes.ts";
import { type Clock, type ClockKey, type ClockPlan, dueAt, isSameClock } from "../../clocks/clock.ts";
import { defined, omit } from "../../present.ts";
import type { Instant } from "../../time/instant.ts";
import type { Folds } from "../commands/definition.ts";
import type { Complaint } from "../document.ts";

/** What several commands do to clocks. */
export const clockFolds: Folds<"clockStarted" | "clockStopped" | "clockResumed" | "clockRetimed"> = {
  clockStarted: (complaint, fact) => {
    const clock = omit(fact, "type");
    const clocks = [...complaint.clocks, clock];
    if (clock.name !== "result" || complaint.taskDueAt !== undefined) return { ...complaint, clocks };
    return { ...complaint, clocks, taskDueAt: dueAt(clock) };
  },
  clockStopped: (complaint, fact) =>
    withClock(complaint, fact, (clock) => ({
      ...clock,
      stoppedAt: fact.at,
      ...defined({ lapsed: fact.lapsed }),
    })),
  clockResumed: (complaint, fact, { occurredAt }) => replanned(complaint, fact, occurredAt),
  clockRetimed: (complaint, fact, { occurredAt }) => replanned(complaint, fact, occurredAt),
};

/** The complaint with one of its clocks changed. */
export function withClock(complaint: Complaint, key: ClockKey, change: (clock: Clock) => Clock): Complaint {
  const clocks = complaint.clocks.map((clock) => (isSameClock(clock, key) ? change(clock) : clock));
  return { ...complaint, clocks };
}

/** A clock is due at another instant; the task with it, where it is the task's own. */
export function replanned(
  complaint: Complaint,
  fact: Parameters<typeof replannedClock>[1] & ClockKey & ClockPlan,
  occurredAt: Instant,
): Complaint {
  return withTaskDue(
    withClock(complaint, fact, (clock) => replannedClock(clock, fact, occurredAt)),
    fact,
  );
}

/** The task is due when its first result clock is, as extended with approval (docs/reports.md); 返单 does not move it. */
function withTaskDue(complaint: Complaint, key: ClockKey): Complaint {
  const clock = complaint.clocks.find((candidate) => isSameClock(candidate, key));
  if (clock === undefined || clock.name !== "result" || clock.cycle !== 1) return complaint;
  return { ...complaint, taskDueAt: dueAt(clock) };
}

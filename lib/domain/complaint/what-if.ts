import { type Clock, clockId, clockOutcome, dueAt, pendingRungs } from "../clocks/clock.ts";
import { replan } from "../clocks/replan.ts";
import type { Rules } from "../clocks/start.ts";
import type { Instant } from "../time/instant.ts";
import { type Complaint, isOpen } from "./document.ts";
import { timingFor } from "./rules/timing.ts";

/** A clock that other rules would move. */
export interface Move {
  readonly id: string;
  readonly number: string;
  /** `result#1` */
  readonly clock: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Rungs that would fire at once, because their instant would lie in the past. */
  readonly atOnce: readonly string[];
}

/** A clock that other rules would have judged otherwise. */
export interface Judged {
  readonly id: string;
  readonly number: string;
  readonly clock: string;
  readonly before: Instant;
  readonly after: Instant;
  readonly lateBefore: boolean;
  readonly lateAfter: boolean;
}

/** Dry run: what these rules would do now to a complaint's running clocks; empty when nothing would move. */
export function movesUnder(complaint: Complaint, rules: Rules, now: Instant): Move[] {
  if (!isOpen(complaint)) return [];
  const { id, number } = complaint.registration;
  return complaint.clocks
    .filter((clock) => clock.stoppedAt === undefined)
    .flatMap((clock): Move[] => {
      const plan = replan(clock, timingFor(clock.name, complaint, clock.cycle), rules, now);
      const [from, to] = [dueAt(clock), dueAt({ name: clock.name, ...plan })];
      const waiting = new Set(pendingRungs(clock).flatMap((rung) => (rung.at <= now ? [rung.id] : [])));
      const atOnce = pendingRungs({ ...clock, ...plan })
        .filter((rung) => rung.at <= now && !waiting.has(rung.id))
        .map((rung) => rung.id);
      return from === to && atOnce.length === 0
        ? []
        : [{ id, number, clock: clockId(clock), from, to, atOnce }];
    });
}

/** Replay: every clock of a complaint judged by other rules, as if they had held from its start. */
export function judgedUnder(complaint: Complaint, rules: Rules, now: Instant): Judged[] {
  const { id, number } = complaint.registration;
  return complaint.clocks.map((clock): Judged => {
    const fresh: Clock = { ...clock, rungs: [] };
    const plan = replan(fresh, timingFor(clock.name, complaint, clock.cycle), rules, now);
    const late = (judged: Clock) => clockOutcome(judged, now, complaint.endedAt) === "missed";
    return {
      id,
      number,
      clock: clockId(clock),
      before: dueAt(clock),
      after: dueAt({ name: clock.name, ...plan }),
      lateBefore: late(clock),
      lateAfter: late({ ...clock, limits: plan.limits }),
    };
  });
}

import { type Clock, type ClockKey, isSameClock } from "../../clocks/clock.ts";
import type { ClockName } from "../../policy/policy.ts";
import { wholeOf } from "../../policy/rung-id.ts";
import { defined } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { type Complaint, timedClocks } from "../document.ts";
import { refuse } from "../refusal.ts";
import { withClock } from "../rules/clock-folds.ts";
import { one } from "../rules/drafts.ts";
import { everyone, whatever } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface Acknowledge {
  readonly type: "acknowledge";
  readonly clock: ClockName;
  readonly cycle: number;
  readonly key?: string;
  readonly rung: string;
}

/** Of what was withdrawn or referred nobody asks to hear any more, but of what it still has to put right (D15). */
function watched(complaint: Complaint): readonly Clock[] {
  return complaint.endedAt === undefined ? complaint.clocks : timedClocks(complaint);
}

/** A person has seen the rung: its repeats stop, the clock does not. */
export const acknowledge: StaffDefinition<Acknowledge, "rungAcknowledged"> = {
  name: "acknowledge",
  rule: {
    clause: "default",
    zh: "收到督办的人确认后不再重复提醒，期限照算",
    en: "Whoever was told of a rung has seen it: its repeats stop, the clock runs on",
  },
  from: whatever,
  posts: everyone,
  fits: (complaint) =>
    watched(complaint).some(({ rungs }) =>
      rungs.some(({ decidedAt, acknowledgedAt }) => decidedAt !== undefined && acknowledgedAt === undefined),
    ),
  decide: (complaint, { clock: name, cycle, key, rung: id }, { now }) => {
    const wanted: ClockKey = { name, cycle, ...defined({ key }) };
    const clock = watched(complaint).find((candidate) => isSameClock(candidate, wanted));
    const decided = clock?.rungs.find((rung) => rung.id === id && rung.decidedAt !== undefined);
    return decided === undefined || decided.acknowledgedAt !== undefined
      ? refuse("nothing-to-acknowledge")
      : one({ type: "rungAcknowledged", ...wanted, rung: id }, toInstant(now));
  },
  folds: {
    /** Both halves of a rung that the quiet hours have split: who acknowledges one has seen what the other says. */
    rungAcknowledged: (complaint, fact, { occurredAt: acknowledgedAt }) =>
      withClock(complaint, fact, (clock) => ({
        ...clock,
        rungs: clock.rungs.map((rung) =>
          wholeOf(rung.id) === wholeOf(fact.rung) ? { ...rung, acknowledgedAt } : rung,
        ),
      })),
  },
  salted: (plain) => plain,
};

import { type ClockKey, isSameClock } from "../../clocks/clock.ts";
import { everyone } from "../../complaint/rules/posts.ts";
import type { ClockName } from "../../policy/policy.ts";
import { wholeOf } from "../../policy/rung-id.ts";
import { defined } from "../../present.ts";
import { one } from "../decision.ts";
import { standing } from "../states.ts";
import { withClock } from "../with-clock.ts";
import type { OwnCommand } from "./definition.ts";

export interface Acknowledge {
  readonly type: "acknowledge";
  readonly clock: ClockName;
  readonly cycle: number;
  readonly key?: string;
  readonly rung: string;
}

/** A person has seen the rung of a group: its repeats and its next way stop, the clock does not. */
export const acknowledge: OwnCommand<Acknowledge, "rungAcknowledged"> = {
  name: "acknowledge",
  rule: {
    clause: "default",
    zh: "收到群体督办的人确认后不再以其他方式重复提醒，期限照算",
    en: "Whoever was told of a group's rung has seen it: its repeats and its next way stop, the clock runs on",
  },
  from: standing,
  posts: everyone,
  decide: (group, { clock: name, cycle, key, rung: id }, context) => {
    const wanted: ClockKey = { name, cycle, ...defined({ key }) };
    const clock = group.clocks.find((candidate) => isSameClock(candidate, wanted));
    const decided = clock?.rungs.find((rung) => rung.id === id && rung.decidedAt !== undefined);
    return decided === undefined || decided.acknowledgedAt !== undefined
      ? { refused: "nothing-to-acknowledge" }
      : one({ type: "rungAcknowledged", ...wanted, rung: id }, context);
  },
  folds: {
    rungAcknowledged: (group, fact, { occurredAt: acknowledgedAt }) =>
      withClock(group, fact, (clock) => ({
        ...clock,
        rungs: clock.rungs.map((rung) =>
          wholeOf(rung.id) === wholeOf(fact.rung) ? { ...rung, acknowledgedAt } : rung,
        ),
      })),
  },
};

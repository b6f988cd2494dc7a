import { withDecision } from "../../clocks/audience.ts";
import { withClock } from "../rules/clock-folds.ts";
import { decideRungs } from "../rules/rungs.ts";
import type { Definition } from "./definition.ts";

interface FireRungs {
  readonly type: "fire-rungs";
}

/** The rungs whose instant has come are decided, each exactly once. */
export const fireRungs: Definition<FireRungs, "rungDecided"> = {
  name: "fire-rungs",
  rule: {
    clause: "default",
    zh: "到点的督办逐级通知，每一级恰好一次",
    en: "Every rung whose instant has come is decided exactly once",
  },
  decide: (complaint, _, context) => ({ drafts: decideRungs(complaint, context) }),
  folds: {
    rungDecided: (complaint, fact, { occurredAt }) =>
      withClock(complaint, fact, (clock) => ({
        ...clock,
        rungs: withDecision(clock.rungs, fact, occurredAt),
      })),
  },
};

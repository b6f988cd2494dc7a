import { pausedClock } from "../../clocks/changes.ts";
import { keyOf, type PauseReason, pausableClocks, pausedSince } from "../../clocks/clock.ts";
import type { Personal } from "../../document/personal.ts";
import { defined, omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { withClock } from "../rules/clock-folds.ts";
import { draft } from "../rules/drafts.ts";
import { unsolved } from "../rules/posts.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface Pause {
  readonly type: "pause";
  readonly reason: PauseReason;
  readonly text?: Personal;
}

/**
 * 待业主约时, 待地产维保, 待维修资金, 第三方: the clocks of the work stand still. Only the project manager may do it, so
 * the command is the approval; record, firstReply and external run on.
 */
export const pause: StaffDefinition<Pause, "clockPaused"> = {
  name: "pause",
  rule: {
    clause: "default",
    zh: "因固定原因暂停计时，须项目经理批准；登记、首次回复和转办时限不停",
    en: "The work waits for a fixed reason, approved by the project manager; record, first reply and tickets run on",
  },
  from: unsolved,
  posts: ["project-manager"],
  fits: ({ clocks, cycle }) =>
    clocks.some(
      (clock) =>
        clock.stoppedAt === undefined &&
        pausedSince(clock) === undefined &&
        clock.cycle === cycle &&
        pausableClocks.includes(clock.name),
    ),
  decide: (complaint, { reason, text }, { now, by }) => {
    const at = toInstant(now);
    const running = complaint.clocks.filter(
      (clock) =>
        clock.stoppedAt === undefined &&
        pausedSince(clock) === undefined &&
        clock.cycle === complaint.cycle &&
        pausableClocks.includes(clock.name),
    );
    if (running.length === 0 || by.kind !== "person") return refuse("nothing-to-pause");
    return {
      drafts: running.map((clock) =>
        draft({ type: "clockPaused", ...keyOf(clock), at, reason, approvedBy: by.id }, at, { text }),
      ),
    };
  },
  folds: {
    clockPaused: (complaint, fact) => withClock(complaint, fact, (clock) => pausedClock(clock, fact)),
  },
  salted: (plain, salt) => ({
    ...omit(plain, "text"),
    ...defined({ text: saltedText(plain.text, salt) }),
  }),
};

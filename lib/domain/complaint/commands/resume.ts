import { pausedSince } from "../../clocks/clock.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { unsolved, workers } from "../rules/posts.ts";
import { resumed } from "../rules/stopping.ts";
import type { StaffDefinition } from "./definition.ts";

interface Resume {
  readonly type: "resume";
}

/** The work goes on: every clock that stood still gets back the time it waited. */
export const resume: StaffDefinition<Resume> = {
  name: "resume",
  rule: {
    clause: "default",
    zh: "恢复计时，暂停的时间顺延",
    en: "The work goes on; every clock gets back the time it waited",
  },
  from: unsolved,
  posts: workers,
  fits: ({ clocks }) =>
    clocks.some((clock) => clock.stoppedAt === undefined && pausedSince(clock) !== undefined),
  decide: (complaint, _, { now, ...rules }) => {
    const at = toInstant(now);
    const paused = complaint.clocks.filter(
      (clock) => clock.stoppedAt === undefined && pausedSince(clock) !== undefined,
    );
    if (paused.length === 0) return refuse("nothing-to-resume");
    return { drafts: paused.map((clock) => resumed(clock, complaint, rules, at)) };
  },
  folds: {},
  salted: (plain) => plain,
};

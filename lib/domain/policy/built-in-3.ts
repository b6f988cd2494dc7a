import { builtIn2 } from "./built-in-2.ts";
import { builtInGroupPolicy } from "./group-policy.ts";
import { builtInNoticePolicy } from "./notice-policy.ts";
import { ladderOf, type PublishedPolicy, type RungRule } from "./policy.ts";

/** Front desk and duty handler hear of what is new (`default`), unless somebody has been given it already. */
const received: RungRule = {
  id: "received",
  time: { kind: "after-start", minutes: 0 },
  posts: ["clerk", "handler"],
  kind: "news",
  unless: "assigned",
};

/** D6 立即: the manager hears after ten minutes in which nobody has taken it. */
const untaken = ladderOf(builtIn2, "urgent").map(
  (rule): RungRule => (rule.id === "plus-10min" ? { ...rule, unless: "accepted" } : rule),
);

/**
 * The limits of `built-in-2`; what is new is told, a matter of safety that was taken in ten minutes calls no manager, and
 * how near each other rungs of one group are told together is a number of the policy. Frozen like every release.
 */
export const builtIn3 = {
  ...builtIn2,
  version: "built-in-3",
  clocks: { ...builtIn2.clocks, firstReply: { ...builtIn2.clocks.firstReply, ladder: "first-reply" } },
  ladders: {
    ...builtIn2.ladders,
    "first-reply": [received, ...ladderOf(builtIn2, "standard")],
    urgent: [received, ...untaken],
  },
  groups: { ...builtInGroupPolicy, togetherMinutes: 30 },
  notices: { ...builtInNoticePolicy, bundleSeconds: 60 },
} satisfies PublishedPolicy;

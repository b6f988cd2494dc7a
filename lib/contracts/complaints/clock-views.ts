import * as z from "zod";
import { audiences } from "../../domain/clocks/audience.ts";
import { pauseReasons } from "../../domain/clocks/clock.ts";
import { posts } from "../../domain/organisation/organisation.ts";
import { clockVariants, rungKinds } from "../../domain/policy/policy.ts";
import { sentInstant } from "../core/text.ts";

const rung = z.strictObject({
  id: z.string(),
  at: sentInstant,
  /** A rung in the quiet hours stands twice: `half@on-duty` at its own instant, `half` shifted for the others. */
  audience: z.enum(audiences).exactOptional(),
  decidedAt: sentInstant.exactOptional(),
  acknowledgedAt: sentInstant.exactOptional(),
  state: z.enum(["pending", "decided", "late", "dropped"]),
  kind: z.enum(rungKinds).exactOptional(),
  posts: z.array(z.enum(posts)).exactOptional(),
});

const pause = z.strictObject({
  from: sentInstant,
  to: sentInstant.exactOptional(),
  reason: z.enum(pauseReasons),
  approvedBy: z.string(),
});

const segment = z.strictObject({
  /** Local date. */
  date: z.iso.date(),
  from: sentInstant,
  to: sentInstant,
  /** Seconds of the day that counted. */
  seconds: z.number(),
  makeUpWorkday: z.boolean(),
});

/** How a clock came to its due instant: what a person needs to check it with a wall calendar. */
export const clockExplained = {
  givenDueAt: sentInstant.exactOptional(),
  variant: z.enum(clockVariants).exclude(["ordinary"]).exactOptional(),
  pauses: z.array(pause),
  extensions: z.array(z.strictObject({ at: sentInstant, dueAt: sentInstant, approvedBy: z.string() })),
  rungs: z.array(rung),
  explanation: z.strictObject({
    limit: z.looseObject({ kind: z.string() }).exactOptional(),
    clause: z.string(),
    segments: z.array(segment),
    /** `3 个工作日：2月14日(补班)、24日、25日 18:00 截止` */
    zh: z.string(),
    en: z.string(),
  }),
};

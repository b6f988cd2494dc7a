import type { Temporal } from "temporal-polyfill";
import { keyOf, ownRungs } from "../clocks/clock.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import { type Policy, rungRule } from "../policy/policy.ts";
import { secondsBetween, toInstant } from "../time/instant.ts";
import { type Complaint, isOpen } from "./document.ts";
import type { Draft } from "./events.ts";

/** Who holds these posts for this complaint right now. */
export type Recipients = (posts: readonly Post[], complaint: Complaint) => readonly Recipient[];

/** A rung is late when it fires more than this after its instant (timers have 60 s precision). */
export const LATE_AFTER_SECONDS = 180;

/** Decides every rung whose instant has come, exactly once each, however late the timer is. */
export function decideRungs(
  complaint: Complaint,
  context: {
    readonly now: Temporal.Instant;
    readonly policy: Policy;
    readonly recipients?: Recipients;
  },
): Draft[] {
  if (!isOpen(complaint)) return [];
  const now = toInstant(context.now);
  return complaint.clocks.flatMap((clock) =>
    ownRungs(clock, complaint.group?.since)
      .filter((rung) => rung.at <= now)
      .map((rung): Draft => {
        const rule = rungRule(context.policy, rung.id);
        return {
          fact: {
            type: "rungDecided",
            ...keyOf(clock),
            rung: rung.id,
            due: rung.at,
            lateBy: secondsBetween(rung.at, now),
            recipients: context.recipients?.(rule.posts, complaint) ?? [],
          },
          occurredAt: now,
        };
      }),
  );
}

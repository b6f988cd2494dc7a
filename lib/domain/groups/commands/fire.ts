import { withDecision } from "../../clocks/audience.ts";
import { type ClockStart, clockId, pendingRungs } from "../../clocks/clock.ts";
import { type Complaint, isOpen } from "../../complaint/document.ts";
import { dueRungs, isTaken } from "../../complaint/rules/rungs.ts";
import type { Post } from "../../organisation/organisation.ts";
import type { Unless } from "../../policy/policy.ts";
import { omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { followingMembers, type HeldBy, nothing, one } from "../decision.ts";
import { type Group, standsFirm } from "../group.ts";
import { standByItself } from "../membership.ts";
import { followedMember } from "../waiting.ts";
import { withClock } from "../with-clock.ts";
import type { GroupDefinition } from "./definition.ts";

export interface Fire {
  readonly type: "fire";
}

/** The timer has come, or a member has changed: stand by itself, follow the members' clocks, decide the rungs due. */
export const fire: GroupDefinition<
  Fire,
  "closed" | "planShared" | "clockStarted" | "clockStopped" | "rungDecided"
> = {
  name: "fire",
  rule: {
    clause: "D11",
    zh: "群体的时限跟随成员的时限，由群体统一督办；全体成员了结则群体结束",
    en: "The group's clocks follow its members' and escalate for them; it ends when every member is over",
  },
  decide: (group, _, context) => {
    if (group.status === "proposed") {
      const due = group.confirmAt !== undefined && group.confirmAt <= toInstant(context.now);
      return due ? { drafts: standByItself(group, context) } : nothing;
    }
    if (!standsFirm(group)) return nothing;
    const over = group.running === undefined && context.members?.every((member) => !isOpen(member)) === true;
    if (over) return one({ type: "closed" }, context);
    const adjusted = followingMembers(group, context);
    const stopped = adjusted.flatMap(({ fact }) => (fact.type === "clockStopped" ? [clockId(fact)] : []));
    const begun = adjusted.flatMap(({ fact }) => (fact.type === "clockStarted" ? [fact] : []));
    const running = [...group.clocks.filter((clock) => !stopped.includes(clockId(clock))), ...begun];
    const rungs = running.flatMap((clock) => {
      const member = memberOf(clock, context.members ?? []);
      const recipients = (posts: readonly Post[]) => context.recipients(posts, holderOf(member, group));
      const isDone = (unless: Unless) => member !== undefined && isTaken(member, unless);
      return dueRungs(pendingRungs(clock), clock, { ...context, recipients, isDone });
    });
    return { drafts: [...adjusted, ...rungs] };
  },
  folds: {
    closed: (group, _fact, { occurredAt }) => ({ ...group, status: "closed", endedAt: occurredAt }),
    planShared: (group, { planned }) => {
      const rest = omit(group, "planned");
      return planned ? { ...rest, planned } : rest;
    },
    clockStarted: (group, fact) => ({ ...group, clocks: [...group.clocks, omit(fact, "type")] }),
    clockStopped: (group, fact) => withClock(group, fact, (clock) => ({ ...clock, stoppedAt: fact.at })),
    rungDecided: (group, fact, { occurredAt }) =>
      withClock(group, fact, (clock) => ({ ...clock, rungs: withDecision(clock.rungs, fact, occurredAt) })),
  },
};

/** The member that the clock follows, where it was read. */
function memberOf(clock: ClockStart, members: readonly Complaint[]): Complaint | undefined {
  const id = followedMember(clock);
  return members.find(({ registration }) => registration.id === id);
}

/** Who holds it; the group's own department until it has one. */
function holderOf(member: Complaint | undefined, group: Group): HeldBy {
  return member?.departmentId === undefined ? group : member;
}

import {
  type Clock,
  type ClockPlan,
  type ClockStart,
  isUnanswered,
  keyOf,
  pendingRungs,
  type Rung,
} from "../clocks/clock.ts";
import type { Complaint } from "../complaint/document.ts";
import type { FactDraft } from "../complaint/events.ts";
import { togetherMinutesOf } from "../policy/group-policy.ts";
import type { Policy } from "../policy/policy.ts";
import { isRepeat, repeatedOf } from "../policy/rung-id.ts";
import { defined } from "../present.ts";
import { type Instant, plusSeconds, secondsBetween } from "../time/instant.ts";
import type { GroupFact } from "./events.ts";
import type { Group } from "./group.ts";
import { type Awaited, followedMember, type Holder, waitingOf } from "./waiting.ts";

type Clocked = Pick<Group, "identity" | "level" | "members" | "clocks" | "sample" | "planned">;

/** The rungs that were decided and that nobody has acknowledged, of clocks that somebody still waits for. */
export function toAcknowledge({ clocks }: Pick<Group, "clocks">): readonly Rung[] {
  return clocks
    .filter(isUnanswered)
    .flatMap(({ rungs }) =>
      rungs.filter(
        ({ decidedAt, acknowledgedAt }) => decidedAt !== undefined && acknowledgedAt === undefined,
      ),
    );
}

/**
 * Makes the group's clocks follow its members': each is one member's clock as it stands there, with its limits and with
 * those of the rungs resting there that no other clock of the group speaks for. So nothing is due before the fact that
 * made it so, nothing that a member is owed is left out, and what nobody waits for any more stops. `members` may be some of
 * them: clocks that follow the others go on as they are.
 */
export function adjustClocks(
  group: Clocked,
  members: readonly Complaint[],
  policy: Pick<Policy, "ladders" | "groups">,
  now: Instant,
): FactDraft<GroupFact>[] {
  const read = new Set(members.map(({ registration }) => registration.id));
  const belongs = new Set(group.members.map(({ complaintId }) => complaintId));
  const isRead = (clock: Clock) => {
    const member = followedMember(clock);
    if (member === undefined) return [...belongs].every((id) => read.has(id));
    return !belongs.has(member) || read.has(member);
  };
  const running = group.clocks.filter(isUnanswered);
  const waiting = waitingOf(
    group,
    members.filter(({ registration }) => belongs.has(registration.id)),
    policy,
    now,
  );
  const heard = { ...heardOf(group.clocks), minutes: togetherMinutesOf(policy) };
  const wanted = shared(waiting, spokenFor(group, isRead, members), heard);
  const standingBy = new Map(running.map((clock) => [placeOf(clock), clock]));
  const kept = new Set<Clock>();
  const cycles = new Map<string, number>();
  const begun = wanted.flatMap((one): GroupFact[] => {
    const standing = standingBy.get(placeOf(one.clock, one.key));
    if (standing !== undefined && isAsWanted(standing, one)) {
      kept.add(standing);
      return [];
    }
    if (one.rungs.length === 0 && standing === undefined) return [];
    const { name } = one.clock;
    const last = cycles.get(name) ?? group.clocks.findLast((clock) => clock.name === name)?.cycle ?? 0;
    cycles.set(name, last + 1);
    return [{ type: "clockStarted", ...followed(one, last + 1) }];
  });
  const ended = running
    .filter((clock) => isRead(clock) && !kept.has(clock))
    .map((clock): GroupFact => ({ type: "clockStopped", ...keyOf(clock), at: now }));
  return [...ended, ...begun].map((fact) => ({ fact, occurredAt: now }));
}

/** A rung that the group has decided or will decide, and for whom. */
interface Spoken {
  readonly name: Clock["name"];
  readonly rung: Rung;
  /** Absent where it is not known: it speaks for everybody then. */
  readonly holder?: Holder | undefined;
}

/** Until when it speaks for the same rung of others. */
interface Heeded extends Spoken {
  readonly until: Instant;
}

/** What the group has said already, and what clocks that stay as they are will say. */
function spokenFor(
  { clocks }: Clocked,
  isRead: (clock: Clock) => boolean,
  members: readonly Complaint[],
): Spoken[] {
  return clocks.flatMap((clock) => {
    const goesOn = isUnanswered(clock) && !isRead(clock);
    const member = members.find(({ registration }) => registration.id === followedMember(clock));
    return clock.rungs
      .filter(({ decidedAt }) => decidedAt !== undefined || goesOn)
      .map((rung) => ({ name: clock.name, rung, ...defined({ holder: member }) }));
  });
}

/** What of the ladder the group's clocks have to say themselves, and what somebody has acknowledged there. */
interface Heard {
  readonly pending: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
  /** Clocks of members that the group has followed already. */
  readonly followed: ReadonlySet<string>;
  /** How near each other rungs are told together. */
  readonly minutes: number;
}

function heardOf(clocks: readonly Clock[]): Omit<Heard, "minutes"> {
  const named = (clock: Clock, rung: string) => `${placeOf(clock)} ${rung}`;
  return {
    followed: new Set(clocks.map((clock) => placeOf(clock))),
    pending: new Set(clocks.flatMap((clock) => pendingRungs(clock).map(({ id }) => named(clock, id)))),
    seen: new Set(
      clocks.flatMap((clock) =>
        clock.rungs
          .filter(({ acknowledgedAt }) => acknowledgedAt !== undefined)
          .map(({ id }) => named(clock, repeatedOf(id))),
      ),
    ),
  };
}

/** Which clock it is, or which one follows this member's: its name and whom it follows. */
function placeOf({ name, key }: Pick<Clock, "name" | "key">, follows: string | undefined = key): string {
  return `${name} ${follows ?? ""}`;
}

/** What each clock must say itself, once those before it have spoken. */
function shared(
  waiting: readonly Awaited[],
  said: readonly Spoken[],
  { pending, seen, followed, minutes }: Heard,
): Awaited[] {
  const spoken = new Map<string, Heeded[]>();
  const say = (one: Spoken) => {
    const rung = `${one.name} ${one.rung.id}`;
    const until = plusSeconds(one.rung.at, minutes * 60);
    spoken.set(rung, [...(spoken.get(rung) ?? []), { ...one, until }]);
  };
  for (const one of said) say(one);
  return waiting.map((one) => {
    const place = placeOf(one.clock, one.key);
    const own = one.rungs.filter((rung) => {
      const isNews = !pending.has(`${place} ${rung.id}`);
      const wasHeard = followed.has(place);
      return !(spoken.get(`${one.clock.name} ${rung.id}`) ?? []).some(
        (other) =>
          !stoodStill(one, other) &&
          (speaksFor(other, rung, one) || (isNews && spoke(other, rung, one, wasHeard))),
      );
    });
    for (const rung of own) say({ name: one.clock.name, rung, holder: one.holder });
    // A repeat of what somebody has acknowledged is not said, for the neighbours neither.
    const rungs = own.filter(({ id }) => !isRepeat(id) || !seen.has(`${place} ${repeatedOf(id)}`));
    return { ...one, rungs };
  });
}

/** True if the member's clock was paused when the other was told: nobody waited for it, so it was not spoken of. */
function stoodStill({ clock: { pauses = [] } }: Awaited, { rung: { decidedAt } }: Spoken): boolean {
  if (decidedAt === undefined) return false;
  return pauses.some(({ from, to }) => from <= decidedAt && (to === undefined || decidedAt < to));
}

/** The same rung of the same clock, no later and not long before; danger (D6) has nobody else speak for it. */
function speaksFor(said: Heeded, other: Rung, one: Awaited): boolean {
  const { holder } = said;
  const { departmentId, handlerId } = one.holder;
  const same =
    holder === undefined || (holder.departmentId === departmentId && holder.handlerId === handlerId);
  return same && isTogether(said, other, one);
}

/**
 * True if the other was told together with one that has been decided: its member was in the group by then, or came later and
 * the group has followed it since without such a rung of its own to come. Who holds either of them by now does not make it
 * news again.
 */
function spoke(said: Heeded, other: Rung, one: Awaited, wasHeard: boolean): boolean {
  const { decidedAt } = said.rung;
  if (decidedAt === undefined || one.since === undefined) return false;
  const wasThere = one.since <= decidedAt && one.clock.startedAt <= decidedAt;
  return (wasThere || wasHeard) && isTogether(said, other, one);
}

function isTogether({ rung, until }: Heeded, other: Rung, { clock }: Awaited): boolean {
  if (rung.at > other.at || other.at >= until) return false;
  return clock.variant !== "urgent" || secondsBetween(rung.at, other.at) < 1;
}

function isAsWanted(standing: Clock, { clock, rungs }: Awaited): boolean {
  return asText(standing, pendingRungs(standing)) === asText(clock, rungs);
}

function asText(
  { limits, variant, variantFrom, policyVersion, calendarVersion }: ClockPlan,
  rungs: readonly Rung[],
): string {
  const times = rungs.map(({ id, at }) => [id, at]);
  return JSON.stringify([limits, times, variant, variantFrom, policyVersion, calendarVersion]);
}

function followed(one: Awaited, cycle: number): ClockStart {
  const { clock } = one;
  const { name, startedAt, givenDueAt, limits, variant, variantFrom, policyVersion, calendarVersion } = clock;
  return {
    name,
    cycle,
    key: one.key,
    startedAt,
    ...defined({ givenDueAt }),
    limits,
    rungs: one.rungs.map(({ id, at }) => ({ id, at })),
    ...defined({ variant, variantFrom }),
    policyVersion,
    calendarVersion,
  };
}

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
import type { Draft } from "../complaint/events.ts";
import { togetherMinutesOf } from "../policy/group-policy.ts";
import type { Policy } from "../policy/policy.ts";
import { defined } from "../present.ts";
import { type Instant, secondsBetween } from "../time/instant.ts";
import type { GroupFact } from "./events.ts";
import type { Group } from "./group.ts";
import { type Awaited, followedMember, followingKey, type Holder, waitingOf } from "./waiting.ts";

type Clocked = Pick<Group, "identity" | "level" | "members" | "clocks" | "sample">;

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
): Draft<GroupFact>[] {
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
  const wanted = shared(waiting, spokenFor(group, isRead, members), {
    saysItself: (one, { id }) =>
      running.some((clock) => follows(clock, one) && pendingRungs(clock).some((rung) => rung.id === id)),
    minutes: togetherMinutesOf(policy),
  });
  const kept = new Set<Clock>();
  const cycles = new Map<string, number>();
  const begun = wanted.flatMap((one): GroupFact[] => {
    const standing = running.find((clock) => follows(clock, one));
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

interface Speaking {
  readonly saysItself: (one: Awaited, rung: Rung) => boolean;
  /** How near each other rungs are told together. */
  readonly minutes: number;
}

/** What each clock must say itself, once those before it have spoken. */
function shared(
  waiting: readonly Awaited[],
  said: readonly Spoken[],
  { saysItself, minutes }: Speaking,
): Awaited[] {
  const spoken = [...said];
  return waiting.map((one) => {
    const rungs = one.rungs.filter(
      (rung) =>
        !spoken.some(
          (other) =>
            isTogether(other, rung, one, minutes) &&
            (speaksFor(other, one) || (!saysItself(one, rung) && spoke(other, one))),
        ),
    );
    spoken.push(...rungs.map((rung) => ({ name: one.clock.name, rung, holder: one.holder })));
    return { ...one, rungs };
  });
}

/** Whoever holds both hears it of the one. */
function speaksFor({ holder }: Spoken, one: Awaited): boolean {
  const { departmentId, handlerId } = one.holder;
  return holder === undefined || (holder.departmentId === departmentId && holder.handlerId === handlerId);
}

/**
 * True if the other was told together with one that has been decided: its member was in the group by then and had no such
 * rung of its own to come. Who holds either of them by now does not make it news again.
 */
function spoke({ rung: { decidedAt } }: Spoken, { clock, since }: Awaited): boolean {
  return decidedAt !== undefined && since !== undefined && since <= decidedAt && clock.startedAt <= decidedAt;
}

/** The same rung of the same clock, no later and not long before; danger (D6) has nobody else speak for it. */
function isTogether({ name, rung }: Spoken, other: Rung, { clock }: Awaited, minutes: number): boolean {
  if (name !== clock.name || rung.id !== other.id || rung.at > other.at) return false;
  return secondsBetween(rung.at, other.at) < (clock.variant === "urgent" ? 1 : minutes * 60);
}

function follows(clock: Clock, one: Awaited): boolean {
  return clock.name === one.clock.name && clock.key === followingKey(one);
}

function isAsWanted(standing: Clock, { clock, rungs }: Awaited): boolean {
  const pending = standing.rungs.filter(({ decidedAt }) => decidedAt === undefined);
  return asText(standing, pending) === asText(clock, rungs);
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
    key: followingKey(one),
    startedAt,
    ...defined({ givenDueAt }),
    limits,
    rungs: one.rungs.map(({ id, at }) => ({ id, at })),
    ...defined({ variant, variantFrom }),
    policyVersion,
    calendarVersion,
  };
}

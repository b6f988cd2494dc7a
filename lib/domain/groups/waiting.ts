import {
  type Clock,
  type ClockKey,
  dueAt,
  isUnanswered,
  pausedSince,
  pendingRungs,
  type Rung,
} from "../clocks/clock.ts";
import { type Complaint, isOpen } from "../complaint/document.ts";
import type { GroupLevel, RungDecided } from "../complaint/events.ts";
import { isGrave } from "../complaint/rules/levels.ts";
import type { Policy } from "../policy/policy.ts";
import { type Instant, plusSeconds } from "../time/instant.ts";

/** What one member still waits for: its clock, and the rungs that rest there because the group escalates instead. */
export interface Awaited {
  readonly complaintId: string;
  /** The key of the group's clock that follows this one of the member. */
  readonly key: string;
  readonly clock: Clock;
  readonly rungs: readonly Rung[];
  /** Whom the lowest rungs address; members of one department and handler are told of together. */
  readonly holder: Holder;
  /** When its member joined the group; absent while it is about to. */
  readonly since?: Instant | undefined;
}

export interface Holder {
  readonly departmentId?: string | undefined;
  readonly handlerId?: string | undefined;
}

/** The group as its members' clocks see it. */
interface Joined {
  readonly identity: { readonly id: string };
  readonly level: GroupLevel;
  readonly sample?: readonly string[] | undefined;
  readonly planned?: true | undefined;
}

/**
 * The members' unanswered clocks, the earliest due first. A member that has joined leaves to the group what falls due
 * from then on; one that is about to join, what falls due from now on. Whoever is outside the sample is not called, so
 * nobody waits for that follow-up.
 */
export function waitingOf(
  group: Joined,
  members: readonly Complaint[],
  { ladders }: Pick<Policy, "ladders">,
  now: Instant,
): Awaited[] {
  // D11: the plan of one member is the group's; nobody waits for another.
  const isPlanned = group.planned === true;
  // D11: that a group is a B, manager and project manager heard when it was confirmed, not once more for each member.
  const told = Object.values(ladders).flatMap((ladder) => ladder.filter(({ onlyIf }) => onlyIf === "grave"));
  const isTold = ({ id }: Rung, { level }: Complaint) =>
    group.level === "B" && !isGrave(level) && told.some((rule) => rule.id === id);
  return members
    .filter((member) => isOpen(member) && (member.group?.id ?? group.identity.id) === group.identity.id)
    .flatMap((member) => {
      const { id: complaintId } = member.registration;
      const { departmentId, handlerId, group: joined } = member;
      const since = joined?.since ?? now;
      const isCalled = group.sample === undefined || group.sample.includes(complaintId);
      return member.clocks
        .filter((clock) => isUnanswered(clock) && pausedSince(clock) === undefined)
        .filter(({ owned }) => owned !== true)
        .filter(({ name }) => (name !== "followUp" || isCalled) && (name !== "plan" || !isPlanned))
        .map((clock) => ({
          complaintId,
          key: followingKey(complaintId, clock),
          clock,
          rungs: pendingRungs(clock).filter((rung) => rung.at >= since && !isTold(rung, member)),
          holder: { departmentId, handlerId },
          since: joined?.since,
        }));
    })
    .toSorted((a, b) => order(a, b));
}

function order(a: Awaited, b: Awaited): number {
  const keys = ({ complaintId, clock }: Awaited) => `${dueAt(clock)} ${clock.startedAt} ${complaintId}`;
  return keys(a) < keys(b) ? -1 : 1;
}

function followingKey(complaintId: string, { cycle, key }: ClockKey): string {
  return [complaintId, cycle, ...(key === undefined ? [] : [key])].join("/");
}

/** True while one of the members still waits for what this rung of their group has spoken of. */
export function isWaitedFor(
  members: readonly Complaint[],
  { name, key, rung, due }: Pick<RungDecided, "name" | "key" | "rung" | "due">,
  togetherMinutes: number,
): boolean {
  const until = plusSeconds(due, togetherMinutes * 60);
  return members
    .filter(isOpen)
    .some(({ registration: { id }, clocks }) =>
      clocks
        .filter((clock) => clock.name === name && isUnanswered(clock))
        .some(
          (clock) =>
            followingKey(id, clock) === key ||
            clock.rungs.some((one) => one.id === rung && one.at >= due && one.at < until),
        ),
    );
}

/** The member whose clock a clock of the group follows; undefined for one begun before groups followed their members. */
export function followedMember({ key }: Pick<ClockKey, "key">): string | undefined {
  return key?.split("/")[0];
}

import type { Clock } from "../clocks/clock.ts";
import type { GroupLevel, StoredEvent } from "../complaint/events.ts";
import type { ArchivedRun } from "../document/archive.ts";
import type { Actor } from "../document/event.ts";
import type { Personal, PersonalRef } from "../document/personal.ts";
import type { Alarm, ArmedTimer } from "../document/timer.ts";
import type { Instant } from "../time/instant.ts";
import type { Candidate } from "./candidate.ts";
import type { GroupFact, GroupIdentity, MemberAction } from "./events.ts";
import type { Evidence } from "./evidence.ts";

export const groupStatuses = ["proposed", "confirmed", "resolved", "closed", "dissolved"] as const;
export type GroupStatus = (typeof groupStatuses)[number];

/** A complaint of the group; `joined` once its own document says so too. */
export interface Member extends Candidate {
  readonly joined: boolean;
}

/** A command on its way through the members. Whoever finds it carries it on: it is idempotent member by member. */
export interface RunningCommand {
  readonly commandId: string;
  readonly action: MemberAction;
  readonly by: Actor;
  readonly since: Instant;
  /** The event that holds its text. */
  readonly seq: number;
  readonly complaintIds: readonly string[];
}

/**
 * 群体投诉/群体意见 (D11): one document with its own history, like a complaint. Its members' own rungs rest while they
 * belong to it, and its clocks escalate instead.
 */
export interface Group {
  readonly schema: 1;
  readonly identity: GroupIdentity;
  readonly status: GroupStatus;
  /** Rises with events that a person decides on: the `version` of the API. */
  readonly version: number;
  readonly level: GroupLevel;
  readonly evidence: Evidence;
  readonly proposedAt: Instant;
  /** When it stands by itself unless a person decides before. */
  readonly confirmAt?: Instant;
  readonly endedAt?: Instant;
  readonly members: readonly Member[];
  readonly barred: readonly string[];
  /** Members that left and whose documents may not know it yet. */
  readonly leaving: readonly string[];
  readonly departmentId?: string;
  readonly handlerId?: string;
  /** Who is to be called after the solution. */
  readonly sample?: readonly string[];
  /** A written plan (D11) is on record with one of the members: it counts for all, and nobody else owes one. */
  readonly planned?: true;
  readonly running?: RunningCommand;
  readonly clocks: readonly Clock[];
  readonly alarm: Alarm;
  readonly lastEventAt: Instant;

  readonly events: readonly StoredEvent<GroupFact>[];
  readonly archive?: readonly ArchivedRun[];
  readonly personal: Readonly<Record<PersonalRef, Personal>>;

  readonly revision: number;
  readonly writtenAt: Instant;
  readonly armed: ArmedTimer;
  readonly outbox: readonly number[];
}

/** True while complaints can still join: at most one group of a project and code is open. */
export function isOpenGroup({ status }: Pick<Group, "status">): boolean {
  return status !== "closed" && status !== "dissolved";
}

/** True once members belong to it: before that it is only a proposal. */
export function standsFirm({ status }: Pick<Group, "status">): boolean {
  return status === "confirmed" || status === "resolved";
}

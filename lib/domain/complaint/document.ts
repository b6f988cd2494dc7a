import type { ClassCode } from "../classification/classes.ts";
import type { Clock } from "../clocks/clock.ts";
import type { ArchivedRun } from "../document/archive.ts";
import type { Actor } from "../document/event.ts";
import type { Personal, PersonalRef } from "../document/personal.ts";
import type { Alarm, ArmedTimer } from "../document/timer.ts";
import type { Instant } from "../time/instant.ts";
import type { Hint } from "../triage/hint.ts";
import type {
  CauseFactor,
  Difficulty,
  DutyCause,
  Ending,
  FollowUpOutcome,
  GroupLevel,
  HandlingStep,
  Level,
  PlanNode,
  PlannedAction,
  RecordKind,
  Registration,
  StoredEvent,
  Validity,
} from "./events.ts";
import type { TicketState } from "./tickets.ts";

export const statuses = ["registered", "handling", "resolved", "closed", "withdrawn", "referred"] as const;
export type Status = (typeof statuses)[number];

/** How it left us without being closed: taken back, the law's (D9), sent back to its platform (退单), merged (并单). */
export const leavings = ["withdrawn", "referred", "returned", "merged"] as const;
export type Leaving = (typeof leavings)[number];

/** True for what left us without being closed. */
export function isLeaving(ending: Ending | Leaving): ending is Leaving {
  return leavings.some((leaving) => leaving === ending);
}

export interface FollowUpAttempt {
  readonly at: Instant;
  readonly outcome: FollowUpOutcome;
  readonly grade?: number;
  /** Below what counted as satisfied that day; absent in attempts from before it was kept. */
  readonly unsatisfied?: true;
}

/** The group the complaint is handled in; from then on the group's clocks escalate instead of its own. */
export interface Membership {
  readonly id: string;
  readonly level: GroupLevel;
  readonly since: Instant;
  /** The next day's report is started by its own timer though its rungs rest (D11). */
  readonly keepsDays?: true;
  /** D11: the group has a written plan, which counts for this complaint too. */
  readonly planned?: true;
}

/** 重复投诉: the same household and matter within 30 days. */
export interface Repeat {
  /** The complaint before this one. */
  readonly complaintId: string;
  readonly number: string;
  /** 2 for the first repetition. */
  readonly nth: number;
}

/** The written handling plan (D9) with its time nodes (D2). */
export interface HandlingPlan {
  readonly by: Actor;
  readonly writtenAt: Instant;
  readonly approvedAt?: Instant;
  readonly agreedAt?: Instant;
  readonly nodes: readonly (PlanNode & { readonly doneAt?: Instant })[];
}

/** A corrective action (整改项): done when somebody other than its owner has verified the evidence. */
export interface CorrectiveAction extends PlannedAction {
  readonly evidencedAt?: Instant;
  readonly verifiedAt?: Instant;
}

/**
 * One complaint, carrying its own history. Everything above `events` is derived from them by `evolve`;
 * `revision`, `armed`, `outbox` and `writtenAt` belong to the storage protocol (`lib/domain/document`).
 */
export interface Complaint {
  readonly schema: 1;
  readonly registration: Registration;
  readonly status: Status;
  /** Rises with events that a person decides on: the `version` of the API. */
  readonly version: number;
  /** 1, and one more for each 返单 (reopen). */
  readonly cycle: number;
  readonly classCode?: ClassCode;
  readonly level?: Level;
  readonly validity?: Validity;
  readonly departmentId?: string;
  readonly handlerId?: string;
  readonly repliedAt?: Instant;
  readonly resolvedAt?: Instant;
  readonly closedAt?: Instant;
  /** Withdrawn, referred or merged: leaves the tasks at that instant. */
  readonly endedAt?: Instant;
  readonly ending?: Ending | Leaving;
  /** The first due instant of the task; a reopened task keeps it (docs/reports.md). */
  readonly taskDueAt?: Instant;
  readonly attempts: readonly FollowUpAttempt[];
  /** The grade given at the first follow-up that reached the customer; immutable. */
  readonly firstGrade?: number;
  readonly urges: number;
  /** The number it goes on under after a conversion (报修转投诉); the first one stays valid. */
  readonly convertedNumber?: string;
  /** The kind it came as: converted by mistake, it may become that again. Absent in those converted before it could. */
  readonly convertedFrom?: RecordKind;
  /** Field → sequence number of the event with its newest value, where the registration's is not it. */
  readonly latest?: Readonly<Record<string, number>>;
  readonly malicious?: boolean;
  readonly lawful?: boolean;
  readonly difficulty?: Difficulty;
  readonly dutyCause?: DutyCause;
  readonly causeFactor?: CauseFactor;
  /** How often each step of D11 and D13 is on record. */
  readonly steps?: Partial<Readonly<Record<HandlingStep | "daily-report", number>>>;
  readonly testimonies?: number;
  readonly assignments?: number;
  /** The newest written plan. */
  readonly plan?: HandlingPlan;
  /** The approved and agreed plan that a newer, unsettled one stands beside; its nodes are watched until then. */
  readonly planInForce?: HandlingPlan;
  readonly resolvedBy?: Actor;
  readonly signedOffAt?: Instant;
  /** The complainant's opinion of the handling, 1–5, where it was given apart from the follow-up (D4). */
  readonly opinion?: number;
  readonly invalidExplainedAt?: Instant;
  readonly effectCheckedAt?: Instant;
  readonly reviewedAt?: Instant;
  readonly actions?: readonly CorrectiveAction[];
  readonly group?: Membership;
  readonly repeat?: Repeat;
  readonly hint?: Hint;
  /** Of a government ticket: how it stands with its platform; absent until something has happened to it. */
  readonly ticket?: TicketState;
  readonly clocks: readonly Clock[];
  readonly alarm: Alarm;
  readonly lastEventAt: Instant;

  readonly events: readonly StoredEvent[];
  readonly archive: readonly ArchivedRun[];
  readonly personal: Readonly<Record<PersonalRef, Personal>>;

  readonly revision: number;
  readonly writtenAt: Instant;
  /** The timer last set outside; differs from `alarm` until `react` has armed the new one. */
  readonly armed: ArmedTimer;
  /** Sequence numbers of events whose messages are not handed over yet. */
  readonly outbox: readonly number[];
}

export const openStatuses: readonly Status[] = ["registered", "handling", "resolved"];

/** True while somebody still has to do something. */
export function isOpen(complaint: Complaint): boolean {
  return openStatuses.includes(complaint.status);
}

/** Clocks that somebody still watches: all while it is open, afterwards only what it has brought to be put right (D15). */
export function timedClocks(complaint: Complaint): readonly Clock[] {
  if (isOpen(complaint)) return complaint.clocks;
  const isClosed = complaint.status === "closed";
  return complaint.clocks.filter(({ name, owned }) => owned === true || (isClosed && name === "corrective"));
}

/** The part of a document that holds personal values. */
type PersonalPart = Pick<Complaint, "latest" | "personal">;

/** A personal value of the complaint by event and field; undefined when never given or erased. */
export function personalValue(complaint: PersonalPart, seq: number, field: string): string | undefined {
  return complaint.personal[`${seq}.${field}`]?.value;
}

/** A value of the registration, as last completed or corrected. */
export function registeredValue(complaint: PersonalPart, field: string): string | undefined {
  return personalValue(complaint, complaint.latest?.[field] ?? 1, field);
}

/** True if the complainant can be called or written to. */
export function hasContact(complaint: PersonalPart): boolean {
  return (
    registeredValue(complaint, "phone") !== undefined || registeredValue(complaint, "email") !== undefined
  );
}

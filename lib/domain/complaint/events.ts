import type { ClassCode } from "../classification/classes.ts";
import type { Channel } from "../classification/sources.ts";
import type { ClockKey, ClockPlan, ClockStart, PauseReason } from "../clocks/clock.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { RungRule } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import type { Personal } from "./personal.ts";

export const recordKinds = ["complaint", "opinion", "repair", "help"] as const;
export type RecordKind = (typeof recordKinds)[number];
/** A–C are complaints, D–E opinions (D11). */
export const levels = ["A", "B", "C", "D", "E"] as const;
export type Level = (typeof levels)[number];
/** 群体投诉 of complaints, 群体意见 of opinions (D11). */
export const groupLevels = ["B", "D"] as const;
export type GroupLevel = (typeof groupLevels)[number];
export const urgencies = ["general", "important", "urgent"] as const;
export type Urgency = (typeof urgencies)[number];
export const validities = ["valid", "assisted", "invalid"] as const;
export type Validity = (typeof validities)[number];
export const complainantKinds = ["owner", "tenant", "resident", "merchant", "other"] as const;
export type ComplainantKind = (typeof complainantKinds)[number];
export const manners = ["calm", "agitated"] as const;
export type Manner = (typeof manners)[number];
export const intakes = ["company", "project", "group", "government"] as const;
export type Intake = (typeof intakes)[number];
export const followUpOutcomes = ["reached", "no-answer", "wrong-number", "refused"] as const;
export type FollowUpOutcome = (typeof followUpOutcomes)[number];
export const replyVias = ["phone", "email", "visit", "letter", "posted"] as const;
export type ReplyVia = (typeof replyVias)[number];

export interface Location {
  readonly area?: string;
  readonly building?: string;
  readonly unit?: string;
  readonly room?: string;
}

/** An external ticket (12345, 街道, 住建局) with its own unextendable time. */
export interface ExternalTicket {
  readonly system: string;
  readonly ticketNo: string;
  readonly unit: string;
  readonly dueAt: Instant;
}

/** Who did it: a person of ours, the complainant, a channel system, or a timer. */
export type Actor =
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "customer" }
  | { readonly kind: "channel"; readonly id: string }
  | { readonly kind: "timer" };

/** What happened. No personal value and no free text stands here: those are in `personal`, by field name. */
export type Fact =
  | ({ readonly type: "registered" } & Registration)
  | ({ readonly type: "clockStarted" } & ClockStart)
  | ({ readonly type: "clockStopped"; readonly at: Instant } & ClockKey)
  | ({
      readonly type: "clockPaused";
      readonly at: Instant;
      readonly reason: PauseReason;
      readonly approvedBy: string;
    } & ClockKey)
  | ({ readonly type: "clockResumed"; readonly at: Instant } & ClockKey & ClockPlan)
  | ({ readonly type: "clockExtended"; readonly dueAt: Instant; readonly approvedBy: string } & ClockKey &
      ClockPlan)
  | ({ readonly type: "clockRetimed"; readonly cause: RetimeCause } & ClockKey & ClockPlan)
  | ({
      readonly type: "rungDecided";
      readonly rung: string;
      /** What the ladder said; absent in events from before it was kept (then the built-in ladder). */
      readonly rule?: Pick<RungRule, "kind" | "time">;
      readonly due: Instant;
      /** Seconds after its instant; above the tolerance the rung is marked late. */
      readonly lateBy: number;
      readonly recipients: readonly Recipient[];
    } & ClockKey)
  | ({ readonly type: "rungAcknowledged"; readonly rung: string } & ClockKey)
  | { readonly type: "replied"; readonly via: ReplyVia }
  | { readonly type: "assigned"; readonly departmentId: string; readonly handlerId?: string }
  | {
      readonly type: "classified";
      readonly classCode: ClassCode;
      readonly level?: Level;
    }
  | { readonly type: "judged"; readonly validity: Validity }
  | { readonly type: "resolved"; readonly via: ReplyVia }
  | { readonly type: "followUpAttempted"; readonly outcome: FollowUpOutcome; readonly grade?: number }
  | { readonly type: "closed"; readonly ending: Ending }
  | { readonly type: "reopened" }
  | { readonly type: "withdrawn" }
  | { readonly type: "urged" }
  | { readonly type: "noted" }
  | { readonly type: "joinedGroup"; readonly groupId: string; readonly level: GroupLevel }
  | { readonly type: "leftGroup"; readonly groupId: string }
  | {
      readonly type: "repeatLinked";
      readonly complaintId: string;
      readonly number: string;
      /** 2 for the first repetition. */
      readonly nth: number;
    }
  | { readonly type: "messageReceived"; readonly messageId?: string };

/** What moved a running clock: other rules in force, or another level, urgency or safety of the complaint. */
export const retimeCauses = ["rules", "complaint"] as const;
export type RetimeCause = (typeof retimeCauses)[number];

/** Why it could be closed: the customer answered, could not be reached, left no contact, or was not in its group's sample. */
export type Ending = "followed-up" | "unreachable" | "no-contact" | "explained" | "not-sampled";

export interface Registration {
  readonly id: string;
  readonly number: string;
  readonly projectId: string;
  readonly timeZone: string;
  readonly channel: Channel;
  /** The source system (channel key, desk, public form, mailbox). */
  readonly system: string;
  /** Keyed hash of the body as received: the same id with another hash is a conflict. */
  readonly bodyHash: string;
  readonly receivedAt: Instant;
  readonly recordKind: RecordKind;
  readonly anonymous: boolean;
  readonly complainantKind?: ComplainantKind;
  readonly location: Location;
  readonly occurredAt?: Instant;
  readonly againstDepartmentId?: string;
  readonly againstPersonId?: string;
  readonly requestedReplyAt?: Instant;
  readonly classCode?: ClassCode;
  readonly level?: Level;
  readonly urgency: Urgency;
  readonly safety: boolean;
  readonly manner?: Manner;
  readonly headcount?: number;
  readonly intake: Intake;
  readonly external?: ExternalTicket;
  /** The raw mail in the mail bucket, for complaints by e-mail. */
  readonly rawMail?: string;
  /** The complaint this one continues (same Message-ID with other content). */
  readonly linkedTo?: string;
  /** The household's and the contact's index keys (keyed hash for the contact). */
  readonly householdKey?: string;
  readonly contactKey?: string;
}

/** An event as `decide` drafts it: the fact with the values that go beside it. */
export interface Draft<F = Fact> {
  readonly fact: F;
  readonly occurredAt: Instant;
  readonly personal?: Readonly<Record<string, Personal>>;
}

/** An event as it is stored: numbered, attributed, chained. */
export interface StoredEvent<F = Fact> {
  readonly seq: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly by: Actor;
  readonly commandId: string;
  /** Short digest of the command's content: the same key with another content is refused. */
  readonly request: string;
  readonly fact: F;
  /** Digest of each personal value (field → H(salt‖value)). */
  readonly digests?: Readonly<Record<string, string>>;
  /** Chain hash over the previous hash and this event. */
  readonly hash: string;
}

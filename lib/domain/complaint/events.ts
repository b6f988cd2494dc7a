import type { ClassCode } from "../classification/classes.ts";
import type { EstateClass } from "../classification/estate.ts";
import type { Channel } from "../classification/sources.ts";
import type { Audience } from "../clocks/audience.ts";
import type { ClockKey, ClockPlan, ClockStart, PauseReason } from "../clocks/clock.ts";
import type { DraftOf, EventOf } from "../document/event.ts";
import type { Redacted } from "../document/redaction.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { Language } from "../organisation/language.ts";
import type { DecidedRule } from "../policy/built-in.ts";
import type { Instant } from "../time/instant.ts";
import type { Hint } from "../triage/hint.ts";
import type { Consent } from "./consent.ts";
import type { ExternalTicket, TicketFact } from "./tickets.ts";

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
export const followUpVias = ["phone", "visit", "email", "message"] as const;
export type FollowUpVia = (typeof followUpVias)[number];
export const replyVias = ["phone", "email", "visit", "letter", "sms", "wechat", "posted"] as const;
export type ReplyVia = (typeof replyVias)[number];

/** Reasonableness and difficulty are assessed before settling (D12). */
export const difficulties = ["easy", "moderate", "hard"] as const;
export type Difficulty = (typeof difficulties)[number];
/** D3: 失职, 失误, 失度, 失控, 非本单位能力范围. */
export const dutyCauses = ["dereliction", "mistake", "impropriety", "loss-of-control", "beyond-us"] as const;
export type DutyCause = (typeof dutyCauses)[number];
/** D15, 人机料法环: the factor and, for 人 机 料, what about it. */
export const causeFactors = [
  "people.attitude",
  "people.conduct",
  "people.skill",
  "equipment.appearance",
  "equipment.quality",
  "equipment.function",
  "material.durability",
  "material.economy",
  "material.accuracy",
  "method",
  "environment",
] as const;
export type CauseFactor = (typeof causeFactors)[number];
/** Acts of handling that a level (D11) or an urgency (D13) may demand on record. */
export const handlingSteps = [
  "form-team",
  "investigate",
  "report-up",
  "foresee",
  "instruct",
  "consult",
] as const;
export type HandlingStep = (typeof handlingSteps)[number];

export interface Location {
  readonly area?: string;
  readonly building?: string;
  readonly unit?: string;
  readonly room?: string;
}

/** What of the facts of a registration says who somebody is: where they live, and the keys by which a contact is found. */
export const whereabouts = ["location", "contact"] as const;
export type Whereabouts = (typeof whereabouts)[number];

/** Who of ours is told of it at once (lib/domain/complaint/rules/informing.ts). */
interface Informing {
  readonly recipients?: readonly Recipient[];
}

/** By which way a customer's link is sent again. */
export const linkVias = ["email", "sms"] as const;
export type LinkVia = (typeof linkVias)[number];

/** Where the words of a customer stand beside an event. */
export const wordsFields = ["text", "reason", "matter"] as const;
export type WordsField = (typeof wordsFields)[number];

/** What happened. No personal value and no free text stands here: those are in `personal`, by field name. */
export type Fact =
  | ({ readonly type: "registered" } & Registration)
  | ({ readonly type: "clockStarted" } & ClockStart)
  /** Done, or (`lapsed`) given up: another plan, another level, the end of the complaint. */
  | ({ readonly type: "clockStopped"; readonly at: Instant; readonly lapsed?: true } & ClockKey)
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
  | RungDecided
  | ({ readonly type: "rungAcknowledged"; readonly rung: string } & ClockKey)
  /** What the words of the matter speak for (lib/domain/triage); people decide. */
  | ({
      readonly type: "hinted";
      /** Who hears at once of a possible danger that nobody has called one yet (D6). */
      readonly recipients: readonly Recipient[];
      /** Set when the words came later: they stand in this field of the event before. */
      readonly heardIn?: WordsField;
    } & Hint)
  /** `sent`: as a text message from here. */
  | { readonly type: "replied"; readonly via: ReplyVia; readonly sent?: true }
  | ({ readonly type: "registrationCompleted"; readonly changes: RegistrationChanges } & Informing)
  | ({ readonly type: "corrected"; readonly changes: RegistrationChanges } & Informing)
  | {
      readonly type: "converted";
      readonly recordKind: RecordKind;
      /** The number under which it goes on; the first one stays valid. */
      readonly number: string;
      readonly from?: RecordKind;
      /** Where it changes with the level that no longer holds. */
      readonly urgency?: Urgency;
    }
  | ({ readonly type: "assigned"; readonly departmentId: string; readonly handlerId?: string } & Informing)
  | ({ readonly type: "transferred"; readonly departmentId: string; readonly handlerId?: string } & Informing)
  /** What a leaver held of it, the handling or corrective actions, is another person's from here on. */
  | { readonly type: "handedOver"; readonly fromPersonId: string; readonly toPersonId: string }
  | { readonly type: "accepted" }
  | ({
      readonly type: "classified";
      readonly classCode: ClassCode;
      readonly level?: Level;
      readonly urgency?: Urgency;
      readonly safety?: boolean;
      readonly dutyCause?: DutyCause;
      readonly causeFactor?: CauseFactor;
    } & Informing)
  | {
      readonly type: "judged";
      readonly validity: Validity;
      readonly difficulty?: Difficulty;
      readonly malicious?: boolean;
      readonly lawful?: boolean;
    }
  | { readonly type: "invalidExplained"; readonly via: ReplyVia; readonly sent?: true }
  | ({
      readonly type: "stepRecorded";
      readonly step: HandlingStep;
      readonly departmentIds?: readonly string[];
      readonly personIds?: readonly string[];
      /** D13: an important matter wants several testimonies (证言). */
      readonly testimonies?: number;
      /** D11 A: how many others it may reach (涉及面). */
      readonly affected?: number;
    } & Informing)
  | ({
      readonly type: "planWritten";
      readonly nodes: readonly PlanNode[];
      /** The plan in force stays until this one is approved and agreed; absent: there is none (or it ended at once). */
      readonly beside?: true;
    } & Informing)
  | { readonly type: "planApproved" }
  | { readonly type: "planAgreed"; readonly via: ReplyVia }
  | { readonly type: "progressed"; readonly nodeId?: string }
  | ({ readonly type: "dailyReported"; readonly departmentIds: readonly string[] } & Informing)
  | { readonly type: "resolved"; readonly via: ReplyVia; readonly sent?: true }
  | { readonly type: "signedOff"; readonly sheet?: SignedSheet }
  | ({ readonly type: "opinionRecorded"; readonly grade: number } & Informing)
  | { readonly type: "effectChecked"; readonly effective: boolean }
  | ({ readonly type: "reviewed"; readonly actions: readonly PlannedAction[] } & Informing)
  | ({
      readonly type: "recurrenceFound";
      readonly complaintIds: readonly string[];
      readonly action: PlannedAction;
    } & Informing)
  | { readonly type: "actionEvidenced"; readonly actionId: string }
  | ({ readonly type: "actionVerified"; readonly actionId: string; readonly passed: boolean } & Informing)
  | { readonly type: "referred" }
  /** Personal values were taken away for good, and what events themselves said of somebody (`parts`). */
  | {
      readonly type: "erased";
      readonly refs: readonly string[];
      readonly parts?: readonly Whereabouts[];
      readonly redacted?: readonly Redacted[];
    }
  | ({
      readonly type: "followUpAttempted";
      readonly outcome: FollowUpOutcome;
      readonly via?: FollowUpVia;
      readonly grade?: number;
      /** Below what counted as satisfied that day. */
      readonly unsatisfied?: true;
    } & Informing)
  | { readonly type: "closed"; readonly ending: Ending }
  | ({ readonly type: "reopened" } & Informing)
  | { readonly type: "withdrawn" }
  | ({ readonly type: "urged" } & Informing)
  | { readonly type: "noted" }
  /** The customer's link went to the customer again. */
  | { readonly type: "linkSent"; readonly via: LinkVia }
  /** D4: the own account of whoever is complained of. */
  | ({ readonly type: "statementGiven" } & Informing)
  | {
      readonly type: "joinedGroup";
      readonly groupId: string;
      readonly level: GroupLevel;
      /** Its own timer still starts the next day's report (D11); absent in events from before it did. */
      readonly keepsDays?: true;
      /** A written plan is on record with one of its members. */
      readonly planned?: true;
    }
  | { readonly type: "leftGroup"; readonly groupId: string }
  | {
      readonly type: "repeatLinked";
      readonly complaintId: string;
      readonly number: string;
      /** 2 for the first repetition. */
      readonly nth: number;
    }
  | ({ readonly type: "messageReceived"; readonly messageId?: string } & Informing)
  | { readonly type: "attachmentsStored"; readonly files: readonly StoredFile[] }
  | TicketFact;

/** A rung of a clock is decided, or the half of it for whoever is on duty (`limit@on-duty`): each exactly once. */
export interface RungDecided extends ClockKey {
  readonly type: "rungDecided";
  readonly rung: string;
  /** For whom it is, where the quiet hours have split the rung. */
  readonly audience?: Audience;
  /** What the ladder said; absent in events from before it was kept (then the built-in ladder). */
  readonly rule?: DecidedRule;
  /** Nobody is told: it was assigned, or taken, by then. */
  readonly unneeded?: true;
  readonly due: Instant;
  /** Seconds after its instant; above the tolerance the rung is marked late. */
  readonly lateBy: number;
  readonly recipients: readonly Recipient[];
}

/** A file of a complaint; its name stands beside the event as `name.<id>`. */
export interface StoredFile {
  /** Digest of its contents. */
  readonly id: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /**
   * Why it does not lie here: too-large and too-many of a mail stand in the raw mail; a call's recording could not be had
   * (unreachable, of a host that is not listed, too large, no sound), or has been kept long enough.
   */
  readonly left?: LeftReason;
}

export const leftReasons = [
  "too-large",
  "too-many",
  "unreachable",
  "other-host",
  "no-sound",
  "kept-no-longer",
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** A record that was signed on paper (D4): by whom, which local day, and the files that show it. */
export interface SignedSheet {
  readonly signerId: string;
  readonly signedOn: string;
  readonly fileIds: readonly string[];
}

/** What moved a running clock: other rules in force, or another level, urgency or safety of the complaint. */
export const retimeCauses = ["rules", "complaint"] as const;
export type RetimeCause = (typeof retimeCauses)[number];

/** Why it could be closed: the customer answered, could not be reached, or left no contact. */
export type Ending =
  | "followed-up"
  | "unreachable"
  | "no-contact"
  | "explained"
  /** Not in the follow-up sample of its group. */
  | "not-sampled"
  /** D3: closed at the desk by explanation. */
  | "at-desk"
  /** D11: judged invalid and explained to the complainant. */
  | "invalid";

/** A node (时间节点, D2) of the handling plan; its text stands beside the event as `node.<id>`. */
export interface PlanNode {
  readonly id: string;
  readonly dueAt: Instant;
}

/** A corrective action (整改项, D15); cause and measure stand beside the event as `cause.<id>`, `measure.<id>`. */
export interface PlannedAction {
  readonly id: string;
  readonly ownerId: string;
  readonly dueAt: Instant;
}

/** What of a registration may still change: the first event keeps what was told first. */
export type RegistrationChanges = Partial<
  Pick<
    Registration,
    | "anonymous"
    | "withheld"
    | "complainantKind"
    | "language"
    | "location"
    | "occurredAt"
    | "againstDepartmentId"
    | "againstPersonId"
    | "requestedReplyAt"
    | "manner"
    | "headcount"
    | "householdKey"
    | "contactKey"
    | "external"
  >
>;

/**
 * What an old ledger (D10) says of a complaint that was over before the desk began to keep it: no clock runs and nobody is
 * written to. It counts; what the ledger does not tell is in no rate.
 */
export interface Historical {
  /** When it was done; taken to be the day it came in where the ledger does not say (`default`). */
  readonly completedAt: Instant;
  /** Its limit; absent: nobody knows whether it was done in time. */
  readonly dueAt?: Instant;
  readonly validity?: Validity;
  readonly grade?: number;
  /** It was taken back or the law's: it left, and was not done. */
  readonly left?: "withdrawn" | "referred";
  /** The ledger's own class (D1), where it names no problem point. */
  readonly estateClass?: EstateClass;
}

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
  /** 拒绝提供: the complainant would not say the rest. */
  readonly withheld?: boolean;
  readonly complainantKind?: ComplainantKind;
  /** What the complainant wants to be written to in; absent: as the project does. */
  readonly language?: Language;
  readonly location: Location;
  /** Nobody said where: it is the one flat that the household file has for the caller's number. */
  readonly locationAssumed?: true;
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
  /** The desk does not acknowledge it by itself: one sender wrote too many mails in an hour. */
  readonly quiet?: true;
  /** The complaint this one continues (same Message-ID with other content). */
  readonly linkedTo?: string;
  /** Which edition of the privacy notice the complainant agreed to, and when. */
  readonly consent?: Consent;
  /** The household's and the contact's index keys (keyed hash for the contact). */
  readonly householdKey?: string;
  readonly contactKey?: string;
  /** It comes from an old ledger. */
  readonly historical?: Historical;
}

export type FactDraft<F = Fact> = DraftOf<F>;
export type StoredEvent<F = Fact> = EventOf<F>;

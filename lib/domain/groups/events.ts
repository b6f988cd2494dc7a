import type { ClassCode } from "../classification/classes.ts";
import type {
  Fact,
  FollowUpOutcome,
  FollowUpVia,
  GroupLevel,
  HandlingStep,
  ReplyVia,
  Validity,
} from "../complaint/events.ts";
import type { Redacted } from "../document/redaction.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import type { Instant } from "../time/instant.ts";
import type { Candidate } from "./candidate.ts";
import type { Evidence } from "./evidence.ts";

/** What makes a group the one it is. */
export interface GroupIdentity {
  readonly id: string;
  readonly projectId: string;
  readonly timeZone: string;
  /** The problem point its members share. */
  readonly code: ClassCode;
  /** The group's number among those of this project and code, from 1; at most the last one is open. */
  readonly ordinal: number;
}

/** What a group command does to each member; its texts stand beside the event. */
export type MemberAction =
  | TellingAction
  | {
      readonly type: "assign";
      readonly departmentId: string;
      readonly handlerId?: string;
      readonly limitAt?: Instant;
    }
  | { readonly type: "accept" }
  | { readonly type: "sign-off" }
  | {
      readonly type: "follow-up";
      readonly outcome: FollowUpOutcome;
      readonly grade?: number;
      readonly via?: FollowUpVia;
    }
  /** `posts`, in events from before every command kept them: those of whoever closes. */
  | { readonly type: "close"; readonly posts?: readonly Post[] }
  | { readonly type: "judge"; readonly validity: Validity }
  | { readonly type: "plan"; readonly act: PlanAct }
  | { readonly type: "progress"; readonly nodeId?: string }
  | { readonly type: "daily-report"; readonly departmentIds: readonly string[] }
  | { readonly type: "check-effect"; readonly effective: boolean }
  | {
      readonly type: "review";
      readonly actions: readonly { readonly ownerId: string; readonly dueAt: Instant }[];
    }
  | StepAction;

/** `posted`: on a notice for those without contact; everybody else by a way of their own. */
export type TellingAction = {
  readonly [N in "reply" | "resolve" | "explain-invalid"]: { readonly type: N; readonly via: ReplyVia };
}["reply" | "resolve" | "explain-invalid"];

/** A step that D11 or D13 may demand, on record with every member. */
export type StepAction = {
  readonly [S in HandlingStep]: {
    readonly type: S;
    readonly departmentIds?: readonly string[];
    readonly personIds?: readonly string[];
    readonly testimonies?: number;
    readonly affected?: number;
  };
}[HandlingStep];

/** One plan for all members (D11): written, and approved by a superior. Each household agrees for itself (D2). */
export type PlanAct =
  | { readonly kind: "write"; readonly nodes: readonly { readonly dueAt: Instant }[] }
  | { readonly kind: "approve" };

/** A member for whom the action was refused, and why. */
export interface RefusedMember {
  readonly complaintId: string;
  readonly code: string;
  /** What it still lacks, by step or field. */
  readonly missing?: readonly string[];
}

/** What happened to a group. No personal value and no free text stands here. */
export type GroupFact =
  | ({
      readonly type: "proposed";
      readonly members: readonly Candidate[];
      /** Complaints that people took out of an earlier group of this code: they do not count again. */
      readonly barred: readonly string[];
      readonly evidence: Evidence;
      readonly level: GroupLevel;
      readonly confirmAt: Instant;
      readonly recipients: readonly Recipient[];
    } & GroupIdentity)
  | {
      readonly type: "evidenced";
      readonly evidence: Evidence;
      readonly level: GroupLevel;
      readonly confirmAt?: Instant;
      /** Who hears of it at once; nobody unless the level has risen. */
      readonly recipients: readonly Recipient[];
    }
  | { readonly type: "membersAdded"; readonly members: readonly Candidate[]; readonly joined: boolean }
  | { readonly type: "memberLeft"; readonly complaintId: string; readonly barred: boolean }
  | {
      readonly type: "confirmed";
      readonly recipients: readonly Recipient[];
      /** What whoever confirmed it may do with its members from here on. */
      readonly fits?: readonly MemberAction["type"][];
    }
  | {
      readonly type: "membersSettled";
      readonly joined: readonly string[];
      readonly dropped: readonly string[];
    }
  | {
      readonly type: "commandGiven";
      readonly action: MemberAction;
      /** The members it is for; absent: all. */
      readonly only?: readonly string[];
    }
  /** D11: whether a written plan is on record with one of the members, which then counts for all of them. */
  | { readonly type: "planShared"; readonly planned: boolean }
  | {
      readonly type: "commandCarriedOut";
      readonly action: MemberAction["type"];
      readonly already: readonly string[];
      readonly refused: readonly RefusedMember[];
      /** Who hears of it at once, by one message for the whole group. */
      readonly recipients?: readonly Recipient[];
      /** What whoever gave it may do with the members from here on. */
      readonly fits?: readonly MemberAction["type"][];
    }
  /** What a leaver held of the group is another person's from here on. */
  | { readonly type: "handedOver"; readonly fromPersonId: string; readonly toPersonId: string }
  /** What it knew of members was taken away for good: texts, and where these live. */
  | {
      readonly type: "erased";
      readonly refs: readonly string[];
      readonly complaintIds: readonly string[];
      readonly redacted?: readonly Redacted[];
    }
  | { readonly type: "resolved"; readonly sample: readonly string[] }
  | { readonly type: "closed" }
  | { readonly type: "dissolved"; readonly because: "person" | "too-few" }
  | Extract<Fact, { readonly type: "clockStarted" | "clockStopped" | "rungDecided" | "rungAcknowledged" }>;

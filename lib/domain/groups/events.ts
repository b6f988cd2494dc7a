import type { ClassCode } from "../classification/classes.ts";
import type {
  Fact,
  FollowUpOutcome,
  GroupLevel,
  HandlingStep,
  ReplyVia,
  Validity,
} from "../complaint/events.ts";
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

/** What a group command does to each member; its text stands beside the event. */
export type MemberAction =
  | { readonly type: "reply"; readonly via: ReplyVia }
  | { readonly type: "assign"; readonly departmentId: string; readonly handlerId?: string }
  | { readonly type: "resolve"; readonly via: ReplyVia }
  | { readonly type: "follow-up"; readonly outcome: FollowUpOutcome; readonly grade?: number }
  /** `posts` are those of whoever closes: they decide who may be explained to (D4). */
  | { readonly type: "close"; readonly posts?: readonly Post[] }
  | { readonly type: "judge"; readonly validity: Validity }
  | { readonly type: HandlingStep; readonly departmentIds?: readonly string[] };

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
  | { readonly type: "confirmed"; readonly recipients: readonly Recipient[] }
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
  | {
      readonly type: "commandCarriedOut";
      readonly action: MemberAction["type"];
      readonly already: readonly string[];
      readonly refused: readonly RefusedMember[];
    }
  /** What a leaver held of the group is another person's from here on. */
  | { readonly type: "handedOver"; readonly fromPersonId: string; readonly toPersonId: string }
  | { readonly type: "resolved"; readonly sample: readonly string[] }
  | { readonly type: "closed" }
  | { readonly type: "dissolved"; readonly because: "person" | "too-few" }
  | Extract<Fact, { readonly type: "clockStarted" | "clockStopped" | "rungDecided" }>;

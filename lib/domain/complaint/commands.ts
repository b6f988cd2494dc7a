import type { ClassCode } from "../classification/classes.ts";
import type { PauseReason } from "../clocks/clock.ts";
import type { Personal } from "../document/personal.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { ClockName } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import type { Hint } from "../triage/hint.ts";
import type {
  CauseFactor,
  Difficulty,
  DutyCause,
  FollowUpOutcome,
  FollowUpVia,
  GroupLevel,
  HandlingStep,
  Level,
  RecordKind,
  Registration,
  RegistrationChanges,
  ReplyVia,
  SignedSheet,
  StoredFile,
  Urgency,
  Validity,
} from "./events.ts";

/** What somebody wants to happen. Free text and personal values come salted, ready to stand beside the event. */
export type Command =
  | {
      readonly type: "register";
      readonly registration: Registration;
      readonly personal: Readonly<Record<string, Personal>>;
      readonly hint?: Hint & { readonly recipients: readonly Recipient[] };
    }
  | { readonly type: "reply"; readonly via: ReplyVia; readonly text: Personal; readonly occurredAt?: Instant }
  | {
      readonly type: "complete-registration";
      readonly changes: RegistrationChanges;
      readonly personal: Values;
    }
  | { readonly type: "correct"; readonly changes: RegistrationChanges; readonly personal: Values }
  | { readonly type: "register-and-close"; readonly text: Personal; readonly classCode?: ClassCode }
  | {
      readonly type: "convert";
      readonly recordKind: RecordKind;
      readonly reason: Personal;
      /** Taken beforehand; a refused conversion leaves a gap, which D10 allows. */
      readonly number: string;
    }
  | ({ readonly type: "assign" } & Assignment)
  | ({ readonly type: "transfer"; readonly reason: Personal } & Assignment)
  | { readonly type: "accept" }
  | {
      readonly type: "classify";
      readonly classCode: ClassCode;
      readonly level?: Level;
      readonly urgency?: Urgency;
      readonly safety?: boolean;
      readonly dutyCause?: DutyCause;
      readonly causeFactor?: CauseFactor;
    }
  | {
      readonly type: "judge";
      readonly validity: Validity;
      readonly reason: Personal;
      readonly difficulty?: Difficulty;
      readonly malicious?: boolean;
      readonly lawful?: boolean;
    }
  | {
      readonly type: "explain-invalid";
      readonly via: ReplyVia;
      readonly text: Personal;
      readonly occurredAt?: Instant;
    }
  | ({ readonly type: HandlingStep; readonly text: Personal } & StepFacts)
  | { readonly type: "plan"; readonly act: PlanAct }
  | { readonly type: "progress"; readonly text: Personal; readonly nodeId?: string }
  | { readonly type: "daily-report"; readonly text: Personal; readonly departmentIds: readonly string[] }
  | {
      readonly type: "sign-off";
      readonly text?: Personal;
      /** Signed on paper: who signed which day, and the files of the photo. */
      readonly sheet?: Omit<SignedSheet, "fileIds"> & { readonly files: readonly StoredFile[] };
    }
  | { readonly type: "opinion"; readonly grade: number; readonly text?: Personal }
  | { readonly type: "check-effect"; readonly effective: boolean; readonly text: Personal }
  | { readonly type: "review"; readonly text: Personal; readonly actions: readonly NewAction[] }
  | { readonly type: "evidence"; readonly actionId: string; readonly text: Personal }
  | { readonly type: "verify"; readonly actionId: string; readonly passed: boolean; readonly text: Personal }
  | { readonly type: "refer"; readonly reason: Personal }
  | {
      readonly type: "resolve";
      readonly via: ReplyVia;
      readonly text: Personal;
      readonly occurredAt?: Instant;
    }
  | {
      readonly type: "follow-up";
      readonly outcome: FollowUpOutcome;
      readonly grade?: number;
      readonly reason?: Personal;
      /** How the customer was asked; a call unless said otherwise. */
      readonly via?: FollowUpVia;
      readonly occurredAt?: Instant;
    }
  | {
      readonly type: "close";
      readonly reason?: Personal;
      /** Outside its group's sample: nobody is called (only a group's own command says so). */
      readonly spared?: true;
    }
  | { readonly type: "reopen"; readonly reason: Personal }
  | { readonly type: "withdraw"; readonly reason: Personal }
  | { readonly type: "urge"; readonly text?: Personal }
  | { readonly type: "note"; readonly text: Personal }
  | { readonly type: "customer-message"; readonly text: Personal; readonly messageId?: string }
  | {
      readonly type: "acknowledge";
      readonly clock: ClockName;
      readonly cycle: number;
      readonly key?: string;
      readonly rung: string;
    }
  | { readonly type: "join-group"; readonly groupId: string; readonly level: GroupLevel }
  | { readonly type: "leave-group"; readonly groupId: string }
  | {
      readonly type: "link-repeat";
      readonly complaintId: string;
      readonly number: string;
      readonly nth: number;
    }
  | { readonly type: "pause"; readonly reason: PauseReason; readonly text?: Personal }
  | { readonly type: "resume" }
  | {
      readonly type: "extend";
      readonly clock: ClockName;
      /** The current cycle unless said otherwise. */
      readonly cycle?: number;
      readonly key?: string;
      readonly dueAt: Instant;
      readonly reason: Personal;
    }
  /** Files that came with a mail; names stand beside the event. */
  | { readonly type: "attach"; readonly files: readonly StoredFile[]; readonly personal: Values }
  /** Personal values are to be removed for good: of these fields, or all. */
  | { readonly type: "erase"; readonly fields: readonly string[] }
  /** The same point in the same building came too often (D15). */
  | {
      readonly type: "correct-recurrence";
      readonly complaintIds: readonly string[];
      readonly ownerId: string;
    }
  /** Somebody leaves: what he holds of the complaint goes to another person. */
  | { readonly type: "hand-over"; readonly from: string; readonly to: string; readonly reason: Personal }
  | { readonly type: "fire-rungs" }
  /** Other rules are in force than those the running clocks were computed with. */
  | { readonly type: "retime" };

type Values = Readonly<Record<string, Personal>>;

/** Who is to solve it, and by when the department has to report (D4 限期). */
export interface Assignment {
  readonly departmentId: string;
  readonly handlerId?: string;
  readonly limitAt?: Instant;
}

export interface StepFacts {
  readonly departmentIds?: readonly string[];
  readonly personIds?: readonly string[];
  readonly testimonies?: number;
  readonly affected?: number;
}

/** A plan is written (D9 书面处理方案), approved by a second person, and agreed with the customer (D2). */
export type PlanAct =
  | {
      readonly kind: "write";
      readonly text: Personal;
      readonly nodes: readonly { readonly dueAt: Instant; readonly text: Personal }[];
    }
  | { readonly kind: "approve" }
  | { readonly kind: "agree"; readonly via: ReplyVia };

export interface NewAction {
  readonly ownerId: string;
  readonly dueAt: Instant;
  readonly cause: Personal;
  readonly measure: Personal;
}

export type CommandName = Command["type"];
/** Commands that a person gives over HTTP (handbook 5). */
export type StaffCommandName = Exclude<
  CommandName,
  "correct-recurrence" | "register" | "attach" | "erase" | "hand-over" | "fire-rungs" | "retime"
>;

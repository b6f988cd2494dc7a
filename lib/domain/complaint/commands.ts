import type { ClassCode } from "../classification/classes.ts";
import type { PauseReason } from "../clocks/clock.ts";
import type { ClockName } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import type { FollowUpOutcome, GroupLevel, Level, Registration, ReplyVia, Validity } from "./events.ts";
import type { Personal } from "./personal.ts";

/** What somebody wants to happen. Free text and personal values come salted, ready to stand beside the event. */
export type Command =
  | {
      readonly type: "register";
      readonly registration: Registration;
      readonly personal: Readonly<Record<string, Personal>>;
    }
  | { readonly type: "reply"; readonly via: ReplyVia; readonly text: Personal; readonly occurredAt?: Instant }
  | { readonly type: "assign"; readonly departmentId: string; readonly handlerId?: string }
  | { readonly type: "classify"; readonly classCode: ClassCode; readonly level?: Level }
  | { readonly type: "judge"; readonly validity: Validity; readonly reason: Personal }
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
  | { readonly type: "fire-rungs" }
  /** Other rules are in force than those the running clocks were computed with. */
  | { readonly type: "retime" };

export type CommandName = Command["type"];
/** Commands that a person gives over HTTP (handbook 5). */
export type StaffCommandName = Exclude<
  CommandName,
  "register" | "fire-rungs" | "retime" | "join-group" | "leave-group" | "link-repeat"
>;

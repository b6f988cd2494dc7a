import type { Post } from "../organisation/organisation.ts";

/** A limit of a clock. Natural time runs from the event; working days end at close of business. */
export type Limit =
  | { readonly kind: "natural"; readonly minutes: number }
  | { readonly kind: "working-days"; readonly days: number };

/** A limit with the clause it comes from; `default` marks values the sources leave open. */
export interface LimitRule {
  readonly limit: Limit;
  readonly clause: string;
}

/** When a rung fires, relative to its clock. */
export type RungTime =
  | { readonly kind: "share-of-time"; readonly percent: number }
  | { readonly kind: "after-start"; readonly minutes: number }
  | { readonly kind: "after-limit"; readonly workingMinutes: number }
  | { readonly kind: "working-days-after-limit"; readonly days: number; readonly orSecondLimit: boolean };

export interface RungRule {
  readonly id: string;
  readonly time: RungTime;
  readonly posts: readonly Post[];
  /** A reminder comes before the limit, an escalation at or after it. */
  readonly kind: "reminder" | "escalation";
}

export type ClockName = "firstReply" | "result";

export interface ClockRule {
  readonly limits: readonly LimitRule[];
  /** Replaces `limits` where personal or property safety is touched (D6 立即) or the urgency is 紧急. */
  readonly urgentLimits: readonly LimitRule[];
}

/** Quiet hours as local wall time, across midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  /** A reminder whose limit falls within so many minutes after the quiet hours is sent at their start. */
  readonly earlyIfDueWithinMinutes: number;
}

/** All limits of a company as data: versioned, stamped on every clock that uses it. */
export interface Policy {
  readonly version: string;
  readonly clocks: Readonly<Record<ClockName, ClockRule>>;
  readonly ladder: readonly RungRule[];
  readonly urgentLadder: readonly RungRule[];
  readonly quietHours: QuietHours;
  readonly followUp: { readonly attempts: number; readonly days: number; readonly satisfiedFrom: number };
  /** First day of the reporting period (1 = calendar month). */
  readonly periodStartDay: number;
}

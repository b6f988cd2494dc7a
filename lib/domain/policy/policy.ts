import type { Post } from "../organisation/organisation.ts";
import type { Clause } from "../regulations/clause.ts";
import type { Disclosure } from "./disclosure-policy.ts";
import type { GroupPolicy } from "./group-policy.ts";
import type { NoticePolicy } from "./notice-policy.ts";
import type { PrivacyPolicy } from "./privacy-policy.ts";
import type { ReportingPolicy } from "./reporting-policy.ts";
import { ruleIdOf } from "./rung-id.ts";
import type { TicketPolicy } from "./ticket-policy.ts";

/** The clocks (时间节点) of a complaint; a time the customer asked for (D11) shortens `firstReply`. */
export const clockNames = [
  "record",
  "accept",
  "firstReply",
  "result",
  "department",
  "plan",
  "node",
  "invalidExplain",
  "dailyReport",
  "followUp",
  "external",
  "corrective",
] as const;
export type ClockName = (typeof clockNames)[number];

/**
 * A limit of a clock. Natural time runs from the event; working days end at close of business; working time counts
 * opening hours; `given` is an instant that somebody set; `daily` is the next such wall time, tomorrow's when the
 * clock starts after `lastStart`.
 */
export type Limit =
  | { readonly kind: "natural"; readonly minutes: number }
  | { readonly kind: "working-days"; readonly days: number }
  | { readonly kind: "working-time"; readonly minutes: number }
  | { readonly kind: "daily"; readonly at: string; readonly lastStart: string }
  | { readonly kind: "given" };

/** A limit with the clause it comes from; `default` marks values the sources leave open. */
export interface LimitRule {
  readonly limit: Limit;
  readonly clause: Clause;
}

/** When a rung fires, relative to its clock. */
export type RungTime =
  | { readonly kind: "share-of-time"; readonly percent: number }
  | { readonly kind: "after-start"; readonly minutes: number }
  | { readonly kind: "after-limit"; readonly workingMinutes: number }
  | { readonly kind: "working-days-after-limit"; readonly days: number; readonly orSecondLimit: boolean };

/** A reminder comes before the limit, an escalation at or after it; news tells at the start that there is something. */
export const rungKinds = ["reminder", "escalation", "news"] as const;
export type RungKind = (typeof rungKinds)[number];

/** What makes a rung needless (D6: not accepted). */
export const unlessRules = ["assigned", "accepted"] as const;
export type Unless = (typeof unlessRules)[number];

export interface RungRule {
  /** Unique within its ladder; the same id in two ladders means the same rung. */
  readonly id: string;
  readonly time: RungTime;
  readonly posts: readonly Post[];
  readonly kind: RungKind;
  /** Only for complaints of level A or B (D11: reported up at once). */
  readonly onlyIf?: "grave";
  /** Decided without telling anybody where it is assigned, or whoever it was given to has taken it, by then. */
  readonly unless?: Unless;
  /** Sent again until somebody acknowledges it or the clock stops. */
  readonly repeat?: { readonly everyMinutes: number; readonly times: number };
}

/** Which limits a clock runs by: safety and 紧急 have their own, and so have levels A and B. */
export const clockVariants = ["ordinary", "urgent", "grave"] as const;
export type ClockVariant = (typeof clockVariants)[number];

/** What holds for one clock; a variant that is absent is like the ordinary one. */
export interface ClockRule {
  readonly limits: readonly LimitRule[];
  /** Replaces `limits` where personal or property safety is touched (D6 立即) or the urgency is 紧急. */
  readonly urgentLimits?: readonly LimitRule[];
  /** Replaces `limits` for levels A and B. */
  readonly graveLimits?: readonly LimitRule[];
  /** Name of the ladder. */
  readonly ladder: string;
  readonly urgentLadder?: string;
}

/** Quiet hours as local wall time, across midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  /** A reminder whose limit falls within so many minutes after the quiet hours is sent at their start. */
  readonly earlyIfDueWithinMinutes: number;
}

/** 回访: after so many attempts on so many days nobody can be reached; grades from `satisfiedFrom` on are satisfied. */
export interface FollowUpRule {
  readonly attempts: number;
  readonly days: number;
  readonly satisfiedFrom: number;
  /** Local times between which customers are called. */
  readonly callHours: { readonly from: string; readonly to: string };
}

/** All limits of a company as data: versioned, stamped on every clock that uses it. */
export interface Policy {
  readonly version: string;
  readonly clocks: Readonly<Record<ClockName, ClockRule>>;
  readonly ladders: Readonly<Record<string, readonly RungRule[]>>;
  readonly quietHours: QuietHours;
  readonly followUp: FollowUpRule;
  /** First day of the reporting period (1 = calendar month). */
  readonly periodStartDay: number;
  /** When complaints make a group (D11); absent: the built-in numbers. */
  readonly groups?: GroupPolicy;
  /** In which order people are told; absent: the built-in order. */
  readonly notices?: NoticePolicy;
  /** How a month is closed (D14); absent: the built-in numbers. */
  readonly reporting?: ReportingPolicy;
  /** Government tickets; absent: the built-in numbers. */
  readonly tickets?: TicketPolicy;
  /** How long people wait for an answer about their data, and how long records are kept; absent: the built-in numbers. */
  readonly privacy?: PrivacyPolicy;
  /** Which posts may know who an anonymous complainant is; absent: the built-in ones. */
  readonly identityPosts?: readonly Post[];
  /** Who may be shown who complained; absent: the built-in lines. */
  readonly disclosure?: Disclosure;
}

/** A policy as it was published: clocks that are younger than it are absent. */
export interface PublishedPolicy extends Omit<Policy, "clocks"> {
  readonly clocks: Readonly<Partial<Record<ClockName, ClockRule>>>;
}

/** The rungs of a ladder by its name. Throws RangeError for a name the policy does not have. */
export function ladderOf(policy: PublishedPolicy, name: string): readonly RungRule[] {
  const ladder = policy.ladders[name];
  if (ladder === undefined) throw new RangeError(`policy ${policy.version} has no ladder ${name}`);
  return ladder;
}

/** The rule of a rung, whichever ladder it is on. Throws RangeError for a rung the policy does not have. */
export function rungRule(policy: PublishedPolicy, rung: string): RungRule {
  const id = ruleIdOf(rung);
  for (const ladder of Object.values(policy.ladders)) {
    const rule = ladder.find((candidate) => candidate.id === id);
    if (rule !== undefined) return rule;
  }
  throw new RangeError(`policy ${policy.version} has no rung ${rung}`);
}

import type { Adapter } from "../policy/notice-policy.ts";
import { defined } from "../present.ts";
import { type Instant, plusSeconds } from "../time/instant.ts";

/** What a message says; each has its texts in lib/adapters/messages. */
export const noticeTemplates = [
  "acknowledgement",
  "reply",
  "result",
  "satisfaction-request",
  "reminder",
  "daily-report-request",
  "escalation",
  "possible-danger",
  "new-complaint",
  "handling",
  "statement-request",
  "tracking-link",
  "month-ready",
  "subscribed-files",
  "submission-awaited",
  "submission-contest",
  "group-proposed",
  "group-confirmed",
  "group-reminder",
  "group-escalation",
  "group-daily-report-request",
  "group-handling",
  "emergency-registered",
  "emergency-overdue",
  "quarantine-waiting",
  "quarantine-danger",
  "person-data-waiting",
] as const;
export type NoticeTemplate = (typeof noticeTemplates)[number];

const ofRungs: readonly NoticeTemplate[] = [
  "reminder",
  "escalation",
  "daily-report-request",
  "group-reminder",
  "group-escalation",
  "group-daily-report-request",
];

/** True for the messages of the rungs of a complaint or a group: they can be acknowledged. */
export function isOfRung(template: NoticeTemplate): boolean {
  return ofRungs.includes(template);
}

/** In the place of a post: the person complained of is told as such, and nobody else instead (D4). */
export const COMPLAINED_OF = "complained-of";

export type NoticeRecipient =
  | { readonly kind: "customer" }
  | { readonly kind: "person"; readonly id: string; readonly post: string; readonly insteadOf?: string };

/** What the message is about: a complaint's or a group's event, an emergency's or a submission's announcement, an edition of a month's report, what somebody subscribed to, or quarantined mails. */
export type NoticeSubject =
  | { readonly kind: "complaint"; readonly id: string; readonly seq: number }
  | { readonly kind: "group"; readonly id: string; readonly seq: number }
  | { readonly kind: "emergency"; readonly id: string; readonly seq: number }
  | {
      readonly kind: "submission";
      readonly month: string;
      readonly projectId: string;
      readonly seq: number;
    }
  | { readonly kind: "report"; readonly month: string; readonly edition: number }
  /** The files of a part of the tree, to whoever takes them. */
  | {
      readonly kind: "delivery";
      readonly runId: string;
      readonly built: number;
      readonly subscription: string;
    }
  /** A request about the own data that nobody has acted on. */
  | { readonly kind: "person-data"; readonly projectId: string; readonly requestId: string }
  /** The mails that wait for a project's people, on a local date; or one of them. */
  | {
      readonly kind: "quarantine";
      readonly projectId: string;
      readonly date: string;
      readonly mailId?: string;
    };

/** A message that was decided: exactly one per subject, clock, cycle, rung, recipient and adapter. */
export interface NoticePlan {
  /** Unique within its subject: `<clock>#<cycle>[#<key>]#<rung>#<recipient>#<adapter>` or `<template>#<seq>#…`. */
  readonly key: string;
  readonly subject: NoticeSubject;
  readonly template: NoticeTemplate;
  readonly recipient: NoticeRecipient;
  readonly adapter: Adapter;
}

/** planned → claimed(until, attempt) → handedOver(provider id) | failed. */
export type NoticeState =
  | { readonly state: "planned" }
  | { readonly state: "claimed"; readonly until: Instant }
  | { readonly state: "handedOver"; readonly at: Instant; readonly providerId: string }
  /** Somebody acknowledged the rung before this way was tried. */
  | { readonly state: "unneeded"; readonly at: Instant }
  | { readonly state: "failed"; readonly at: Instant; readonly reason: string };

export interface Notice extends NoticePlan {
  readonly status: NoticeState;
  readonly plannedAt: Instant;
  /** Not to be sent earlier. */
  readonly notBefore?: Instant;
  /** Another way beside one that was handed over: only if nobody has acknowledged it by then. */
  readonly later?: true;
  /** What has the same bundle goes to the same person as one message (lib/domain/notices/departure.ts). */
  readonly bundle?: string;
  readonly attempt: number;
  /** Attempts that ended between hand-over and record, by a crash or an unknown outcome: each may have sent it. */
  readonly possibleDuplicates: number;
  readonly lastError?: string;
}

const CLAIM_SECONDS = 120;
const MAX_ATTEMPTS = 5;

/** How long a sender may hold a notice before another may take it, in seconds. */
export const claimSeconds = CLAIM_SECONDS;

export function plannedNotice(plan: NoticePlan, at: Instant, delaySeconds = 0, bundle?: string): Notice {
  return {
    ...plan,
    status: { state: "planned" },
    plannedAt: at,
    ...defined({ bundle }),
    ...(delaySeconds === 0 ? {} : { notBefore: plusSeconds(at, delaySeconds) }),
    attempt: 0,
    possibleDuplicates: 0,
  };
}

/**
 * Claims a notice for one attempt; "done", "busy" and "exhausted" say why not. Exhausted: every one of the attempts
 * died without a record, so another would die too.
 */
export function claim(notice: Notice, now: Instant, until: Instant): Notice | "done" | "busy" | "exhausted" {
  switch (notice.status.state) {
    case "handedOver":
    case "unneeded":
    case "failed":
      return "done";
    case "claimed":
      if (notice.status.until > now) return "busy";
      if (notice.attempt >= MAX_ATTEMPTS) return "exhausted";
      return {
        ...notice,
        status: { state: "claimed", until },
        attempt: notice.attempt + 1,
        possibleDuplicates: notice.possibleDuplicates + 1,
      };
    case "planned":
      // Its own message comes in time.
      if (notice.notBefore !== undefined && notice.notBefore > now) return "busy";
      return { ...notice, status: { state: "claimed", until }, attempt: notice.attempt + 1 };
  }
}

export function handedOver(notice: Notice, at: Instant, providerId: string): Notice {
  return { ...notice, status: { state: "handedOver", at, providerId } };
}

export function unneeded(notice: Notice, at: Instant): Notice {
  return { ...notice, status: { state: "unneeded", at } };
}

export interface Failure {
  readonly reason: string;
  /** Trying again cannot help. */
  readonly permanent: boolean;
  /** Nobody knows whether the message went out: another attempt may be its second. */
  readonly mayHaveGone: boolean;
}

/** After a failed attempt: planned again, or failed for good after five attempts or a permanent error. */
export function attemptFailed(notice: Notice, at: Instant, failure: Failure): Notice {
  const { reason, permanent, mayHaveGone } = failure;
  const last = permanent || notice.attempt >= MAX_ATTEMPTS;
  return {
    ...notice,
    status: last ? { state: "failed", at, reason } : { state: "planned" },
    possibleDuplicates: notice.possibleDuplicates + (mayHaveGone && !last ? 1 : 0),
    lastError: reason,
  };
}

/** How a mail that was handed over turned out to reach nobody: it came back, or its reader called it spam. */
export type Rejection = "returned" | "complained";

/** What was handed over did not reach anybody. A notice that failed before stays as it is. */
export function cameBack(notice: Notice, at: Instant, reason: Rejection): Notice {
  return notice.status.state === "failed" ? notice : { ...notice, status: { state: "failed", at, reason } };
}

/**
 * A message of a restored table: what had not been handed over by the backup's moment may have been since, so it waits
 * for a person to send it again. Undefined for one that is over.
 */
export function heldBack(notice: Notice, at: Instant): Notice | undefined {
  const { state } = notice.status;
  if (state !== "planned" && state !== "claimed") return undefined;
  return { ...notice, status: { state: "failed", at, reason: "restored" } };
}

/** When the sweep must look at the notice if nobody handed it over by then. */
export function noticeAlarm(notice: Notice): Instant | undefined {
  switch (notice.status.state) {
    case "planned":
    // A claim moves nothing: a sweep that comes while it lasts finds the notice busy and does no harm.
    case "claimed":
      return notice.notBefore ?? notice.plannedAt;
    case "handedOver":
    case "unneeded":
    case "failed":
      return undefined;
  }
}

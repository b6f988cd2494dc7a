import type { Instant } from "../time/instant.ts";

export const complaintWebhookKinds = [
  "complaint.registered",
  "complaint.assigned",
  "complaint.accepted",
  "complaint.classified",
  "complaint.urged",
  "complaint.replied",
  "complaint.escalated",
  "complaint.resolved",
  "complaint.followed-up",
  "complaint.closed",
  "complaint.reopened",
  "complaint.left",
] as const;
export type ComplaintWebhookKind = (typeof complaintWebhookKinds)[number];

/** 群体投诉 (D11). */
export const groupWebhookKinds = [
  "group.proposed",
  "group.confirmed",
  "group.joined",
  "group.left",
  "group.escalated",
  "group.resolved",
  "group.closed",
  "group.dissolved",
] as const;
export type GroupWebhookKind = (typeof groupWebhookKinds)[number];

/** 突发事件 (D7). */
export const emergencyWebhookKinds = [
  "emergency.registered",
  "emergency.reported",
  "emergency.overdue",
] as const;
export type EmergencyWebhookKind = (typeof emergencyWebhookKinds)[number];

/** What a project writes for a month (D7, D8). */
export const submissionWebhookKinds = [
  "submission.confirmed",
  "submission.overdue",
  "submission.contested",
  "submission.ruled",
] as const;
export type SubmissionWebhookKind = (typeof submissionWebhookKinds)[number];

/** What other systems may ask to be told of. */
export const webhookKinds = [
  ...complaintWebhookKinds,
  ...groupWebhookKinds,
  ...emergencyWebhookKinds,
  ...submissionWebhookKinds,
] as const;
export type WebhookKind = (typeof webhookKinds)[number];

/** What a system is told: ids, numbers and classes; no personal value and no free text, which it asks for with rights of its own. */
export interface WebhookPayload<D extends object = object> {
  readonly type: WebhookKind | "ping";
  readonly timestamp: Instant;
  readonly data: D;
}

/** Something that happened, as it is told. */
export interface WebhookNews {
  readonly kind: WebhookKind;
  /** When it was written down, and what of the document it is: the same thing always has the same. */
  readonly at: Instant;
  readonly key: string;
  readonly payload: WebhookPayload;
}

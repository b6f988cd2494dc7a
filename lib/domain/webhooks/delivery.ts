import { type Instant, plusSeconds } from "../time/instant.ts";

export type DeliveryState =
  | { readonly state: "planned" }
  | { readonly state: "claimed"; readonly until: Instant }
  | { readonly state: "delivered"; readonly at: Instant; readonly answer: number }
  | { readonly state: "failed"; readonly at: Instant; readonly reason: string };

/** One event for one subscription: decided exactly once, handed over at least once, under an id that never changes. */
export interface WebhookDelivery {
  /** `<instant>#<complaint>#<seq>`: the receiver knows a repetition by it. */
  readonly id: string;
  readonly subscriptionId: string;
  readonly kind: string;
  /** The body as it is signed and sent: the same bytes every time. */
  readonly payload: string;
  readonly plannedAt: Instant;
  /** Not to be sent before. */
  readonly notBefore: Instant;
  readonly status: DeliveryState;
  readonly attempt: number;
  readonly lastError?: string;
}

/** `default`: pauses after each failed attempt, in seconds; after the last one it is a dead letter. Two days in all. */
export const RETRY_PAUSES: readonly number[] = [60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400];
/** A claim outlasts the longest attempt. */
const CLAIM_SECONDS = 120;

export function plannedDelivery(
  of: Pick<WebhookDelivery, "id" | "subscriptionId" | "kind" | "payload">,
  now: Instant,
): WebhookDelivery {
  return { ...of, plannedAt: now, notBefore: now, status: { state: "planned" }, attempt: 0 };
}

/** Claims it for one attempt; undefined where there is nothing to do now. */
export function claimDelivery(delivery: WebhookDelivery, now: Instant): WebhookDelivery | undefined {
  const { status, notBefore, attempt } = delivery;
  const until = plusSeconds(now, CLAIM_SECONDS);
  switch (status.state) {
    case "delivered":
    case "failed":
      return undefined;
    case "claimed":
      // Whoever had it died: the claim has run out.
      return status.until > now
        ? undefined
        : { ...delivery, status: { state: "claimed", until }, attempt: attempt + 1 };
    case "planned":
      return notBefore > now
        ? undefined
        : { ...delivery, status: { state: "claimed", until }, attempt: attempt + 1 };
  }
}

export function delivered(delivery: WebhookDelivery, at: Instant, answer: number): WebhookDelivery {
  const { lastError: _, ...rest } = delivery;
  return { ...rest, status: { state: "delivered", at, answer } };
}

/** After a failed attempt: planned again after a pause that grows, or a dead letter after the last or a final answer. */
export function attemptFailed(
  delivery: WebhookDelivery,
  at: Instant,
  reason: string,
  isFinal: boolean,
): WebhookDelivery {
  const pause = RETRY_PAUSES[delivery.attempt - 1];
  const after: WebhookDelivery = { ...delivery, lastError: reason };
  if (isFinal || pause === undefined) return { ...after, status: { state: "failed", at, reason } };
  return { ...after, status: { state: "planned" }, notBefore: plusSeconds(at, pause) };
}

/** A dead letter, or one that was delivered, goes once more: the same id and the same bytes. */
export function replayed(delivery: WebhookDelivery, now: Instant): WebhookDelivery {
  const { lastError: _, ...rest } = delivery;
  return { ...rest, status: { state: "planned" }, notBefore: now, attempt: 0 };
}

/** When the sweep must look at it if nobody sent it by then. */
export function deliveryAlarm({ status, notBefore }: WebhookDelivery): Instant | undefined {
  switch (status.state) {
    case "planned":
    case "claimed":
      return notBefore;
    case "delivered":
    case "failed":
      return undefined;
  }
}

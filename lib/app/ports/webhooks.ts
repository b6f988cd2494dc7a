import type { WebhookDelivery } from "../../domain/webhooks/delivery.ts";
import type { WebhookSubscription } from "../../domain/webhooks/subscription.ts";
import type { ItemRef } from "./alarms.ts";
import type { Freshness } from "./freshness.ts";
import type { Page, PageRequest } from "./page.ts";

export interface WebhookStore {
  list(freshness?: Freshness): Promise<readonly WebhookSubscription[]>;
  find(id: string): Promise<WebhookSubscription | undefined>;
  /** Writes it if it stands one version lower (not at all for version 1); false if not. */
  put(subscription: WebhookSubscription): Promise<boolean>;
  /** Writes the delivery unless it is already there. */
  plan(delivery: WebhookDelivery): Promise<void>;
  load(ref: ItemRef): Promise<WebhookDelivery | undefined>;
  /** Replaces it if attempt and state are still those of `before`. */
  replace(before: WebhookDelivery, after: WebhookDelivery): Promise<boolean>;
  /** Of one subscription, newest first. */
  deliveries(subscriptionId: string, page: PageRequest): Promise<Page<WebhookDelivery>>;
  refOf(delivery: Pick<WebhookDelivery, "subscriptionId" | "id">): ItemRef;
}

/** A request to a system outside. */
export interface OutboundRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The address is not one that may be called: no https, or it leads into a private network. */
export class AddressRefusedError extends Error {
  override readonly name = "AddressRefusedError";
}

/** Fetches from a system outside; more than `maxBytes` is not taken. Throws AddressRefusedError, or what went wrong. */
export type OutboundFetch = (asked: {
  readonly url: string;
  readonly maxBytes: number;
}) => Promise<{ readonly status: number; readonly body: Uint8Array; readonly tooLong: boolean }>;

/** Posts to systems outside; the answer's status, whatever it is. Throws AddressRefusedError, or what went wrong. */
export type OutboundPost = (request: OutboundRequest) => Promise<number>;

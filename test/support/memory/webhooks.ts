import type { ItemRef } from "../../../lib/app/ports/alarms.ts";
import type { PageRequest } from "../../../lib/app/ports/page.ts";
import type { WebhookStore } from "../../../lib/app/ports/webhooks.ts";
import type { WebhookDelivery } from "../../../lib/domain/webhooks/delivery.ts";
import type { WebhookSubscription } from "../../../lib/domain/webhooks/subscription.ts";
import { paged, stored } from "./stored.ts";

/** Subscriptions and deliveries with the table's conditions. */
export class MemoryWebhooks implements WebhookStore {
  readonly subscriptions = new Map<string, WebhookSubscription>();
  readonly items = new Map<string, WebhookDelivery>();

  refOf({ subscriptionId, id }: Pick<WebhookDelivery, "subscriptionId" | "id">): ItemRef {
    return { pk: `webhook#${subscriptionId}`, sk: id };
  }
  async list() {
    return [...this.subscriptions.values()].map((one) => stored(one));
  }
  async find(id: string) {
    return this.subscriptions.get(id);
  }
  async put(subscription: WebhookSubscription) {
    if ((this.subscriptions.get(subscription.id)?.version ?? 0) !== subscription.version - 1) return false;
    this.subscriptions.set(subscription.id, stored(subscription));
    return true;
  }
  async plan(delivery: WebhookDelivery) {
    const key = this.#key(this.refOf(delivery));
    if (!this.items.has(key)) this.items.set(key, stored(delivery));
  }
  async load(ref: ItemRef) {
    return this.items.get(this.#key(ref));
  }
  async replace(before: WebhookDelivery, after: WebhookDelivery) {
    const key = this.#key(this.refOf(before));
    const current = this.items.get(key);
    if (current?.attempt !== before.attempt || current.status.state !== before.status.state) return false;
    this.items.set(key, stored(after));
    return true;
  }
  async deliveries(subscriptionId: string, page: PageRequest) {
    const of = [...this.items.values()].filter((one) => one.subscriptionId === subscriptionId);
    return paged(
      of.sort((a, b) => b.id.localeCompare(a.id)),
      page,
    );
  }
  #key({ pk, sk }: ItemRef): string {
    return `${pk} ${sk}`;
  }
}

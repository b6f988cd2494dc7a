import { toInstant } from "../../domain/time/instant.ts";
import { plannedDelivery, type WebhookDelivery } from "../../domain/webhooks/delivery.ts";
import type { WebhookNews } from "../../domain/webhooks/kinds.ts";
import { wants } from "../../domain/webhooks/subscription.ts";
import type { Ports } from "../ports/index.ts";
import { subscriptionsOf } from "./wanted.ts";

export type PlanPorts = Pick<Ports, "clock" | "webhooks" | "webhookQueue">;

/**
 * Plans what systems outside are told of what happened in a project. May run twice: each delivery has a fixed key. A
 * subscription that is new, or changed, counts from the next minute on.
 */
export async function tellSystems(
  ports: PlanPorts,
  projectId: string,
  told: () => readonly WebhookNews[],
): Promise<void> {
  const subscriptions = await subscriptionsOf(ports);
  if (subscriptions.length === 0) return;
  const now = toInstant(ports.clock.now());
  for (const { kind, at, key, payload } of told()) {
    const body = JSON.stringify(payload);
    for (const { id } of subscriptions.filter((one) => wants(one, kind, projectId))) {
      const name = `${at}#${key}`;
      await send(ports, plannedDelivery({ id: name, subscriptionId: id, kind, payload: body }, now));
    }
  }
}

/** Plans a delivery and sends for it; the sweep finds one whose message was lost. */
export async function send({ webhooks, webhookQueue }: PlanPorts, delivery: WebhookDelivery): Promise<void> {
  await webhooks.plan(delivery);
  await webhookQueue.send(webhooks.refOf(delivery));
}

import type { Complaint } from "../../domain/complaint/document.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { plannedDelivery, type WebhookDelivery } from "../../domain/webhooks/delivery.ts";
import { webhookKindOf, webhookPayload } from "../../domain/webhooks/event.ts";
import { wants } from "../../domain/webhooks/subscription.ts";
import type { Ports } from "../ports/index.ts";
import { subscriptionsOf } from "./wanted.ts";

export type PlanPorts = Pick<Ports, "clock" | "webhooks" | "webhookQueue">;

/**
 * Plans what systems outside are told of these numbers of a complaint's outbox. May run twice: each delivery has a fixed
 * key. A subscription that is new, or changed, counts from the next minute on.
 */
export async function tellSystems(
  ports: PlanPorts,
  complaint: Complaint,
  numbers: readonly number[],
): Promise<void> {
  const now = toInstant(ports.clock.now());
  const { id, projectId } = complaint.registration;
  const subscriptions = await subscriptionsOf(ports);
  if (subscriptions.length === 0) return;
  for (const event of complaint.events.filter(({ seq }) => numbers.includes(seq))) {
    const kind = webhookKindOf(event);
    if (kind === undefined) continue;
    const payload = JSON.stringify(webhookPayload(kind, event, complaint));
    for (const subscription of subscriptions.filter((one) => wants(one, kind, projectId))) {
      const name = `${event.recordedAt}#${id}#${event.seq}`;
      await send(ports, plannedDelivery({ id: name, subscriptionId: subscription.id, kind, payload }, now));
    }
  }
}

/** Plans a delivery and sends for it; the sweep finds one whose message was lost. */
export async function send({ webhooks, webhookQueue }: PlanPorts, delivery: WebhookDelivery): Promise<void> {
  await webhooks.plan(delivery);
  await webhookQueue.send(webhooks.refOf(delivery));
}

import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import {
  type ChangedWebhook,
  pingWebhook,
  putWebhook,
  replayWebhook,
  rotateWebhookSecret,
  webhookDeliveries,
} from "../../../app/webhooks/keep.ts";
import { webhookRoutes } from "../../../contracts/webhooks/routes.ts";
import { defined } from "../../../domain/present.ts";
import type { WebhookDelivery } from "../../../domain/webhooks/delivery.ts";
import type { WebhookSubscription } from "../../../domain/webhooks/subscription.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type WebhooksApiPorts = Pick<Ports, "clock" | "crypto" | "webhooks" | "webhookQueue" | "organisation">;

const defaultLimit = 30;

/** Systems outside that want to know: what they are told, and what became of it. */
export const webhookHandlers = {
  listWebhooks: forStaff(webhookRoutes.listWebhooks, async (ports: WebhooksApiPorts) =>
    json(200, { items: (await ports.webhooks.list()).map(subscriptionView) }),
  ),

  putWebhook: forStaff(
    webhookRoutes.putWebhook,
    async (ports: WebhooksApiPorts, { params, body, person }) => {
      const { version, ...terms } = body;
      const changed = await putWebhook(ports, params.id, { version, terms, by: person.id });
      return isProblem(changed) ? changed : json(200, changedView(changed));
    },
  ),

  rotateWebhookSecret: forStaff(
    webhookRoutes.rotateWebhookSecret,
    async (ports: WebhooksApiPorts, { params, body }) => {
      const changed = await rotateWebhookSecret(ports, params.id, body.version);
      return isProblem(changed) ? changed : json(200, changedView(changed));
    },
  ),

  pingWebhook: forStaff(webhookRoutes.pingWebhook, async (ports: WebhooksApiPorts, { params, person }) => {
    const planned = await pingWebhook(ports, params.id, person.id);
    return isProblem(planned) ? planned : json(202, deliveryView(planned));
  }),

  listDeliveries: forStaff(
    webhookRoutes.listDeliveries,
    async (ports: WebhooksApiPorts, { params, query }) => {
      const page = await webhookDeliveries(ports, params.id, { limit: defaultLimit, ...query });
      return isProblem(page) ? page : json(200, { ...page, items: page.items.map(deliveryView) });
    },
  ),

  replayDelivery: forStaff(webhookRoutes.replayDelivery, async (ports: WebhooksApiPorts, { params }) => {
    const planned = await replayWebhook(ports, params.id, params.delivery);
    return isProblem(planned) ? planned : json(202, deliveryView(planned));
  }),
} satisfies ServingsOf<typeof webhookRoutes, WebhooksApiPorts>;

function subscriptionView(subscription: WebhookSubscription) {
  const { id, name, url, kinds, projectIds, paused, createdAt, createdBy, version } = subscription;
  const { formerSecretUntil } = subscription;
  return {
    id,
    name,
    url,
    kinds,
    ...defined({ projectIds, paused, formerSecretUntil }),
    createdAt,
    createdBy,
    version,
  };
}

function changedView({ subscription, secret }: ChangedWebhook) {
  return { ...subscriptionView(subscription), ...defined({ secret }) };
}

function deliveryView({
  id,
  kind,
  status,
  attempt,
  plannedAt,
  notBefore,
  lastError,
  payload,
}: WebhookDelivery) {
  return {
    id,
    kind,
    state: status.state,
    attempt,
    plannedAt,
    ...(status.state === "planned" ? { nextAt: notBefore } : {}),
    ...("at" in status ? { endedAt: status.at } : {}),
    ...("answer" in status ? { answer: status.answer } : {}),
    ...defined({ lastError }),
    payload,
  };
}

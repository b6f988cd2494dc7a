import * as z from "zod";
import type { WebhookStore } from "../../../app/ports/webhooks.ts";
import { defined } from "../../../domain/present.ts";
import {
  type DeliveryState,
  deliveryAlarm,
  type WebhookDelivery,
} from "../../../domain/webhooks/delivery.ts";
import { webhookKinds } from "../../../domain/webhooks/kinds.ts";
import type { WebhookSubscription } from "../../../domain/webhooks/subscription.ts";
import { conditionally, read } from "../core/errors.ts";
import { putItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryAll, queryPage } from "../core/query.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import { alarmShard } from "../core/shard.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";

const subscription = z.looseObject({
  id: text,
  name: text,
  url: text,
  kinds: z.array(z.enum(webhookKinds)),
  projectIds: z.array(text).exactOptional(),
  paused: z.literal(true).exactOptional(),
  secretVersion: z.int().min(1),
  formerSecretUntil: instant.exactOptional(),
  createdAt: instant,
  createdBy: text,
  version: z.int().min(1),
} satisfies Shape<WebhookSubscription>);

const state: z.ZodType<DeliveryState> = z.discriminatedUnion("state", [
  z.looseObject({ state: z.literal("planned") }),
  z.looseObject({ state: z.literal("claimed"), until: instant }),
  z.looseObject({ state: z.literal("delivered"), at: instant, answer: count }),
  z.looseObject({ state: z.literal("failed"), at: instant, reason: text }),
]);

const delivery = z.looseObject({
  id: text,
  subscriptionId: text,
  kind: text,
  payload: text,
  plannedAt: instant,
  notBefore: instant,
  status: state,
  attempt: count,
  lastError: text.exactOptional(),
} satisfies Shape<WebhookDelivery>);

const stored = z.object({ schema: z.literal(1), delivery });

/** `default`: deliveries are kept for 30 days, dead letters for 90. */
const KEPT_DAYS = { delivered: 30, other: 90 } as const;

/** Subscriptions of other systems, and what they were told; deliveries are in the alarm index until they are over. */
export function webhookStore(table: Table, shards: number): WebhookStore {
  const refOf: WebhookStore["refOf"] = ({ subscriptionId, id }) => keys.webhookDelivery(subscriptionId, id);
  const write = (one: WebhookDelivery, condition: object) =>
    conditionally(() => putItem(table, { Item: deliveryItem(one, shards), ...condition }));
  return {
    refOf,
    find: (id) => getValue(table, keys.webhook(id), subscription),
    async list(freshness) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": keys.webhook("").pk },
        ConsistentRead: freshness !== "lately",
      });
      return items.map((item) => valueOf(item, subscription));
    },
    async put(one) {
      const written = await conditionally(() =>
        putItem(table, {
          Item: { ...valueItem(keys.webhook(one.id), one), version: one.version },
          ...(one.version === 1
            ? { ConditionExpression: "attribute_not_exists(pk)" }
            : {
                ConditionExpression: "version = :before",
                ExpressionAttributeValues: { ":before": one.version - 1 },
              }),
        }),
      );
      return written.done;
    },
    plan: async (planned) => void (await write(planned, { ConditionExpression: "attribute_not_exists(pk)" })),
    async load(ref) {
      const item = await getItem(table, ref);
      return item === undefined ? undefined : deliveryOf(item);
    },
    async replace(before, after) {
      const written = await write(after, {
        ConditionExpression: "#d.#status.#state = :state AND #d.#attempt = :attempt",
        ExpressionAttributeNames: {
          "#d": "delivery",
          "#status": "status",
          "#state": "state",
          "#attempt": "attempt",
        },
        ExpressionAttributeValues: { ":state": before.status.state, ":attempt": before.attempt },
      });
      return written.done;
    },
    async deliveries(subscriptionId, page) {
      const { items, cursor } = await queryPage(
        table,
        {
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :delivery)",
          ExpressionAttributeValues: {
            ":pk": keys.webhookDelivery(subscriptionId, "").pk,
            ":delivery": keys.webhookDelivery("", "").sk,
          },
          ScanIndexForward: false,
        },
        page,
      );
      return { items: items.map(deliveryOf), ...defined({ cursor }) };
    },
  };
}

function deliveryItem(one: WebhookDelivery, shards: number) {
  const ref = keys.webhookDelivery(one.subscriptionId, one.id);
  const at = deliveryAlarm(one);
  const name = `${ref.pk}#${ref.sk}`;
  const days = one.status.state === "delivered" ? KEPT_DAYS.delivered : KEPT_DAYS.other;
  return {
    ...ref,
    schema: 1,
    delivery: one,
    expiresAt: Math.floor(Date.parse(one.notBefore) / 1000) + days * 86_400,
    ...(at === undefined ? {} : { alarmShard: alarmShard(name, shards), alarmSk: `${at}#${name}` }),
  };
}

function deliveryOf(item: Record<string, unknown>): WebhookDelivery {
  return read(stored, item, { pk: String(item.pk), sk: String(item.sk) }).delivery;
}

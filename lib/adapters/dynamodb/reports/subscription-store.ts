import * as z from "zod";
import type { DeliveredFile, MailedFiles, SubscriptionStore } from "../../../app/ports/subscriptions.ts";
import { treeLevels } from "../../../domain/organisation/tree.ts";
import {
  rhythms,
  type Subscription,
  type Subscriptions,
  subscriptionId,
} from "../../../domain/subscriptions/subscription.ts";
import { conditionally } from "../core/errors.ts";
import { putItem } from "../core/items.ts";
import { DELIVERY_SORT, keys } from "../core/keys.ts";
import { queryAll, queryPage } from "../core/query.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";
import { figures, span } from "./report-schema.ts";

const subscription = z.looseObject({
  every: z.enum(rhythms),
  level: z.enum(treeLevels),
  scope: text.exactOptional(),
} satisfies Shape<Subscription>);

const subscriptions: z.ZodType<Subscriptions> = z.looseObject({
  personId: text,
  version: count,
  items: z.array(subscription),
  changed: z.looseObject({ at: instant, by: text }),
} satisfies Shape<Subscriptions>);

const delivery: z.ZodType<MailedFiles> = z.looseObject({
  runId: text,
  built: count,
  subscription,
  name: text,
  month: text,
  span: span.exactOptional(),
  edition: count.exactOptional(),
  asOf: instant,
  recordedUntil: instant,
  madeAt: instant,
  figures: z.looseObject(figures),
  missing: z.array(text),
  files: z.array(
    z.looseObject({ key: text, title: text, size: count, contentType: text } satisfies Shape<DeliveredFile>),
  ),
} satisfies Shape<MailedFiles>);

/** Two months of days, and what came late. */
const LAST = 70;

/** Subscriptions stand together, because each night asks for all of them; what was delivered stands by itself and expires. */
export function subscriptionStore(table: Table): SubscriptionStore {
  return {
    find: (personId) => getValue(table, keys.subscriptions(personId), subscriptions),
    async list() {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :all",
        ExpressionAttributeValues: { ":all": keys.subscriptions("").pk },
        ConsistentRead: true,
      });
      return items.map((item) => valueOf(item, subscriptions));
    },
    async put(given) {
      const written = await conditionally(() =>
        putItem(table, {
          Item: { ...valueItem(keys.subscriptions(given.personId), given), version: given.version },
          ...(given.version === 1
            ? { ConditionExpression: "attribute_not_exists(pk)" }
            : {
                ConditionExpression: "version = :before",
                ExpressionAttributeValues: { ":before": given.version - 1 },
              }),
        }),
      );
      return written.done;
    },
    async deliver(made, until) {
      const ref = keys.delivery({ ...made, subscription: subscriptionId(made.subscription) });
      await conditionally(() =>
        putItem(table, {
          Item: { ...valueItem(ref, made), expiresAt: Math.ceil(Date.parse(until) / 1000) },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
    },
    delivery: (ref) => getValue(table, keys.delivery(ref), delivery),
    async deliveries(subscribed) {
      const { items } = await queryPage(
        table,
        {
          KeyConditionExpression: "pk = :of AND begins_with(sk, :sort)",
          ExpressionAttributeValues: {
            ":of": keys.delivery({ runId: "", built: 0, subscription: subscribed }).pk,
            ":sort": DELIVERY_SORT,
          },
          ScanIndexForward: false,
        },
        { limit: LAST },
      );
      return items.map((item) => valueOf(item, delivery));
    },
  };
}

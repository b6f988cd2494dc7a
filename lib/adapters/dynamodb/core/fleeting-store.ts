import type * as z from "zod";
import type { ItemRef } from "../../../app/ports/alarms.ts";
import type { Fleeting, FleetingStore } from "../../../app/ports/errands.ts";
import { conditionally } from "./errors.ts";
import { putItem } from "./items.ts";
import type { Table } from "./table.ts";
import { getValue, valueItem } from "./value-item.ts";

/** Items that DynamoDB forgets by itself some time after they have expired, each with a lock of its own. */
export function fleetingStore<T extends Fleeting>(
  table: Table,
  key: (id: string) => ItemRef,
  schema: z.ZodType<T>,
): FleetingStore<T> {
  const item = (one: T) => ({
    ...valueItem(key(one.id), one),
    revision: one.revision,
    expiresAt: Math.ceil(Date.parse(one.expiresAt) / 1000),
  });
  return {
    async insert(one) {
      await putItem(table, { Item: item(one), ConditionExpression: "attribute_not_exists(pk)" });
    },
    find: (id) => getValue(table, key(id), schema),
    async replace(one, expectedRevision) {
      const written = await conditionally(() =>
        putItem(table, {
          Item: item(one),
          ConditionExpression: "revision = :expected",
          ExpressionAttributeValues: { ":expected": expectedRevision },
        }),
      );
      return written.done;
    },
  };
}

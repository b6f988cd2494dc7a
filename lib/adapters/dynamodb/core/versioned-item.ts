import type { ItemRef } from "../../../app/ports/alarms.ts";
import { conditionally } from "./errors.ts";
import { putItem } from "./items.ts";
import type { Table } from "./table.ts";

/** An item with a `revision`. Such items are never deleted. */
export type VersionedItem = ItemRef & { readonly revision: number };

/** Writes a new item; gives back the one that stands there already, and undefined if it was written. */
export function insertItem(table: Table, item: VersionedItem): Promise<Record<string, unknown> | undefined> {
  return put(table, item, { ConditionExpression: "attribute_not_exists(pk)" });
}

/** Writes over the item that has the expected revision; gives back the current one if it has another. */
export function replaceItem(
  table: Table,
  item: VersionedItem,
  expectedRevision: number,
): Promise<Record<string, unknown> | undefined> {
  return put(table, item, {
    ConditionExpression: "revision = :expected",
    ExpressionAttributeValues: { ":expected": expectedRevision },
  });
}

async function put(
  table: Table,
  item: VersionedItem,
  condition: {
    readonly ConditionExpression: string;
    readonly ExpressionAttributeValues?: Record<string, number>;
  },
): Promise<Record<string, unknown> | undefined> {
  const written = await conditionally(() =>
    putItem(table, {
      Item: { ...item },
      ...condition,
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    }),
  );
  if (written.done) return undefined;
  if (written.found === undefined) throw new Error(`item ${item.pk} ${item.sk} is not in the table`);
  return written.found;
}

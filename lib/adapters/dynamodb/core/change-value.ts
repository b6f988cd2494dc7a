import type * as z from "zod";
import type { ItemRef } from "../../../app/ports/alarms.ts";
import { conditionally } from "./errors.ts";
import { putItem } from "./items.ts";
import type { Table } from "./table.ts";
import { getItem } from "./together.ts";
import { valueItem, valueOf } from "./value-item.ts";

const TRIES = 5;

/**
 * Changes the facts of one item, where other parts of it may be changed at the same moment: again on what stands now where somebody was
 * faster. Throws after five lost races.
 */
export async function changeValue<T>(
  table: Table,
  ref: ItemRef,
  schema: z.ZodType<T>,
  change: (before: T | undefined) => object,
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const item = await getItem(table, ref);
    const after = valueItem(ref, change(item === undefined ? undefined : valueOf(item, schema)));
    const written = await conditionally(() =>
      putItem(table, {
        Item: after,
        ...(item === undefined
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : {
              ConditionExpression: "#value = :before",
              ExpressionAttributeNames: { "#value": "value" },
              ExpressionAttributeValues: { ":before": item["value"] },
            }),
      }),
    );
    if (written.done) return;
  }
  throw new Error(`others change ${ref.pk} ${ref.sk} again and again`);
}

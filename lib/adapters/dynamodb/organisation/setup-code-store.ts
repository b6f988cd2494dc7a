import * as z from "zod";
import type { SetupCodeStore } from "../../../app/ports/setup.ts";
import type { SetupCode } from "../../../domain/setup/code.ts";
import { conditionally, read } from "../core/errors.ts";
import { putItem, updateItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";

const stored = z.object({
  hash: text,
  madeAt: instant,
  expiresAt: instant,
  usedBy: text.exactOptional(),
} satisfies Shape<SetupCode>);

/** One item: a new code takes the place of the one before. */
export function setupCodeStore(table: Table): SetupCodeStore {
  const ref = keys.setupCode();
  return {
    async put(code) {
      await putItem(table, { Item: { ...ref, ...code } });
    },
    async find() {
      const item = await getItem(table, ref);
      return item === undefined ? undefined : read(stored, item, ref);
    },
    async use(hash, personId) {
      const written = await conditionally(() =>
        updateItem(table, {
          Key: ref,
          UpdateExpression: "SET usedBy = :person",
          ConditionExpression: "#hash = :hash AND (attribute_not_exists(usedBy) OR usedBy = :person)",
          ExpressionAttributeNames: { "#hash": "hash" },
          ExpressionAttributeValues: { ":hash": hash, ":person": personId },
        }),
      );
      return written.done;
    },
  };
}

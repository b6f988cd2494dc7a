import * as z from "zod";
import { conditionally, read } from "../core/errors.ts";
import { putItem, updateItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import type { Table } from "../core/table.ts";

const reserved = z.object({ runs: z.record(z.string(), z.int().min(1)) });

/**
 * The edition number of a holder (a run with so many projects done) within its month: 1, 2, 3 … without gaps, the same
 * one however often it asks. One item per month says who holds which number, so taking the next is one conditional
 * update.
 */
export async function editionNumber(table: Table, month: string, holder: string): Promise<number> {
  const ref = keys.reservedEditions(month);
  await conditionally(() =>
    putItem(table, {
      Item: { ...ref, last: 0, runs: {} },
      ConditionExpression: "attribute_not_exists(pk)",
    }),
  );
  const taken = await conditionally(() =>
    updateItem(table, {
      Key: ref,
      UpdateExpression: "SET #runs.#run = #last + :one, #last = #last + :one",
      ConditionExpression: "attribute_not_exists(#runs.#run)",
      ExpressionAttributeNames: { "#runs": "runs", "#run": holder, "#last": "last" },
      ExpressionAttributeValues: { ":one": 1 },
      ReturnValues: "ALL_NEW",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    }),
  );
  const { runs } = read(reserved, taken.done ? taken.result : taken.found, ref);
  const number = runs[holder];
  if (number === undefined) throw new Error(`${holder} holds no edition of ${month}`);
  return number;
}

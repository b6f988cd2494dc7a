import * as z from "zod";
import type { Counters } from "../../../app/ports/counters.ts";
import type { Instant } from "../../../domain/time/instant.ts";
import { conditionally, read } from "./errors.ts";
import { updateItem } from "./items.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { getItem } from "./together.ts";

const counter = z.object({ last: z.int().min(1) });

/** Company-wide running numbers (D10): an atomic addition, so a number is never given twice. */
export function counters(table: Table): Counters {
  return {
    next: (prefix) => counterStep(table, prefix),
    raise: (prefix, to) => raise(table, prefix, to),
    last: (prefix) => counterValue(table, prefix),
    hit: (name, until) => hit(table, name, until),
  };
}

async function raise(table: Table, name: string, to: number): Promise<void> {
  await conditionally(() =>
    updateItem(table, {
      Key: keys.counter(name),
      UpdateExpression: "SET #last = :to",
      ConditionExpression: "attribute_not_exists(#last) OR #last < :to",
      ExpressionAttributeNames: { "#last": "last" },
      ExpressionAttributeValues: { ":to": to },
    }),
  );
}

/** A counter that DynamoDB forgets by itself some time after `until`. */
async function hit(table: Table, name: string, until: Instant): Promise<number> {
  const ref = keys.counter(name);
  const attributes = await updateItem(table, {
    Key: ref,
    UpdateExpression: "ADD #last :one SET expiresAt = :until",
    ExpressionAttributeNames: { "#last": "last" },
    ExpressionAttributeValues: { ":one": 1, ":until": Math.ceil(Date.parse(until) / 1000) },
    ReturnValues: "UPDATED_NEW",
  });
  return read(counter, attributes, ref).last;
}

/** Adds one to a counter and returns the new value. A repeated request leaves a gap, never a repetition. */
export async function counterStep(table: Table, name: string): Promise<number> {
  const ref = keys.counter(name);
  const attributes = await updateItem(table, {
    Key: ref,
    UpdateExpression: "ADD #last :one",
    ExpressionAttributeNames: { "#last": "last" },
    ExpressionAttributeValues: { ":one": 1 },
    ReturnValues: "UPDATED_NEW",
  });
  return read(counter, attributes, ref).last;
}

/** The counter's last value; 0 before its first step. */
export async function counterValue(table: Table, name: string): Promise<number> {
  const ref = keys.counter(name);
  const item = await getItem(table, ref);
  return item === undefined ? 0 : read(counter, item, ref).last;
}

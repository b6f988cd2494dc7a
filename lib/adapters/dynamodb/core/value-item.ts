import * as z from "zod";
import type { ItemRef } from "../../../app/ports/alarms.ts";
import type { Freshness } from "../../../app/ports/freshness.ts";
import { read } from "./errors.ts";
import { putItem } from "./items.ts";
import { packedJson, packJson } from "./packed-json.ts";
import type { Table } from "./table.ts";
import { getItem } from "./together.ts";

const enclosing = z.object({ pk: z.string(), sk: z.string(), value: packedJson });

/** An item whose facts stand in `value`. */
export function valueItem(ref: ItemRef, value: object): Record<string, string> {
  return { ...ref, value: JSON.stringify(value) };
}

/** The same, deflated: for values that may come near the 400 KB an item can have. */
export function packedItem(ref: ItemRef, value: object): Record<string, string | Uint8Array> {
  return { ...ref, value: packJson(value) };
}

/** Reads one item whose facts stand in `value`, strongly consistent unless `lately` is enough. */
export async function getValue<T>(
  table: Table,
  ref: ItemRef,
  schema: z.ZodType<T>,
  freshness?: Freshness,
): Promise<T | undefined> {
  const item = await getItem(table, ref, freshness);
  return item === undefined ? undefined : valueOf(item, schema);
}

/** Writes one item with its facts in `value`, over whatever stood there. */
export async function putValue(table: Table, ref: ItemRef, value: object): Promise<void> {
  await putItem(table, { Item: valueItem(ref, value) });
}

/** The facts of an item of a list. */
export function valueOf<T>(item: Record<string, unknown>, schema: z.ZodType<T>): T {
  const ref = { pk: String(item.pk), sk: String(item.sk) };
  return read(schema, read(enclosing, item, ref).value, ref);
}

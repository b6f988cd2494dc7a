import {
  BatchGetItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { ItemRef } from "../../../app/ports/alarms.ts";
import { canonicalJson } from "../../../domain/document/chain.ts";
import type { Table } from "./table.ts";

/*
 * The table's operations over plain values. Not through the SDK's document client, which puts the middleware of every
 * command together anew: a tenth of a call's time (ADR 0012).
 */

/** An item, or a part of one, as plain values. */
export type Item = Readonly<Record<string, unknown>>;

/** An input of the SDK whose attribute values are plain. */
type Plain<Input extends object> = Partial<
  Omit<Input, "TableName" | "Item" | "Key" | "ExpressionAttributeValues" | "ExclusiveStartKey">
> & { readonly ExpressionAttributeValues?: Item };

type PutInput = Plain<PutItemCommandInput> & { readonly Item: Item };
export type UpdateInput = Plain<UpdateItemCommandInput> & { readonly Key: ItemRef };
export type QueryInput = Plain<QueryCommandInput> & { readonly ExclusiveStartKey?: Item };

/** The primary key of an item. */
export function refOf({ pk, sk }: Item): ItemRef {
  return { pk: String(pk), sk: String(sk) };
}

/** True if both hold the same values, bytes included. */
export function isSameItem(one: Item, other: Item): boolean {
  return canonicalJson(asText(one)) === canonicalJson(asText(other));
}

function asText(item: Item): Item {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
    ]),
  );
}

/** Reads one item in a call of its own (others go together: together.ts). */
export async function readItem(table: Table, ref: ItemRef, ConsistentRead = true): Promise<Item | undefined> {
  const { Item: found } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: stored(ref), ConsistentRead }),
  );
  return found === undefined ? undefined : unmarshall(found);
}

/** Writes one item. Throws ConditionalCheckFailedException. */
export async function putItem(table: Table, { Item: item, ...input }: PutInput): Promise<void> {
  await table.client.send(
    new PutItemCommand({ ...withStoredValues(input), TableName: table.name, Item: stored(item) }),
  );
}

/** Changes one item and gives the attributes that `ReturnValues` asks for. Throws ConditionalCheckFailedException. */
export async function updateItem(table: Table, { Key, ...input }: UpdateInput): Promise<Item> {
  const { Attributes = {} } = await table.client.send(
    new UpdateItemCommand({ ...withStoredValues(input), TableName: table.name, Key: stored(Key) }),
  );
  return unmarshall(Attributes);
}

/** Takes an item away; one that is not there is no error. Throws ConditionalCheckFailedException. */
export async function deleteItem(
  table: Table,
  { Key, ...input }: Pick<UpdateInput, "Key" | "ConditionExpression" | "ExpressionAttributeValues">,
): Promise<void> {
  await table.client.send(
    new DeleteItemCommand({ ...withStoredValues(input), TableName: table.name, Key: stored(Key) }),
  );
}

/** One answer to a query: its items or (`Select: COUNT`) their count, and the key after which the next one begins. */
export async function queryItems(table: Table, { ExclusiveStartKey: start, ...input }: QueryInput) {
  const {
    Items = [],
    Count: count = 0,
    LastEvaluatedKey: last,
  } = await table.client.send(
    new QueryCommand({
      ...withStoredValues(input),
      TableName: table.name,
      ...(start === undefined ? {} : { ExclusiveStartKey: stored(start) }),
    }),
  );
  return {
    items: Items.map((item): Item => unmarshall(item)),
    count,
    last: last === undefined ? undefined : unmarshall(last),
  };
}

/** Reads up to a hundred items, and says which DynamoDB has not read for lack of room. */
export async function readItems(table: Table, refs: readonly ItemRef[], ConsistentRead: boolean) {
  const { Responses, UnprocessedKeys } = await table.client.send(
    new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: refs.map(stored), ConsistentRead } } }),
  );
  const items = (Responses?.[table.name] ?? []).map((item): Item => unmarshall(item));
  const left = (UnprocessedKeys?.[table.name]?.Keys ?? []).map((key): ItemRef => {
    const { pk, sk } = unmarshall(key);
    return { pk: String(pk), sk: String(sk) };
  });
  return { items, left };
}

/** Absent optional fields are left out of items, never stored as NULL. */
function stored(item: Item | ItemRef) {
  return marshall(item, { removeUndefinedValues: true });
}

function withStoredValues<T extends { readonly ExpressionAttributeValues?: Item }>({
  ExpressionAttributeValues: values,
  ...input
}: T) {
  return values === undefined ? input : { ...input, ExpressionAttributeValues: stored(values) };
}

import * as z from "zod";
import { type Page, type PageRequest, UnknownCursor } from "../../../app/ports/page.ts";
import { defined } from "../../../domain/present.ts";
import { type Item, type QueryInput, queryItems } from "./items.ts";
import type { Table } from "./table.ts";

const lastKey = z.record(z.string(), z.string());

function cursorOf(key: Item | undefined): string | undefined {
  return key === undefined ? undefined : Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The key behind a cursor, if it is one of this list. Throws UnknownCursor. */
function keyOf(cursor: string, input: ListInput): Record<string, string> {
  const key = decoded(cursor);
  const [attribute, value] = partitionOf(input);
  if (attribute === undefined || key[attribute] !== value) throw new UnknownCursor("of another list");
  return key;
}

function decoded(cursor: string): Record<string, string> {
  try {
    return lastKey.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new UnknownCursor("not a cursor", { cause });
  }
}

/** `#pk = :value AND …`: attribute and value of the partition that is read. */
function partitionOf(input: ListInput): readonly [string | undefined, unknown] {
  const {
    KeyConditionExpression = "",
    ExpressionAttributeNames = {},
    ExpressionAttributeValues = {},
  } = input;
  const [, name = "", value = ""] = /^(#?\w+) = (:\w+)/.exec(KeyConditionExpression) ?? [];
  return [ExpressionAttributeNames[name] ?? name, ExpressionAttributeValues[value]];
}

type ListInput = Omit<QueryInput, "Limit" | "ExclusiveStartKey">;

/** One page of a query; a page may be short and still have a cursor. Throws UnknownCursor. */
export async function queryPage(table: Table, input: ListInput, page: PageRequest): Promise<Page<Item>> {
  const { items, last } = await (page.cursor === undefined
    ? queryItems(table, { ...input, Limit: page.limit })
    : queryAfter(table, { ...input, Limit: page.limit }, keyOf(page.cursor, input)));
  const cursor = cursorOf(last);
  return { items, ...defined({ cursor }) };
}

/** A key of the right partition may still be none of the index. */
async function queryAfter(table: Table, input: QueryInput, start: Record<string, string>) {
  try {
    return await queryItems(table, { ...input, ExclusiveStartKey: start });
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== "ValidationException") throw cause;
    throw new UnknownCursor("not a key of this list", { cause });
  }
}

/** How many items a query finds, without bringing them. */
export async function queryCount(table: Table, input: ListInput): Promise<number> {
  let found = 0;
  let start: Item | undefined;
  do {
    const page = await queryItems(table, {
      ...input,
      Select: "COUNT",
      ...defined({ ExclusiveStartKey: start }),
    });
    found += page.count;
    start = page.last;
  } while (start !== undefined);
  return found;
}

/** All items of a query that is bounded by its nature (one organisation, one complaint's notices), page by page. */
export async function queryAll(table: Table, input: ListInput): Promise<Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await queryItems(table, {
      ...input,
      ...defined({ ExclusiveStartKey: start }),
    });
    items.push(...page.items);
    start = page.last;
  } while (start !== undefined);
  return items;
}

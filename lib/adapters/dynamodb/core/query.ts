import * as z from "zod";
import type { Page, PageRequest } from "../../../app/ports/page.ts";
import { type Item, type QueryInput, queryItems } from "./items.ts";
import type { Table } from "./table.ts";

/** A cursor that did not come from us, or from another list. */
export class CursorError extends Error {
  override readonly name = "CursorError";
}

const lastKey = z.record(z.string(), z.string());

function cursorOf(key: Item | undefined): string | undefined {
  return key === undefined ? undefined : Buffer.from(JSON.stringify(key)).toString("base64url");
}

function keyOf(cursor: string): Record<string, string> {
  try {
    return lastKey.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new CursorError("the cursor is not one of this list", { cause });
  }
}

type ListInput = Omit<QueryInput, "Limit" | "ExclusiveStartKey">;

/** One page of a query; a page may be short and still have a cursor. */
export async function queryPage(table: Table, input: ListInput, page: PageRequest): Promise<Page<Item>> {
  const { items, last } = await queryItems(table, {
    ...input,
    Limit: page.limit,
    ...(page.cursor === undefined ? {} : { ExclusiveStartKey: keyOf(page.cursor) }),
  });
  const cursor = cursorOf(last);
  return { items, ...(cursor === undefined ? {} : { cursor }) };
}

/** All items of a query that is bounded by its nature (one organisation, one complaint's notices), page by page. */
export async function queryAll(table: Table, input: ListInput): Promise<Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await queryItems(table, {
      ...input,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    items.push(...page.items);
    start = page.last;
  } while (start !== undefined);
  return items;
}

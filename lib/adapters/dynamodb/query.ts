import { QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Page, PageRequest } from "../../app/ports.ts";
import type { Table } from "./table.ts";

/** A cursor that did not come from us, or from another list. */
export class CursorError extends Error {
  override readonly name = "CursorError";
}

const lastKey = z.record(z.string(), z.string());

function cursorOf(key: Record<string, unknown> | undefined): string | undefined {
  return key === undefined ? undefined : Buffer.from(JSON.stringify(key)).toString("base64url");
}

function keyOf(cursor: string): Record<string, string> {
  try {
    return lastKey.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new CursorError("the cursor is not one of this list", { cause });
  }
}

type QueryInput = Omit<QueryCommandInput, "TableName" | "Limit" | "ExclusiveStartKey">;

/** One page of a query; a page may be short and still have a cursor. */
export async function queryPage(
  table: Table,
  input: QueryInput,
  page: PageRequest,
): Promise<Page<Record<string, unknown>>> {
  const answer = await table.client.send(
    new QueryCommand({
      ...input,
      TableName: table.name,
      Limit: page.limit,
      ...(page.cursor === undefined ? {} : { ExclusiveStartKey: keyOf(page.cursor) }),
    }),
  );
  const cursor = cursorOf(answer.LastEvaluatedKey);
  return { items: answer.Items ?? [], ...(cursor === undefined ? {} : { cursor }) };
}

/** All items of a query that is bounded by its nature (one organisation, one complaint's notices), page by page. */
export async function queryAll(table: Table, input: QueryInput): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await table.client.send(
      new QueryCommand({
        ...input,
        TableName: table.name,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item } from "./items.ts";
import type { Table } from "./table.ts";

/** Every item of a table, page by page, strongly consistent: for operators' tools, never for a function. */
export async function* scan(table: Table): AsyncGenerator<readonly Item[]> {
  let start: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey: last } = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: marshall(start) }),
      }),
    );
    yield Items.map((item): Item => unmarshall(item));
    start = last === undefined ? undefined : unmarshall(last);
  } while (start !== undefined);
}

import {
  BatchGetItemCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { credentialsFor, region } from "../../../infra/local/services/account.ts";
import { inFlight, rounded } from "./measured.ts";
import type { Usage } from "./started.ts";

/** What an item of a new complaint weighs, deflated. */
const DOCUMENT = Buffer.alloc(1500, 7);

/**
 * The bare calls of an intake, and nothing else, through the SDK to where functions send theirs (`tables`): four items
 * read together, the running number and the roster at the same time, the document with its index entries.
 */
export async function bareIntakes(
  { tables, endpoint }: Pick<Usage, "tables" | "endpoint">,
  count: number,
  most: number,
): Promise<number> {
  const client = clientOf(tables);
  const { TableNames: [TableName = ""] = [] } = await client.send(new ListTablesCommand({}));
  const stamp = Date.now().toString(36);
  const key = (pk: string) => ({ pk: { S: pk }, sk: { S: "BENCH" } });
  const began = performance.now();
  await inFlight(count, most, async (n) => {
    const id = `${stamp}-${n}`;
    const Keys = ["a", "b", "c", id].map((name) => key(`BENCH#${name}`));
    await client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }));
    await Promise.all([
      client.send(
        new UpdateItemCommand({
          TableName,
          Key: key("BENCH-COUNTER"),
          UpdateExpression: "ADD #value :one",
          ExpressionAttributeNames: { "#value": "value" },
          ExpressionAttributeValues: { ":one": { N: "1" } },
          ReturnValues: "UPDATED_NEW",
        }),
      ),
      client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": { S: "BENCH#roster" } },
        }),
      ),
    ]);
    await client.send(new PutItemCommand({ TableName, Item: complaintLike(id, key(`BENCH#${id}`)) }));
  });
  const perSecond = rounded(count / ((performance.now() - began) / 1000), 1);
  client.destroy();
  // The engine told nobody of these writes; one through the endpoint wakes the stream, so that it is read before the next part.
  const told = clientOf(endpoint);
  await told.send(new PutItemCommand({ TableName, Item: key("BENCH#told") }));
  told.destroy();
  return perSecond;
}

function clientOf(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region, credentials: credentialsFor("operator") });
}

/** In the indexes that a new complaint is in, in partitions that nobody reads. */
function complaintLike(id: string, key: object) {
  const text = (S: string) => ({ S });
  return {
    ...key,
    doc: { B: DOCUMENT },
    revision: { N: "1" },
    number: text(`BENCH${id}`),
    factPk: text("BENCH"),
    factSk: text(id),
    fact: text("x".repeat(250)),
    openPk: text("BENCH"),
    dueSk: text(id),
    alarmShard: text("BENCH"),
    alarmSk: text(id),
    householdPk: text("BENCH"),
    householdSk: text(id),
    contactPk: text(`BENCH${id}`),
    receivedAt: text(id),
    changePk: text("BENCH"),
    changeSk: text(id),
  };
}

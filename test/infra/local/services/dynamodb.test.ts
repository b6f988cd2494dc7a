import {
  BatchWriteItemCommand,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasJava } from "../../../../infra/local/services/dynamodb/dynamodb-local.ts";
import { resolveEngine } from "../../../../infra/local/services/dynamodb/resolve.ts";
import { minute, TestCloud } from "./cloud.ts";

/** As CloudFormation has it, with what only AWS can do. */
const properties = {
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  AttributeDefinitions: ["pk", "sk", "factPk"].map((AttributeName) => ({
    AttributeName,
    AttributeType: "S",
  })),
  GlobalSecondaryIndexes: [
    {
      IndexName: "facts",
      KeySchema: [{ AttributeName: "factPk", KeyType: "HASH" }],
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["fact"] },
    },
  ],
  StreamSpecification: { StreamViewType: "KEYS_ONLY" },
  TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  SSESpecification: { SSEEnabled: true },
  DeletionProtectionEnabled: true,
  BillingMode: "PAY_PER_REQUEST",
};

let cloud: TestCloud;
let streamArn: string;
beforeAll(async () => {
  cloud = await TestCloud.start();
  streamArn = (await define("complaints"))!;
});
afterAll(() => cloud.stop());

const define = async (name: string) => (await cloud.services.tables.define(name, properties)).streamArn;
const put = (pk: string, more: Record<string, { S: string } | { N: string }> = {}) =>
  cloud.aws.dynamodb.send(
    new PutItemCommand({ TableName: "complaints", Item: { pk: { S: pk }, sk: { S: "DOC" }, ...more } }),
  );
const keys = (records: readonly { record: Record<string, unknown> }[]) =>
  records.map(({ record }) => (record as { dynamodb: { Keys: { pk: { S: string } } } }).dynamodb.Keys.pk.S);
const drain = async (max = 100) => {
  const records = await cloud.services.tables.read(streamArn, max);
  const last = records.at(-1);
  if (last !== undefined) cloud.services.tables.commit(streamArn, last.sequence);
  return keys(records);
};

test("an index projects what the template says, and a failed condition shows the item that is there", async () => {
  await put("a", { factPk: { S: "p1" }, fact: { S: "row" }, text: { S: "long" } });
  const { Items } = await cloud.aws.dynamodb.send(
    new QueryCommand({
      TableName: "complaints",
      IndexName: "facts",
      KeyConditionExpression: "factPk = :p",
      ExpressionAttributeValues: { ":p": { S: "p1" } },
    }),
  );
  expect(Items).toEqual([{ pk: { S: "a" }, sk: { S: "DOC" }, factPk: { S: "p1" }, fact: { S: "row" } }]);
  const again = cloud.aws.dynamodb.send(
    new PutItemCommand({
      TableName: "complaints",
      Item: { pk: { S: "a" }, sk: { S: "DOC" } },
      ConditionExpression: "attribute_not_exists(pk)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    }),
  );
  await expect(again).rejects.toMatchObject({
    name: "ConditionalCheckFailedException",
    Item: { text: { S: "long" } },
  });
});

test("the stream gives changes in order, again until committed, and then has nothing unread", async () => {
  await drain();
  for (const pk of ["1", "2", "3"]) await put(pk);
  expect(cloud.services.tables.hasUnread(streamArn)).toBe(true);
  const [first] = await cloud.services.tables.read(streamArn, 2);
  expect(first?.record).toMatchObject({
    eventSource: "aws:dynamodb",
    eventName: "INSERT",
    awsRegion: "ap-southeast-1",
    dynamodb: {
      Keys: { pk: { S: "1" }, sk: { S: "DOC" } },
      ApproximateCreationDateTime: cloud.services.clock.now() / 1000,
      StreamViewType: "KEYS_ONLY",
    },
  });
  // Not committed: the same again. Committed in the middle of a batch: on from there.
  expect(keys(await cloud.services.tables.read(streamArn, 2))).toEqual(["1", "2"]);
  cloud.services.tables.commit(streamArn, first!.sequence);
  expect(await drain(2)).toEqual(["2", "3"]);
  expect(await drain()).toEqual([]);
  expect(cloud.services.tables.hasUnread(streamArn)).toBe(false);
});

test("batches and transactions wake the stream too; a write during a read is not overlooked", async () => {
  await cloud.aws.dynamodb.send(
    new BatchWriteItemCommand({
      RequestItems: { complaints: [{ PutRequest: { Item: { pk: { S: "batch" }, sk: { S: "DOC" } } } }] },
    }),
  );
  expect(cloud.services.tables.hasUnread(streamArn)).toBe(true);
  const reading = drain();
  await put("meanwhile");
  const seen = [...(await reading)];
  while (cloud.services.tables.hasUnread(streamArn)) seen.push(...(await drain()));
  expect(seen).toEqual(["batch", "meanwhile"]);
  const item = { TableName: "complaints", Item: { pk: { S: "transaction" }, sk: { S: "DOC" } } };
  await cloud.aws.dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: item }] }));
  expect(cloud.services.tables.hasUnread(streamArn)).toBe(true);
  expect(await drain()).toEqual(["transaction"]);
});

test("items and the position in the stream survive a restart; nothing expires by the real clock", async () => {
  const longAgo = String(Math.floor((cloud.services.clock.now() - 365 * 24 * 60 * minute) / 1000));
  await put("old", { expiresAt: { N: longAgo } });
  await put("new");
  const [first] = await cloud.services.tables.read(streamArn, 1);
  cloud.services.tables.commit(streamArn, first!.sequence);
  await cloud.reopen();
  expect(await define("complaints")).toBe(streamArn);
  expect(cloud.services.tables.hasUnread(streamArn)).toBe(true);
  expect(await drain()).toEqual(["new"]);
  const { Item } = await cloud.aws.dynamodb.send(
    new GetItemCommand({ TableName: "complaints", Key: { pk: { S: "old" }, sk: { S: "DOC" } } }),
  );
  expect(Item).toMatchObject({ pk: { S: "old" } });
});

test("an index that is new in the template is added; another key is refused in words", async () => {
  const added = {
    ...properties,
    AttributeDefinitions: [
      ...properties.AttributeDefinitions,
      { AttributeName: "number", AttributeType: "S" },
    ],
    GlobalSecondaryIndexes: [
      ...properties.GlobalSecondaryIndexes,
      {
        IndexName: "byNumber",
        KeySchema: [{ AttributeName: "number", KeyType: "HASH" }],
        Projection: { ProjectionType: "KEYS_ONLY" },
      },
    ],
  };
  await put("numbered", { number: { S: "N1" } });
  await cloud.services.tables.define("complaints", added);
  const { Items } = await cloud.aws.dynamodb.send(
    new QueryCommand({
      TableName: "complaints",
      IndexName: "byNumber",
      KeyConditionExpression: "#n = :n",
      ExpressionAttributeNames: { "#n": "number" },
      ExpressionAttributeValues: { ":n": { S: "N1" } },
    }),
  );
  expect(Items).toHaveLength(1);
  const otherKey = { ...properties, KeySchema: properties.KeySchema.slice(0, 1) };
  await expect(cloud.services.tables.define("complaints", otherKey)).rejects.toThrow(/--fresh/);
});

test("an operation outside the reviewed table is refused by its name", async () => {
  await expect(
    cloud.aws.dynamodb.send(new ExecuteStatementCommand({ Statement: "select * from complaints" })),
  ).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining("ExecuteStatement"),
  });
});

test("the engine is the one given, else the one asked for, else the installed one, else a sentence says what to do", () => {
  const address = { JIESU_DYNAMODB_ENDPOINT: "http://127.0.0.1:8000", JIESU_ENGINE: "dynamodb-local" };
  expect(resolveEngine(address, "linux", "x64")).toMatchObject({ kind: "address" });
  expect(() => resolveEngine({ JIESU_ENGINE: "dynoxide" }, "plan9", "mips")).toThrow(
    /没有适用于本机.*@dynoxide\/plan9-mips.*install/,
  );
  expect(() => resolveEngine({ JIESU_ENGINE: "oracle" }, "linux", "x64")).toThrow(
    /只能是.*one of.*dynamodb-local/,
  );
});

test.runIf(hasJava())("a machine for which there is no dynoxide takes DynamoDB Local, if it has Java", () => {
  expect(resolveEngine({}, "plan9", "mips")).toMatchObject({ kind: "program", path: "java" });
});

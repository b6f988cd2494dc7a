import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { IamLedger } from "../../../../infra/local/host/iam/ledger.ts";
import type { RoleGrants } from "../../../../infra/local/host/iam/roles.ts";
import { FunctionPool } from "../../../../infra/local/host/runtime/function-pool.ts";
import { credentialsFor } from "../../../../infra/local/services/index.ts";
import { clientsFor, monday, TestCloud } from "../services/cloud.ts";

/* Functions speak with the tables' engine themselves; what the endpoint does for others is done in their own thread. */

const table = (name: string) => `arn:aws:dynamodb:ap-southeast-1:000000000000:table/${name}`;
const grant = (
  actions: readonly string[],
  resources: readonly string[],
  leadingKeys?: readonly string[],
) => ({
  source: "test",
  effect: "Allow" as const,
  actions,
  notActions: undefined,
  resources,
  ...(leadingKeys === undefined ? {} : { leadingKeys }),
});
const role: RoleGrants = {
  arn: "arn:role",
  logicalId: "TestRole",
  trusted: [],
  statements: [
    grant(
      [
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "dynamodb:BatchGetItem",
        "dynamodb:Query",
      ],
      [table("mine")],
      ["C#*"],
    ),
    grant(["dynamodb:Query"], [`${table("mine")}/index/open`]),
  ],
};

/** Does the calls that the event names, each through the SDK, and says how each ended. */
const bundle = `
import { createRequire } from "node:module";
const { request } = process.getBuiltinModule("node:http");
const sdk = createRequire(${JSON.stringify(import.meta.url)})("@aws-sdk/client-dynamodb");
const client = new sdk.DynamoDBClient({ maxAttempts: 1 });
const one = async ([name, input]) => {
  try {
    const { $metadata, ...answer } = await client.send(new sdk[name + "Command"](input));
    return Object.keys(answer).length === 0 ? "done" : answer;
  } catch (error) {
    return error.name + ": " + error.message;
  }
};
/** Sends a body in two pieces, as nobody should. */
const inPieces = (target, first, rest) => new Promise((resolve) => {
  const { hostname, port } = new URL(process.env.AWS_ENDPOINT_URL);
  const sent = request({ hostname, port, method: "POST", headers: { "x-amz-target": target, "content-length": Buffer.byteLength(first + rest) } }, (response) => {
    response.resume();
    response.on("end", () => resolve("answered " + response.statusCode));
  });
  sent.on("error", (error) => resolve(error.name));
  sent.write(first);
  sent.end(rest);
});
export const handler = async ({ calls = [], pieces, after }) => {
  const ends = [];
  for (const call of calls) ends.push(await one(call));
  if (pieces !== undefined) ends.push(await inPieces(...pieces));
  if (after === "crash") process.exit(3);
  // Goes on until somebody else has written C#go.
  while (after === "wait" && (await one(["GetItem", { TableName: "mine", Key: { pk: { S: "C#go" }, sk: { S: "DOC" } } }])) === "done")
    await new Promise((resolve) => setTimeout(resolve, 5));
  return ends;
};
`;

const name = "probe";
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: "DOC" } });
const text = (S: string) => ({ S });

let cloud: TestCloud;
let folder: string;
let pool: FunctionPool;
let ledger: IamLedger;
let stream: string;
beforeAll(async () => {
  cloud = await TestCloud.start();
  for (const one of ["mine", "other"]) stream = (await define(one)) ?? stream;
  folder = mkdtempSync(join(tmpdir(), "jiesu-direct-"));
  writeFileSync(join(folder, "index.mjs"), bundle);
  const { accessKeyId, secretAccessKey } = credentialsFor(name);
  ledger = new IamLedger(new Map([[role.arn, role]]), new Map([[accessKeyId, role.arn]]));
  cloud.services.setAuthorizer(ledger);
  const direct = cloud.services.direct!;
  pool = new FunctionPool(
    {
      name,
      logicalId: "Probe",
      arn: "arn:probe",
      roleArn: role.arn,
      bundle: join(folder, "index.mjs"),
      handler: "index.handler",
      timeoutMs: 10_000,
      memoryMb: 256,
      env: {
        // Nothing listens there: what is answered did not pass the endpoint.
        AWS_ENDPOINT_URL: "http://127.0.0.1:1",
        AWS_REGION: cloud.services.region,
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
      },
    },
    {
      clock: cloud.services.clock,
      logDirectory: folder,
      workers: 1,
      timeoutMs: ({ timeoutMs }) => timeoutMs,
      direct: {
        access: () => ({ url: direct.url, role }),
        onCalls: (_, calls) => direct.called(accessKeyId, calls),
        onLost: () => direct.lost(),
      },
    },
  );
});
afterAll(async () => {
  await pool.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await readStream();
});

async function define(tableName: string): Promise<string | undefined> {
  const { streamArn } = await cloud.services.tables.define(tableName, {
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: ["pk", "sk", "openPk"].map((AttributeName) => ({
      AttributeName,
      AttributeType: "S",
    })),
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
    GlobalSecondaryIndexes: ["open", "closed"].map((IndexName) => ({
      IndexName,
      KeySchema: [{ AttributeName: "openPk", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
    })),
    ...(tableName === "mine" ? { StreamSpecification: { StreamViewType: "KEYS_ONLY" } } : {}),
  });
  return streamArn;
}

/** Reads the stream to its end; gives the partitions that changed. */
async function readStream(): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const records = await cloud.services.tables.read(stream, 100);
    const [last] = records.slice(-1);
    if (last === undefined) return found;
    cloud.services.tables.commit(stream, last.sequence);
    found.push(...records.map(({ record }) => (record as Partial<Changed>).dynamodb!.Keys.pk.S));
  }
}
interface Changed {
  readonly dynamodb: { readonly Keys: { readonly pk: { readonly S: string } } };
}

async function call(...calls: readonly (readonly [string, object])[]): Promise<unknown[]> {
  const result = await pool.invoke({ calls });
  if (!result.ok) throw new Error(result.failure.errorMessage);
  return JSON.parse(result.payload);
}

/** What lies in a table, asked by the operator through the endpoint. */
async function itemOf(TableName: string, pk: string) {
  const operator = clientsFor(cloud.services).dynamodb;
  return (await operator.send(new GetItemCommand({ TableName, Key: key(pk) }))).Item;
}

const byPartition = (TableName: string, pk: string) => ({
  TableName,
  KeyConditionExpression: "pk = :pk",
  ExpressionAttributeValues: { ":pk": text(pk) },
});
const byIndex = (IndexName: string) => ({
  TableName: "mine",
  IndexName,
  KeyConditionExpression: "openPk = :pk",
  ExpressionAttributeValues: { ":pk": text("x") },
});

describe("what the function's role allows", () => {
  test("goes to the engine past the endpoint and is answered as the endpoint would", async () => {
    const ends = await call(
      ["PutItem", { TableName: "mine", Item: { ...key("C#1"), n: { N: "1" } } }],
      ["GetItem", { TableName: "mine", Key: key("C#1") }],
      ["Query", byPartition("mine", "C#1")],
      ["Query", byIndex("open")],
      ["PutItem", { TableName: "mine", Item: key("C#1"), ConditionExpression: "attribute_not_exists(pk)" }],
    );
    expect(ends).toMatchObject([
      "done",
      { Item: { n: { N: "1" } } },
      { Count: 1 },
      { Count: 0 },
      expect.stringContaining("ConditionalCheckFailedException"),
    ]);
  });

  test("is counted by its caller with the status, whatever it is, before the answer is there", async () => {
    const { accessKeyId } = credentialsFor(name);
    const countOf = (operation: string) =>
      cloud.services.callCounts().find((one) => one.keyId === accessKeyId && one.operation === operation)
        ?.count ?? 0;
    const before = countOf("GetItem");
    const get = ["GetItem", { TableName: "mine", Key: key("C#2") }] as const;
    await call(get, get, ["GetItem", { TableName: "mine", Key: { pk: text("C#2") } }]);
    expect(countOf("GetItem") - before).toBe(3);
    expect(cloud.services.calls().slice(-2)).toMatchObject([
      {
        keyId: accessKeyId,
        service: "dynamodb",
        operation: "GetItem",
        needs: [{ action: "dynamodb:GetItem", resource: table("mine"), leadingKeys: ["C#2"] }],
        at: monday,
        status: 200,
      },
      { operation: "GetItem", status: 400 },
    ]);
  });

  test("wakes the stream of what was written, before the answer is there", async () => {
    let woken = 0;
    cloud.services.onActivity(() => {
      woken += 1;
    });
    await call(["GetItem", { TableName: "mine", Key: key("C#3") }]);
    expect([woken, cloud.services.tables.hasUnread(stream)]).toEqual([0, false]);
    await call(["PutItem", { TableName: "mine", Item: key("C#3") }]);
    expect(woken).toBeGreaterThan(0);
    expect(cloud.services.tables.hasUnread(stream)).toBe(true);
    expect(await readStream()).toEqual(["C#3"]);
  });

  test("wakes it while a long event goes on", async () => {
    const long = pool.invoke({
      calls: [["PutItem", { TableName: "mine", Item: key("C#4") }]],
      after: "wait",
    });
    await expect.poll(() => cloud.services.tables.hasUnread(stream)).toBe(true);
    expect(await readStream()).toEqual(["C#4"]);
    expect(pool.running).toBe(1);
    await clientsFor(cloud.services).dynamodb.send(
      new PutItemCommand({ TableName: "mine", Item: key("C#go") }),
    );
    expect(await long).toMatchObject({ ok: true });
  });

  test("wakes it even if the function ended before it could say what it wrote", async () => {
    const { ok } = await pool.invoke({
      calls: [["PutItem", { TableName: "mine", Item: key("C#5") }]],
      after: "crash",
    });
    expect(ok).toBe(false);
    expect(cloud.services.tables.hasUnread(stream)).toBe(true);
    expect(await readStream()).toEqual(["C#5"]);
  });
});

describe("what it does not allow", () => {
  const refused: [string, string, object][] = [
    ["another table", "PutItem", { TableName: "other", Item: key("C#9") }],
    ["another table by its ARN", "PutItem", { TableName: table("other"), Item: key("C#9") }],
    ["another partition", "PutItem", { TableName: "mine", Item: key("P#9") }],
    ["another partition of a query", "Query", byPartition("mine", "P#9")],
    [
      "one foreign partition among several",
      "BatchGetItem",
      { RequestItems: { mine: { Keys: [key("C#1"), key("P#9")] } } },
    ],
    ["another index", "Query", byIndex("closed")],
    ["an action", "DeleteItem", { TableName: "mine", Key: key("C#1") }],
    ["a scan", "Scan", { TableName: "mine" }],
    [
      "another table in a transaction",
      "TransactWriteItems",
      { TransactItems: [{ Put: { TableName: "other", Item: key("C#9") } }] },
    ],
    ["what is not in the reviewed table", "ExecuteStatement", { Statement: 'select * from "mine"' }],
  ];

  test.each(refused)("%s is refused and counted, and nothing is written", async (_, operation, input) => {
    const deniedOf = () =>
      cloud.services.callCounts().find((one) => one.operation === operation && one.keyId !== "")?.denied ?? 0;
    const before = deniedOf();
    await call(["PutItem", { TableName: "mine", Item: key("C#1") }]);
    await readStream();
    const [end] = await call([operation, input]);
    expect(end).toMatch(/^AccessDeniedException: /);
    expect(deniedOf() - before).toBe(1);
    expect(cloud.services.calls().at(-1)).toMatchObject({ operation, status: 400 });
    expect(cloud.services.tables.hasUnread(stream)).toBe(false);
    expect(await itemOf("other", "C#9")).toBeUndefined();
    expect(await itemOf("mine", "P#9")).toBeUndefined();
    expect(await itemOf("mine", "C#1")).toBeDefined();
  });

  test("shows among the ledger's refusals", () => {
    expect(ledger.deniedCalls()).toContainEqual(
      expect.objectContaining({ role: role.arn, action: "dynamodb:PutItem", resource: table("other") }),
    );
  });

  test("a body that comes in pieces never leaves, whatever it says", async () => {
    const body = JSON.stringify({ TableName: "mine", Item: key("C#8") });
    const pieces = ["DynamoDB_20120810.PutItem", body.slice(0, 10), body.slice(10)];
    expect(await pool.invoke({ pieces })).toMatchObject({ ok: true, payload: '["AccessDeniedException"]' });
    expect(await itemOf("mine", "C#8")).toBeUndefined();
  });
});

test("the operator's calls still go through the endpoint and wake the stream", async () => {
  await clientsFor(cloud.services).dynamodb.send(new PutItemCommand({ TableName: "mine", Item: key("C#7") }));
  expect(cloud.services.tables.hasUnread(stream)).toBe(true);
});

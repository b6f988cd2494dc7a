import {
  BatchGetItemCommand,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { CreateScheduleCommand, DeleteScheduleCommand } from "@aws-sdk/client-scheduler";
import { SendEmailCommand } from "@aws-sdk/client-sesv2";
import { ReceiveMessageCommand, SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { credentialsFor } from "../../../../infra/local/services/index.ts";
import { type Clients, clientsFor, queue, TestCloud } from "./cloud.ts";

let cloud: TestCloud;
let aws: Clients;
let work: { url: string; arn: string };
/** `action resource` of everything IAM was asked for since the test began. */
const asked: string[] = [];
let allowed: (action: string) => boolean;
const { accessKeyId } = credentialsFor("some-function");

beforeAll(async () => {
  cloud = await TestCloud.start();
  aws = clientsFor(cloud.services, "some-function");
  work = queue(cloud, "work");
  cloud.services.objects.defineBucket({ name: "files", notifications: [] });
  cloud.services.objects.put("files", "a/b c", Buffer.from("x"));
  await cloud.services.tables.define("complaints", {
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    AttributeDefinitions: ["pk", "number"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    GlobalSecondaryIndexes: [
      {
        IndexName: "byNumber",
        KeySchema: [{ AttributeName: "number", KeyType: "HASH" }],
        Projection: { ProjectionType: "KEYS_ONLY" },
      },
    ],
  });
  cloud.services.setAuthorizer({
    check: (keyId, { action, resource }) => {
      asked.push(keyId === accessKeyId ? `${action} ${resource}` : `unknown caller ${keyId}`);
      return allowed(action) ? { allowed: true } : { allowed: false, reason: "no statement allows it" };
    },
  });
});
afterAll(() => cloud.stop());
beforeEach(() => {
  asked.length = 0;
  allowed = () => true;
});

const table = "arn:aws:dynamodb:ap-southeast-1:000000000000:table/complaints";
const TableName = "complaints";
const pk = { S: "1" };
const schedule = "arn:aws:scheduler:ap-southeast-1:000000000000:schedule/default/s";
const RoleArn = "arn:aws:iam::000000000000:role/schedules";

const calls: [string, () => Promise<unknown>, string[]][] = [
  [
    "reading an item asks for the table",
    () => aws.dynamodb.send(new GetItemCommand({ TableName, Key: { pk } })),
    [`dynamodb:GetItem ${table}`],
  ],
  [
    "querying an index asks for the index, not the table",
    () =>
      aws.dynamodb.send(
        new QueryCommand({
          TableName,
          IndexName: "byNumber",
          KeyConditionExpression: "#n = :n",
          ExpressionAttributeNames: { "#n": "number" },
          ExpressionAttributeValues: { ":n": pk },
        }),
      ),
    [`dynamodb:Query ${table}/index/byNumber`],
  ],
  [
    "a batch of reads asks once per table",
    () => aws.dynamodb.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [{ pk }] } } })),
    [`dynamodb:BatchGetItem ${table}`],
  ],
  [
    "a transaction asks for what each of its items does",
    () =>
      aws.dynamodb.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            { Put: { TableName, Item: { pk } } },
            { Delete: { TableName, Key: { pk: { S: "2" } } } },
            {
              ConditionCheck: {
                TableName,
                Key: { pk: { S: "3" } },
                ConditionExpression: "attribute_not_exists(pk)",
              },
            },
          ],
        }),
      ),
    [`dynamodb:PutItem ${table}`, `dynamodb:DeleteItem ${table}`, `dynamodb:ConditionCheckItem ${table}`],
  ],
  [
    "sending a batch is sending",
    () =>
      aws.sqs.send(
        new SendMessageBatchCommand({ QueueUrl: work.url, Entries: [{ Id: "1", MessageBody: "x" }] }),
      ),
    ["sqs:SendMessage arn:aws:sqs:ap-southeast-1:000000000000:work"],
  ],
  [
    "heading an object is reading it",
    () => aws.s3.send(new HeadObjectCommand({ Bucket: "files", Key: "a/b c" })),
    ["s3:GetObject arn:aws:s3:::files/a/b c"],
  ],
  [
    "hearing that an object is missing is a right on the bucket",
    () => aws.s3.send(new HeadObjectCommand({ Bucket: "files", Key: "never" })).catch(() => undefined),
    ["s3:GetObject arn:aws:s3:::files/never", "s3:ListBucket arn:aws:s3:::files"],
  ],
  [
    "listing is a right on the bucket",
    () => aws.s3.send(new ListObjectsV2Command({ Bucket: "files", Prefix: "a/" })),
    ["s3:ListBucket arn:aws:s3:::files"],
  ],
  [
    "handing a role to the Scheduler needs PassRole",
    () =>
      aws.scheduler.send(
        new CreateScheduleCommand({
          Name: "s",
          ScheduleExpression: "at(2026-04-01T00:00:00)",
          FlexibleTimeWindow: { Mode: "OFF" },
          Target: { Arn: work.arn, RoleArn },
        }),
      ),
    [`scheduler:CreateSchedule ${schedule}`, `iam:PassRole ${RoleArn}`],
  ],
  [
    "deleting a schedule needs none",
    () => aws.scheduler.send(new DeleteScheduleCommand({ Name: "s" })),
    [`scheduler:DeleteSchedule ${schedule}`],
  ],
  [
    "sending a raw mail needs the action of SES's first version too",
    () =>
      aws.ses.send(
        new SendEmailCommand({
          Content: {
            Raw: { Data: Buffer.from("From: D <d@Jiesu.example>\r\nTo: m@jiesu.example\r\n\r\nx") },
          },
        }),
      ),
    ["ses:SendEmail", "ses:SendRawEmail"].map(
      (action) => `${action} arn:aws:ses:ap-southeast-1:000000000000:identity/jiesu.example`,
    ),
  ],
];

test.each(calls)("%s", async (_, call, needs) => {
  await call();
  expect(asked).toEqual(needs);
});

test("a presigned link counts for the key that signed it", async () => {
  const url = await getSignedUrl(aws.s3, new GetObjectCommand({ Bucket: "files", Key: "a/b c" }), {
    expiresIn: 60,
    signingDate: new Date(cloud.services.clock.now()),
  });
  expect(await (await fetch(url)).text()).toBe("x");
  expect(asked).toEqual(["s3:GetObject arn:aws:s3:::files/a/b c"]);
  allowed = () => false;
  expect((await fetch(url)).status).toBe(403);
});

test("a refused call does nothing, is refused as the service does it, and is counted", async () => {
  allowed = () => false;
  const denials: [() => Promise<unknown>, string][] = [
    [() => aws.s3.send(new PutObjectCommand({ Bucket: "files", Key: "denied", Body: "x" })), "AccessDenied"],
    [() => aws.dynamodb.send(new GetItemCommand({ TableName, Key: { pk } })), "AccessDeniedException"],
    [() => aws.sqs.send(new ReceiveMessageCommand({ QueueUrl: work.url })), "AccessDeniedException"],
    [() => aws.scheduler.send(new DeleteScheduleCommand({ Name: "s" })), "AccessDeniedException"],
  ];
  for (const [denial, name] of denials) {
    await expect(denial()).rejects.toMatchObject({
      name,
      message: expect.stringMatching(/not authorized to perform \S+ on arn:\S+: no statement allows it/),
    });
  }
  expect(cloud.services.objects.get("files", "denied")).toBeUndefined();
  expect(cloud.services.calls().at(-1)).toMatchObject({
    keyId: accessKeyId,
    service: "scheduler",
    operation: "DeleteSchedule",
    needs: [{ action: "scheduler:DeleteSchedule", resource: schedule }],
    status: 403,
  });
  const receives = cloud.services.callCounts().find(({ operation }) => operation === "ReceiveMessage");
  expect(receives).toMatchObject({ service: "sqs", count: 1, denied: 1 });
});

test("PassRole alone, when it is missing, is enough to refuse a schedule", async () => {
  allowed = (action) => action !== "iam:PassRole";
  const [, create] = calls.find(([name]) => name.includes("PassRole"))!;
  await expect(create()).rejects.toMatchObject({ message: expect.stringContaining("iam:PassRole") });
  expect(cloud.services.schedules.list()).toEqual([]);
});

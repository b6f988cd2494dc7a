import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cloud, openCloud } from "../../../../../infra/local/host/cloud.ts";
import type { InvocationFailure } from "../../../../../infra/local/host/runtime/protocol.ts";
import { loadAssembly } from "../../../../../infra/local/host/template/assembly.ts";
import { memoryServices } from "./memory-services.ts";

export const startAt = Date.UTC(2026, 2, 1, 1);

/**
 * The bundle of every fixture function. It writes down each event with the instant it sees, and does what the event
 * says: "bad" items fail, "boom" throws, "hang" never answers, "crash" ends the thread.
 */
const bundle = `
import { appendFileSync } from "node:fs";
const seen = (entry) => appendFileSync(process.env.SEEN, JSON.stringify({ by: process.env.ROLE_OF, now: Date.now(), ...entry }) + "\\n");
const obey = (text) => {
  if (text.includes("boom")) throw new TypeError("boom said " + text);
  if (text.includes("crash")) process.exit(3);
};
export const handler = async (event, context) => {
  if (event.routeKey !== undefined) {
    seen({ event });
    obey(event.rawPath);
    if (event.rawPath === "/plain") return { hello: "world" };
    return { statusCode: 201, headers: { "X-Echo": 7 }, cookies: ["a=1", "b=2"], body: "ÿ-" + context.awsRequestId.length };
  }
  if (event.kind !== undefined) {
    seen({ event });
    if (event.kind.includes("hang")) await new Promise(() => setInterval(() => {}, 1000));
    obey(event.kind);
    return event.kind.includes("date") ? dates() : { free: context.getRemainingTimeInMillis() > 0, name: context.functionName };
  }
  const items = event.Records.map((record) => ({
    id: record.messageId ?? record.dynamodb.SequenceNumber,
    text: record.body ?? record.dynamodb.Keys.pk.S,
    source: record.eventSourceARN,
  }));
  seen({ items: items.map(({ text }) => text), source: items[0].source });
  if (items.some(({ text }) => text.includes("hang"))) await new Promise(() => {});
  for (const { text } of items) obey(text);
  return { batchItemFailures: items.filter(({ text }) => text.startsWith("bad")).map(({ id }) => ({ itemIdentifier: id })) };
};
const dates = () => {
  class Stamp extends Date {}
  const date = new Date();
  return {
    now: Date.now(), fresh: date.getTime(), subclass: new Stamp().getTime(), again: new date.constructor().getTime(),
    text: new Date(Date()).getTime(), given: new Date(5).getTime(), utc: Date.UTC(2026, 0, 1), parsed: Date.parse("2026-01-01"),
    instances: [date instanceof Date, new Stamp() instanceof Date, new Stamp() instanceof Stamp],
    zone: new Date(2026, 0, 1).getTime(), log: console.log("a line of the function") ?? null,
  };
};
`;

const arn = (logicalId: string) => ({ "Fn::GetAtt": [logicalId, "Arn"] });

function role(service: string, statements: readonly object[]) {
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
      },
      Policies: [{ PolicyName: "own", PolicyDocument: { Statement: statements } }],
    },
  };
}

function lambda(name: string, seen: string, extra: object = {}) {
  return {
    Type: "AWS::Lambda::Function",
    Properties: {
      Code: { S3Bucket: { "Fn::Join": ["-", ["assets", { Ref: "AWS::AccountId" }]] }, S3Key: "fixture.zip" },
      Handler: "index.handler",
      Role: arn("FunctionRole"),
      Timeout: 1,
      MemorySize: 128,
      Environment: { Variables: { SEEN: seen, ROLE_OF: name, PUBLIC_URL: "http://localhost.jiesu" } },
      ...extra,
    },
  };
}

const allow = (Action: readonly string[], Resource: unknown) => ({ Effect: "Allow", Action, Resource });

function template(seen: string, streamWindowSeconds: number) {
  return {
    Resources: {
      Dead: { Type: "AWS::SQS::Queue" },
      Work: {
        Type: "AWS::SQS::Queue",
        Properties: {
          VisibilityTimeout: 60,
          RedrivePolicy: { deadLetterTargetArn: arn("Dead"), maxReceiveCount: 2 },
        },
      },
      Table: {
        Type: "AWS::DynamoDB::Table",
        Properties: {
          BillingMode: "PAY_PER_REQUEST",
          AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
          KeySchema: [
            { AttributeName: "pk", KeyType: "HASH" },
            { AttributeName: "sk", KeyType: "RANGE" },
          ],
          StreamSpecification: { StreamViewType: "KEYS_ONLY" },
        },
      },
      FunctionRole: role("lambda.amazonaws.com", [
        allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], arn("Work")),
        allow(["sqs:SendMessage"], arn("Dead")),
        allow(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], {
          "Fn::GetAtt": ["Table", "StreamArn"],
        }),
        allow(["dynamodb:ListStreams"], "*"),
      ]),
      ScheduleRole: role("scheduler.amazonaws.com", [
        allow(["sqs:SendMessage"], arn("Work")),
        allow(["lambda:InvokeFunction"], arn("SweepFunction")),
      ]),
      WorkFunction: lambda("work", seen),
      WorkMapping: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: {
          EventSourceArn: arn("Work"),
          FunctionName: { Ref: "WorkFunction" },
          FunctionResponseTypes: ["ReportBatchItemFailures"],
        },
      },
      StreamFunction: lambda("stream", seen),
      StreamMapping: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: {
          EventSourceArn: { "Fn::GetAtt": ["Table", "StreamArn"] },
          FunctionName: { Ref: "StreamFunction" },
          BatchSize: 4,
          MaximumBatchingWindowInSeconds: streamWindowSeconds,
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 1,
          FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"Keys":{"sk":{"S":["DOC"]}}}}' }] },
          DestinationConfig: { OnFailure: { Destination: arn("Dead") } },
        },
      },
      SweepFunction: lambda("sweep", seen, { DeadLetterConfig: { TargetArn: arn("Dead") } }),
      ApiFunction: lambda("api", seen),
      Mail: {
        Type: "AWS::S3::Bucket",
        Properties: {
          NotificationConfiguration: {
            QueueConfigurations: [
              {
                Event: "s3:ObjectCreated:*",
                Queue: arn("Work"),
                Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "raw/" }] } },
              },
            ],
          },
        },
      },
      Rule: {
        Type: "AWS::SES::ReceiptRule",
        Properties: {
          Rule: { Actions: [{ S3Action: { BucketName: { Ref: "Mail" }, ObjectKeyPrefix: "raw/" } }] },
        },
      },
      Api: { Type: "AWS::ApiGatewayV2::Api", Properties: {} },
      Integration: {
        Type: "AWS::ApiGatewayV2::Integration",
        Properties: { IntegrationUri: arn("ApiFunction"), PayloadFormatVersion: "2.0" },
      },
      ...Object.fromEntries(
        ["ANY /echo/{name}", "GET /plain", "GET /boom"].map((RouteKey, index) => [
          `Route${index}`,
          {
            Type: "AWS::ApiGatewayV2::Route",
            Properties: {
              ApiId: { Ref: "Api" },
              RouteKey,
              Target: { "Fn::Join": ["", ["integrations/", { Ref: "Integration" }]] },
            },
          },
        ]),
      ),
    },
  };
}

export interface Seen {
  readonly by: string;
  readonly now: number;
  readonly items?: readonly string[];
  readonly source?: string;
  readonly event?: Record<string, unknown>;
}

/** Writes the fixture's cloud assembly; returns its folder and what its functions have written down so far. */
export function fixtureAssembly(streamWindowSeconds = 0) {
  const directory = mkdtempSync(join(tmpdir(), "jiesu-host-"));
  const seenFile = join(directory, "seen.jsonl");
  writeFileSync(seenFile, "");
  mkdirSync(join(directory, "asset.fixture"));
  writeFileSync(join(directory, "asset.fixture", "index.mjs"), bundle);
  writeFileSync(
    join(directory, "fix.template.json"),
    JSON.stringify(template(seenFile, streamWindowSeconds)),
  );
  const source = { path: "asset.fixture", packaging: "zip" };
  const files = { fixture: { source, destinations: { here: { objectKey: "fixture.zip" } } } };
  writeFileSync(join(directory, "fix.assets.json"), JSON.stringify({ files }));
  const artifacts = {
    fix: { type: "aws:cloudformation:stack", properties: { templateFile: "fix.template.json" } },
    "fix.assets": { type: "cdk:asset-manifest", properties: { file: "fix.assets.json" } },
  };
  writeFileSync(join(directory, "manifest.json"), JSON.stringify({ artifacts }));
  return {
    directory,
    /** In the order of writing. */
    seen: (): Seen[] =>
      readFileSync(seenFile, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line)),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** A small synthesized cloud over in-memory services, its functions in real workers. */
export async function fixtureCloud(options: { speed?: number; streamWindowSeconds?: number } = {}) {
  const { speed, streamWindowSeconds } = options;
  const { directory, seen, remove } = fixtureAssembly(streamWindowSeconds);
  const memory = memoryServices(startAt);
  const failures: (InvocationFailure & { where: string })[] = [];
  const cloud: Cloud = await openCloud({
    services: memory.services,
    assembly: await loadAssembly(directory),
    baseUrl: "http://127.0.0.1:8787",
    credentialsFor: (name) => ({ accessKeyId: `KEY-${name}`, secretAccessKey: "secret" }),
    logDirectory: join(directory, "logs"),
    speed,
    workers: 2,
    onFailure: (where, failure) => failures.push({ where, ...failure }),
    onBroken: (error) => {
      throw error;
    },
  });
  const queueArn = (logicalId: string) => `arn:aws:sqs:ap-southeast-1:000000000000:fix-${logicalId}`;
  return {
    ...memory,
    cloud,
    failures,
    work: queueArn("Work"),
    dead: queueArn("Dead"),
    functionArn: (logicalId: string) =>
      `arn:aws:lambda:ap-southeast-1:000000000000:function:fix-${logicalId}`,
    roleArn: (logicalId: string) => `arn:aws:iam::000000000000:role/fix-${logicalId}`,
    seen,
    log: (logicalId: string) => readFileSync(join(directory, "logs", `fix-${logicalId}.log`), "utf8"),
    close: async () => {
      await cloud.close();
      remove();
    },
  };
}

export type Fixture = Awaited<ReturnType<typeof fixtureCloud>>;

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { sqsClient } from "../../../lib/adapters/queue/sqs-client.ts";
import { dynamodbClient } from "../../../lib/adapters/runtime/aws-clients.ts";
import { schedulerClient } from "../../../lib/adapters/schedule/scheduler-client.ts";
import { s3Clients } from "../../../lib/adapters/storage/s3-clients.ts";

const aws = {
  endpoint: "http://127.0.0.1:1",
  region: "local",
  credentials: { accessKeyId: "a", secretAccessKey: "b" },
};

test("no client carries the SDK's own log, which a client has otherwise (ADR 0012)", () => {
  const hasLog = (client: { readonly middlewareStack: { identify(): string[] } }) =>
    client.middlewareStack.identify().some((middleware) => middleware.includes("loggerMiddleware"));
  expect(hasLog(new DynamoDBClient(aws))).toBe(true);
  const { s3, signing } = s3Clients(aws);
  expect([dynamodbClient(aws), sqsClient(aws), schedulerClient(aws), s3(), signing()].map(hasLog)).toEqual(
    Array(5).fill(false),
  );
});

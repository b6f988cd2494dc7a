import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SQSClient } from "@aws-sdk/client-sqs";
import { once } from "./once.ts";

/** Where AWS is, for callers that do not want the SDK's ordinary environment variables. */
export interface AwsConfig {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Takes the requests of all clients instead of the network. */
  readonly requestHandler?: NonNullable<DynamoDBClientConfig["requestHandler"]>;
}

/**
 * A client without the SDK's own log: nobody reads it, and the middleware copies all that a call sends and brings before
 * it finds that out.
 */
export function withoutLog<T extends { readonly middlewareStack: { remove(name: string): boolean } }>(
  client: T,
): T {
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}

/** SDK clients, each made when first asked for and then kept: connections live as long as the function. */
export function awsClients(given: AwsConfig) {
  // Nobody adds middleware later, so a command's stack need not be put together anew for each call.
  const config = { ...given, cacheMiddleware: true };
  return {
    dynamodb: once(() => withoutLog(new DynamoDBClient({ ...config }))),
    sqs: once(() => withoutLog(new SQSClient({ ...config }))),
    // A burst of new complaints creates schedules faster than the account's rate: slow down instead of failing.
    scheduler: once(() =>
      withoutLog(new SchedulerClient({ ...config, retryMode: "adaptive", maxAttempts: 8 })),
    ),
    s3: once(() => withoutLog(new S3Client({ ...config }))),
    // A link is signed before there is a body: the SDK's default would sign the checksum of no body at all.
    signing: once(() => withoutLog(new S3Client({ ...config, requestChecksumCalculation: "WHEN_REQUIRED" }))),
  };
}

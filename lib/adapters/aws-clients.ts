import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SQSClient } from "@aws-sdk/client-sqs";
import { once } from "./once.ts";

/** Where AWS is, for callers that do not want the SDK's ordinary environment variables. */
export interface AwsConfig {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** SDK clients, each made when first asked for and then kept: connections live as long as the function. */
export function awsClients(given: AwsConfig) {
  // Nobody adds middleware later, so a command's stack need not be put together anew for each call.
  const config = { ...given, cacheMiddleware: true };
  return {
    dynamodb: once(() => new DynamoDBClient({ ...config })),
    sqs: once(() => new SQSClient({ ...config })),
    // A burst of new complaints creates schedules faster than the account's rate: slow down instead of failing.
    scheduler: once(() => new SchedulerClient({ ...config, retryMode: "adaptive", maxAttempts: 8 })),
    s3: once(() => new S3Client({ ...config })),
    // A link is signed before there is a body: the SDK's default would sign the checksum of no body at all.
    signing: once(() => new S3Client({ ...config, requestChecksumCalculation: "WHEN_REQUIRED" })),
  };
}

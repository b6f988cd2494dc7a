import { SQSClient } from "@aws-sdk/client-sqs";
import { type AwsConfig, settingsOf, withoutLog } from "../runtime/aws-clients.ts";

export function sqsClient(given: AwsConfig): SQSClient {
  return withoutLog(new SQSClient(settingsOf(given)));
}

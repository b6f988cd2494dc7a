import { S3Client } from "@aws-sdk/client-s3";
import { once } from "../../domain/once.ts";
import { type AwsConfig, settingsOf, withoutLog } from "../runtime/aws-clients.ts";

/** The clients of buckets, each made when first asked for and then kept. */
export function s3Clients(given: AwsConfig) {
  const config = settingsOf(given);
  return {
    s3: once(() => withoutLog(new S3Client(config))),
    // A link is signed before there is a body: the SDK's default would sign the checksum of no body at all.
    signing: once(() => withoutLog(new S3Client({ ...config, requestChecksumCalculation: "WHEN_REQUIRED" }))),
  };
}

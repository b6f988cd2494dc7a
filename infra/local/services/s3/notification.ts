import { accountId, bucketArn, region } from "../account.ts";

export interface CreatedObject {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  /** Orders the events of one key as hexadecimal text. */
  readonly sequencer: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly requestId: string;
}

/** Keys come encoded as in a form: `+` is a space, slashes stay. */
function eventKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll("%20", "+")
    .replaceAll("%2F", "/")
    .replaceAll(/[!'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The message S3 sends for `s3:ObjectCreated:Put`. */
export function createdEvent(object: CreatedObject) {
  return {
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: region,
        eventTime: new Date(object.at).toISOString(),
        eventName: "ObjectCreated:Put",
        userIdentity: { principalId: `AWS:${accountId}` },
        requestParameters: { sourceIPAddress: "127.0.0.1" },
        responseElements: { "x-amz-request-id": object.requestId, "x-amz-id-2": object.requestId },
        s3: {
          s3SchemaVersion: "1.0",
          configurationId: "created",
          bucket: {
            name: object.bucket,
            ownerIdentity: { principalId: accountId },
            arn: bucketArn(object.bucket),
          },
          object: {
            key: eventKey(object.key),
            size: object.size,
            eTag: object.etag,
            sequencer: object.sequencer,
          },
        },
      },
    ],
  };
}

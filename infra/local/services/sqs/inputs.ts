import * as z from "zod";
import { AwsError } from "../http/wire.ts";
import { attributesSize, type MessageAttributes, messageAttributesSchema } from "./message-attributes.ts";
import { longestVisibilitySeconds } from "./queue-engine.ts";

export const invalidParameter = "InvalidParameterValue";
/** A message, and a batch as a whole: body and attributes together. */
export const sizeLimit = 1024 * 1024;

const seconds = (max: number) => z.int().min(0).max(max);
const outgoing = {
  MessageBody: z.string().min(1),
  DelaySeconds: seconds(900).optional(),
  MessageAttributes: messageAttributesSchema.optional(),
};
const queue = { QueueUrl: z.string() };
const batchId = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/);
/** What each operation takes; unknown members are ignored, as SQS does. */
export const inputs = {
  queueUrl: z.object(queue),
  send: z.object({ ...queue, ...outgoing }),
  sendBatch: z.object({ ...queue, Entries: z.array(z.object({ Id: batchId, ...outgoing })) }),
  receive: z.object({
    ...queue,
    MaxNumberOfMessages: z.int().min(1).max(10).default(1),
    VisibilityTimeout: seconds(longestVisibilitySeconds).optional(),
    WaitTimeSeconds: seconds(20).optional(),
    AttributeNames: z.array(z.string()).default([]),
    MessageSystemAttributeNames: z.array(z.string()).default([]),
    MessageAttributeNames: z.array(z.string()).default([]),
  }),
  remove: z.object({ ...queue, ReceiptHandle: z.string() }),
  removeBatch: z.object({ ...queue, Entries: z.array(z.object({ Id: batchId, ReceiptHandle: z.string() })) }),
  changeVisibility: z.object({
    ...queue,
    ReceiptHandle: z.string(),
    VisibilityTimeout: seconds(longestVisibilitySeconds),
  }),
  getUrl: z.object({ QueueName: z.string() }),
  getAttributes: z.object({ ...queue, AttributeNames: z.array(z.string()).default([]) }),
  list: z.object({
    QueueNamePrefix: z.string().default(""),
    MaxResults: z.int().min(1).max(1000).optional(),
  }),
};

/** Throws AwsError InvalidMessageContents. */
export function checkText(body: string): void {
  // The characters XML 1.0 allows; a lone surrogate is none.
  if (!/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]+$/u.test(body)) {
    throw new AwsError("InvalidMessageContents", "Invalid characters found in the message body.");
  }
}

/** All messages together. Throws AwsError. */
export function checkSize(
  messages: readonly { MessageBody: string; MessageAttributes?: MessageAttributes | undefined }[],
  code = invalidParameter,
): void {
  let size = 0;
  for (const { MessageBody, MessageAttributes } of messages) {
    size += Buffer.byteLength(MessageBody) + attributesSize(MessageAttributes ?? {});
  }
  if (size > sizeLimit) {
    throw new AwsError(code, `Messages are ${size} bytes long. Maximum allowed is ${sizeLimit} bytes.`);
  }
}

/** One to ten entries with ids of their own. Throws AwsError. */
export function checkBatch(entries: readonly { Id: string }[]): void {
  if (entries.length === 0) throw new AwsError("EmptyBatchRequest", "There should be at least one entry.");
  if (entries.length > 10) {
    throw new AwsError(
      "TooManyEntriesInBatchRequest",
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    );
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new AwsError("BatchEntryIdsNotDistinct", "Two or more batch entries have the same Id.");
  }
}

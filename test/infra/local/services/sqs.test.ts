import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { minute, queue, TestCloud } from "./cloud.ts";

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const take = async (url: string, max = 10) => {
  const { Messages } = await cloud.aws.sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: max,
      WaitTimeSeconds: 20,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    }),
  );
  return Messages ?? [];
};

test("a message comes with its attributes and its body's MD5, and is gone once deleted", async () => {
  const { url } = queue(cloud, "work");
  await cloud.aws.sqs.send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: "投诉 & <xml>",
      MessageAttributes: { kind: { DataType: "String", StringValue: "test" } },
    }),
  );
  const [message] = await take(url);
  expect(message).toMatchObject({
    Body: "投诉 & <xml>",
    MessageAttributes: { kind: { DataType: "String", StringValue: "test" } },
    // The documented algorithm, computed apart from the code under test.
    MD5OfMessageAttributes: "b208efaf010247370cb046e6adfb8858",
    Attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: String(cloud.services.clock.now()),
    },
  });
  await cloud.aws.sqs.send(
    new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message?.ReceiptHandle }),
  );
  cloud.forward(2 * minute);
  expect(await take(url)).toEqual([]);
});

test("a delayed message is invisible until its second; more than 900 seconds are refused", async () => {
  const { url, arn } = queue(cloud, "delayed");
  const send = (DelaySeconds: number) =>
    cloud.aws.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "later", DelaySeconds }));
  await send(900);
  await expect(send(901)).rejects.toMatchObject({ name: "InvalidParameterValue" });
  expect(cloud.services.queues.nextVisibleAt(arn)).toBe(cloud.services.clock.now() + 15 * minute);
  cloud.forward(15 * minute - 1);
  expect(await take(url)).toEqual([]);
  cloud.forward(1);
  expect(await take(url)).toHaveLength(1);
});

test("a message in flight comes again after its visibility timeout, or when it is given back", async () => {
  const { url } = queue(cloud, "flight");
  await cloud.aws.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "again" }));
  const [first] = await take(url);
  expect(await take(url)).toEqual([]);
  cloud.forward(minute);
  const [second] = await take(url);
  expect(second?.Attributes?.ApproximateReceiveCount).toBe("2");
  // The old handle is outdated: it neither deletes the message nor changes its visibility.
  await cloud.aws.sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: first?.ReceiptHandle }));
  const change = (ReceiptHandle: string | undefined) =>
    cloud.aws.sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 }),
    );
  await expect(change(first?.ReceiptHandle)).rejects.toMatchObject({ name: "MessageNotInflight" });
  await change(second?.ReceiptHandle);
  expect((await take(url))[0]?.Attributes?.ApproximateReceiveCount).toBe("3");
  await expect(change("no handle")).rejects.toMatchObject({ name: "ReceiptHandleIsInvalid" });
});

test("after two receives a message goes to the dead-letter queue", async () => {
  const dead = queue(cloud, "poison-dlq");
  const { url, arn } = queue(cloud, "poison", { deadLetters: "poison-dlq" });
  await cloud.aws.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "poison" }));
  for (const _ of [1, 2]) {
    expect(await take(url)).toHaveLength(1);
    cloud.forward(minute);
  }
  expect(await take(url)).toEqual([]);
  const [message] = await take(dead.url);
  expect(message).toMatchObject({ Body: "poison", Attributes: { DeadLetterQueueSourceArn: arn } });
});

test("a batch accepts the good entries and names the bad one; eleven, none or twice the same are refused", async () => {
  const { url } = queue(cloud, "batch");
  const batch = (Entries: { Id: string; MessageBody: string }[]) =>
    cloud.aws.sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
  const result = await batch([
    { Id: "good", MessageBody: "好" },
    { Id: "bad", MessageBody: "\u0001" },
  ]);
  expect(result.Successful?.map(({ Id }) => Id)).toEqual(["good"]);
  expect(result.Failed).toMatchObject([{ Id: "bad", Code: "InvalidMessageContents", SenderFault: true }]);
  const many = Array.from({ length: 11 }, (_, i) => ({ Id: `m${i}`, MessageBody: "x" }));
  await expect(batch(many)).rejects.toMatchObject({ name: "TooManyEntriesInBatchRequest" });
  await expect(batch([])).rejects.toMatchObject({ name: "EmptyBatchRequest" });
  await expect(batch(many.slice(0, 1).concat(many.slice(0, 1)))).rejects.toMatchObject({
    name: "BatchEntryIdsNotDistinct",
  });
  const [message] = await take(url);
  const removed = await cloud.aws.sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl: url,
      Entries: [{ Id: "one", ReceiptHandle: message?.ReceiptHandle }],
    }),
  );
  expect(removed.Successful).toEqual([{ Id: "one" }]);
});

test("a message may have 1 MiB and not a byte more", async () => {
  const { url } = queue(cloud, "big");
  const send = (MessageBody: string) =>
    cloud.aws.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
  await send("x".repeat(1024 * 1024));
  await expect(send("x".repeat(1024 * 1024 + 1))).rejects.toMatchObject({ name: "InvalidParameterValue" });
});

test("what is older than the retention is gone", async () => {
  const { url, arn } = queue(cloud, "short", { retention: 120 });
  await cloud.aws.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "old" }));
  cloud.forward(2 * minute);
  expect(cloud.services.queues.nextVisibleAt(arn)).toBeUndefined();
  expect(await take(url)).toEqual([]);
});

test("queues are found by name, listed, counted, and unknown ones refused", async () => {
  const { url } = queue(cloud, "found");
  const found = await cloud.aws.sqs.send(new GetQueueUrlCommand({ QueueName: "found" }));
  expect(found.QueueUrl).toBe(url);
  await cloud.aws.sqs.send(
    new SendMessageCommand({ QueueUrl: "http://127.0.0.1:1/000000000000/found", MessageBody: "x" }),
  );
  const { Attributes } = await cloud.aws.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["ApproximateNumberOfMessages"] }),
  );
  expect(Attributes).toEqual({ ApproximateNumberOfMessages: "1" });
  const list = await cloud.aws.sqs.send(new ListQueuesCommand({ QueueNamePrefix: "poison" }));
  expect(list.QueueUrls).toHaveLength(2);
  await expect(cloud.aws.sqs.send(new GetQueueUrlCommand({ QueueName: "none" }))).rejects.toMatchObject({
    name: "QueueDoesNotExist",
  });
  await expect(cloud.aws.sqs.send(new PurgeQueueCommand({ QueueUrl: url }))).rejects.toMatchObject({
    name: "NotImplemented",
    message: expect.stringContaining("PurgeQueue"),
  });
});

test("in-flight messages, counts and visibility survive a restart", async () => {
  const { url, arn } = queue(cloud, "lasting");
  await cloud.aws.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "one" }));
  const [message] = await take(url);
  const visibleAt = cloud.services.queues.nextVisibleAt(arn);
  await cloud.reopen();
  expect(cloud.services.queues.nextVisibleAt(arn)).toBe(visibleAt);
  const moved = url.replace(/^http:\/\/[^/]+/, cloud.services.endpoint);
  expect(await take(moved)).toEqual([]);
  await cloud.aws.sqs.send(
    new DeleteMessageCommand({ QueueUrl: moved, ReceiptHandle: message?.ReceiptHandle }),
  );
  expect(cloud.services.queues.nextVisibleAt(arn)).toBeUndefined();
});

import type { SQSEvent, SQSRecord } from "aws-lambda";
import { expect, test } from "vitest";
import * as z from "zod";
import { queueConsumer } from "../../../lib/adapters/lambda/queue-consumer.ts";
import { scheduled } from "../../../lib/adapters/lambda/scheduled.ts";
import { at } from "../../support/builders.ts";
import { context } from "../../support/lambda-context.ts";
import { world } from "../../support/world.ts";

function record(messageId: string, body: string): SQSRecord {
  return {
    messageId,
    body,
    receiptHandle: messageId,
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "x",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:x:1:q",
    awsRegion: "x",
  };
}

/** What comes back of a batch in which the work fails for these numbers. */
async function consumed(failing: readonly number[], bodies: readonly string[]) {
  const done: number[] = [];
  const consume = queueConsumer(
    async () => world(at("2026-03-02 10:00")).ports,
    z.number(),
    async (_, n) => {
      if (failing.includes(n)) throw new Error("the store is down");
      done.push(n);
    },
  );
  const event: SQSEvent = { Records: bodies.map((body, index) => record(`m-${index}`, body)) };
  const answer = await consume(event, context);
  return { done, back: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

test("what failed comes back, what was done does not, and what nobody can read comes back too", async () => {
  expect(await consumed([], ["1", "2"])).toEqual({ done: [1, 2], back: [] });
  expect(await consumed([2], ["1", "2", "3"])).toEqual({ done: [1, 3], back: ["m-1"] });
  expect(await consumed([], ["1", "{", '"x"'])).toEqual({ done: [1], back: ["m-1", "m-2"] });
  expect(await consumed([1, 2], ["1", "2"])).toEqual({ done: [], back: ["m-0", "m-1"] });
});

test("messages of a batch are worked on beside each other, or one after the other where it is asked for", async () => {
  const most = async (options?: { readonly inSeries: boolean }) => {
    let [going, top] = [0, 0];
    const consume = queueConsumer(
      async () => world(at("2026-03-02 10:00")).ports,
      z.number(),
      async () => {
        going += 1;
        top = Math.max(top, going);
        await Promise.resolve();
        going -= 1;
      },
      options,
    );
    await consume({ Records: ["1", "2", "3"].map((body) => record(`m-${body}`, body)) }, context);
    return top;
  };
  expect(await most()).toBe(3);
  expect(await most({ inSeries: false })).toBe(3);
  expect(await most({ inSeries: true })).toBe(1);
});

test("a container that could not reach the table when it began tries again with the first event", async () => {
  const { ports } = world(at("2026-03-02 10:00"));
  let begun = 0;
  const load = async () => {
    begun += 1;
    if (begun === 1) throw new Error("the table is out of reach");
    return ports;
  };
  const consume = queueConsumer(load, z.number(), async () => undefined);
  expect(await consume({ Records: [record("m-1", "1")] }, context)).toEqual({ batchItemFailures: [] });
  await consume({ Records: [record("m-2", "2")] }, context);
  expect(begun).toBe(2);
});

test("a message that failed is told by its number, and counts for the function's alarm", async () => {
  const w = world(at("2026-03-02 10:00"));
  const consume = queueConsumer(
    async () => w.ports,
    z.number(),
    async () => {
      throw new Error("the store is down");
    },
  );
  await consume({ Records: [record("m-7", "1")] }, context);
  expect(JSON.stringify(w.telemetry.lines)).toContain('{"messageId":"m-7"}');
  expect(w.telemetry.counts).toEqual({ WorkFailed: 1 });
});

test("scheduled work that fails fails the function, so that it is tried again and counted", async () => {
  const run = scheduled(
    async () => world(at("2026-03-02 10:00")).ports,
    async () => {
      throw new Error("the store is down");
    },
  );
  await expect(run({}, context)).rejects.toThrow("the store is down");
});

import { QueueDoesNotExist, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { queuesLater } from "../../../lib/adapters/queue/later.ts";
import { outgoingQueue } from "../../../lib/adapters/queue/sqs.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

function newQueue(name: string) {
  const { services, aws } = local;
  const arn = `arn:aws:sqs:${services.region}:${services.accountId}:${name}`;
  services.queues.define({
    name,
    arn,
    delaySeconds: 0,
    visibilityTimeoutSeconds: 30,
    retentionSeconds: 86_400,
  });
  const url = `${services.endpoint}/${services.accountId}/${name}`;
  return { arn, queue: outgoingQueue<object>(new SQSClient(aws), url) };
}

test("a message arrives as the JSON it was, at once or after its delay", async () => {
  const { arn, queue } = newQueue("now-and-later");
  await queue.send({ id: "c1", text: "投诉" });
  await queue.send({ id: "c2", epoch: 3 }, { delaySeconds: 900 });
  const bodies = () => local.services.queues.receive(arn, 10).map(({ body }) => JSON.parse(body));
  expect(bodies()).toEqual([{ id: "c1", text: "投诉" }]);
  const due = local.services.queues.nextVisibleAt(arn)!;
  local.services.clock.set(local.services.clock.now() + 900_000);
  expect(due).toBeLessThanOrEqual(local.services.clock.now());
  expect(bodies()).toContainEqual({ id: "c2", epoch: 3 });
});

test("a queue whose client is loaded with the first message carries what is sent to it, one by one or many", async () => {
  const { arn } = newQueue("later");
  const queueOf = queuesLater(local.aws);
  const queue = queueOf<object>(`${local.services.endpoint}/${local.services.accountId}/later`);
  await queue.send({ id: "c1" });
  await queue.send({ id: "c2" }, { delaySeconds: 60 });
  await queue.sendAll([{ id: "c3" }, { id: "c4" }]);
  const bodies = local.services.queues.receive(arn, 10).map(({ body }) => JSON.parse(body));
  expect(bodies).toEqual([{ id: "c1" }, { id: "c3" }, { id: "c4" }]);
});

test("many messages go in calls of ten, and none is left out", async () => {
  const { arn, queue } = newQueue("many");
  const messages = Array.from({ length: 23 }, (_, index) => ({ id: `c${index}` }));
  const before = local.services.calls().length;
  await queue.sendAll(messages);
  await queue.sendAll([]);
  expect(
    local.services
      .calls()
      .slice(before)
      .map(({ operation }) => operation),
  ).toEqual(["SendMessageBatch", "SendMessageBatch", "SendMessageBatch"]);
  const bodies = local.services.queues.receive(arn, 50).map(({ body }) => JSON.parse(body));
  expect(bodies).toEqual(messages);
});

test("messages that wait go in one call too, each with its own delay", async () => {
  const { arn, queue } = newQueue("waiting");
  const before = local.services.calls().length;
  await queue.sendDelayed([
    { message: { id: "c1" }, delaySeconds: 61 },
    { message: { id: "c2" }, delaySeconds: 0 },
  ]);
  expect(local.services.calls().slice(before)).toHaveLength(1);
  const bodies = () => local.services.queues.receive(arn, 10).map(({ body }) => JSON.parse(body));
  expect(bodies()).toEqual([{ id: "c2" }]);
  local.services.clock.set(local.services.clock.now() + 61_000);
  expect(bodies()).toContainEqual({ id: "c1" });
  await expect(queue.sendDelayed([{ message: {}, delaySeconds: 901 }])).rejects.toThrow(RangeError);
});

test("a message of a batch that SQS does not take is an error for the caller", async () => {
  const client = new SQSClient(local.aws);
  client.middlewareStack.add(
    () => async () => ({
      response: {},
      output: {
        $metadata: {},
        Successful: [],
        Failed: [{ Id: "1", Code: "InternalError", SenderFault: false }],
      },
    }),
    { step: "initialize" },
  );
  const queue = outgoingQueue(client, "https://queue.example/q");
  await expect(queue.sendAll([{ id: "a" }, { id: "b" }])).rejects.toThrow(
    "1 of 2 messages were not taken: InternalError",
  );
});

test.each([-1, 901, 1.5, Number.NaN])(
  "a delay of %d s, which SQS cannot give, is refused",
  async (delaySeconds) => {
    const { queue } = newQueue(`refused-${delaySeconds}`.replaceAll(".", "-"));
    await expect(queue.send({}, { delaySeconds })).rejects.toThrow(
      new RangeError(`a queue delays 0 to 900 whole seconds, not ${delaySeconds}`),
    );
  },
);

test("a queue that is not there is an error for the caller", async () => {
  const missing = `${local.services.endpoint}/${local.services.accountId}/missing`;
  const queue = outgoingQueue(new SQSClient({ ...local.aws, maxAttempts: 1 }), missing);
  await expect(queue.send({})).rejects.toThrow(QueueDoesNotExist);
});

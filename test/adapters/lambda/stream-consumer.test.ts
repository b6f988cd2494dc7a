import { expect, test, vi } from "vitest";
import { keys } from "../../../lib/adapters/dynamodb/core/keys.ts";
import { streamConsumer } from "../../../lib/adapters/lambda/stream-consumer.ts";
import { ThrottledError } from "../../../lib/app/ports/timers.ts";
import { context } from "../../support/lambda-context.ts";
import { world } from "../../support/world.ts";

const record = ({ pk, sk }: { readonly pk: string; readonly sk: string }) => ({
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
});

test("what changed comes on the react queue once per batch, whatever its kind (ADR 0002)", async () => {
  const w = world("2026-03-02T02:00:00Z");
  const consume = streamConsumer(async () => w.ports);
  const refs = [
    keys.complaint("c1"),
    keys.emergency("e1"),
    keys.complaint("c2"),
    keys.complaint("c1"),
    keys.group("g.2"),
    keys.submission("2026-02", "lake"),
    keys.emergency("e1"),
    keys.settings(),
  ];
  const bare = [
    {},
    { dynamodb: {} },
    { dynamodb: { Keys: {} } },
    { dynamodb: { Keys: { pk: { N: "1" }, sk: { N: "1" } } } },
  ];
  await consume({ Records: [...refs.map(record), ...bare] }, context);
  expect(w.reactQueue.take()).toEqual([
    { kind: "complaint", id: "c1" },
    { kind: "emergency", id: "e1" },
    { kind: "complaint", id: "c2" },
    { kind: "group", id: "g.2" },
    { kind: "submission", id: "2026-02.lake" },
  ]);
});

test("a queue that takes nothing fails the batch, so that the stream brings it again", async () => {
  const w = world("2026-03-02T02:00:00Z");
  vi.spyOn(w.ports.reactQueue, "sendAll").mockRejectedValue(new ThrottledError("full"));
  const consume = streamConsumer(async () => w.ports);
  await expect(consume({ Records: [record(keys.complaint("c1"))] }, context)).rejects.toThrow("full");
});

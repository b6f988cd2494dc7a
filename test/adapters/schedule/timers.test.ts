import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeCrypto } from "../../../lib/adapters/runtime/crypto.ts";
import { atExpression, schedulerTimers } from "../../../lib/adapters/schedule/timers.ts";
import { timerName } from "../../../lib/app/documents/arm.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
  local.services.schedules.defineGroup("alarms");
});
afterAll(() => local.close());

const queueArn = "arn:aws:sqs:ap-southeast-1:000000000000:alarm";
const roleArn = "arn:aws:iam::000000000000:role/schedules";

function timers() {
  const client = new SchedulerClient(local.aws);
  return schedulerTimers(client, { group: "alarms", queueArn, roleArn });
}

test("a timer comes at its second with its message, once: set twice it is one, delivered it is gone", async () => {
  const at = new Date(local.services.clock.now() + 3_600_000).toISOString();
  const name = timerName(
    { crypto: nodeCrypto(() => ["a2V5"]) },
    { kind: "complaint", id: "c".repeat(26) },
    12,
  );
  for (let again = 0; again < 2; again += 1) {
    await timers().schedule(name, at, { kind: "complaint", id: "c1", epoch: 12 });
  }
  expect(local.services.schedules.list().filter((schedule) => schedule.name === name)).toHaveLength(1);
  expect(local.services.schedules.nextAt()).toBe(Date.parse(at));
  local.services.clock.set(Date.parse(at));
  const due = local.services.schedules.due();
  expect(due).toHaveLength(1);
  expect(due[0]).toMatchObject({ name, targetArn: queueArn, roleArn, at: Date.parse(at) });
  expect(JSON.parse(due[0]!.input)).toEqual({ kind: "complaint", id: "c1", epoch: 12 });
  local.services.schedules.delivered(due[0]!);
  expect(local.services.schedules.list()).toEqual([]);
});

test("a timer of a number that was given before comes at its own instant, not at that of before", async () => {
  const [before, at] = [7_200_000, 3_600_000].map((wait) =>
    new Date(local.services.clock.now() + wait).toISOString(),
  ) as [string, string];
  await timers().schedule("c-back-3", before, { kind: "complaint", id: "back", epoch: 3 });
  await timers().schedule("c-back-3", at, { kind: "complaint", id: "back", epoch: 3 });
  expect(local.services.schedules.list().map(({ name, nextAt }) => [name, nextAt])).toEqual([
    ["c-back-3", Date.parse(at)],
  ]);
  await timers().unschedule("c-back-3");
});

test("a timer is deleted; one that is not there any more is no error", async () => {
  const at = new Date(local.services.clock.now() + 7_200_000).toISOString();
  await timers().schedule("c-gone-1", at, { kind: "complaint", id: "gone", epoch: 1 });
  await timers().unschedule("c-gone-1");
  expect(local.services.schedules.list()).toEqual([]);
  await timers().unschedule("c-gone-1");
});

test("a group that is not there is an error, not a timer that never comes", async () => {
  const client = new SchedulerClient({ ...local.aws, maxAttempts: 1 });
  const lost = schedulerTimers(client, { group: "nowhere", queueArn, roleArn });
  await expect(
    lost.schedule("c-1", "2026-03-01T00:00:00.000Z", { kind: "complaint", id: "c" }),
  ).rejects.toThrow("nowhere");
});

test.each([
  ["2026-02-14T01:00:00.000Z", "at(2026-02-14T01:00:00)"],
  ["2026-02-14T01:00:00.001Z", "at(2026-02-14T01:00:01)"],
  ["2026-12-31T23:59:59.999Z", "at(2027-01-01T00:00:00)"],
])("%s is never earlier as %s", (instant, expression) => {
  expect(atExpression(instant)).toBe(expression);
});

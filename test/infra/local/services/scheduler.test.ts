import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hour, minute, monday, TestCloud } from "./cloud.ts";

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
  cloud.services.schedules.defineGroup("alarms");
});
afterAll(() => cloud.stop());

const alarm = (
  name: string,
  change: Partial<CreateScheduleCommandInput> = {},
): CreateScheduleCommandInput => ({
  Name: name,
  GroupName: "alarms",
  ScheduleExpression: "at(2026-03-03T09:30:00)",
  ScheduleExpressionTimezone: "Asia/Shanghai",
  FlexibleTimeWindow: { Mode: "OFF" },
  ActionAfterCompletion: "DELETE",
  Target: {
    Arn: "arn:aws:sqs:ap-southeast-1:000000000000:alarm",
    RoleArn: "arn:aws:iam::000000000000:role/schedules",
    Input: '{"id":"1"}',
  },
  ...change,
});
const create = (input: CreateScheduleCommandInput) =>
  cloud.aws.scheduler.send(new CreateScheduleCommand(input));

test("a one-time schedule is due at its wall clock, stays due until delivered, and then is gone", async () => {
  const { ScheduleArn } = await create(alarm("one"));
  expect(ScheduleArn).toBe("arn:aws:scheduler:ap-southeast-1:000000000000:schedule/alarms/one");
  const at = Date.parse("2026-03-03T01:30:00Z");
  expect(cloud.services.schedules.nextAt()).toBe(at);
  cloud.forward(at - 1 - cloud.services.clock.now());
  expect(cloud.services.schedules.due()).toEqual([]);
  cloud.forward(1);
  // A restart between due and delivered loses nothing.
  await cloud.reopen();
  const [due, ...others] = cloud.services.schedules.due();
  expect(others).toEqual([]);
  expect(due).toMatchObject({ name: "one", at, input: '{"id":"1"}' });
  cloud.services.schedules.delivered(due!);
  expect(cloud.services.schedules.due()).toEqual([]);
  await expect(
    cloud.aws.scheduler.send(new GetScheduleCommand({ Name: "one", GroupName: "alarms" })),
  ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test("without DELETE a completed schedule stays to be seen, but never fires again", async () => {
  await create(
    alarm("kept", { ScheduleExpression: "at(2026-03-04T09:00:00)", ActionAfterCompletion: "NONE" }),
  );
  cloud.forward(Date.parse("2026-03-04T01:00:00Z") - cloud.services.clock.now());
  for (const due of cloud.services.schedules.due()) cloud.services.schedules.delivered(due);
  expect(cloud.services.schedules.nextAt()).toBeUndefined();
  const kept = await cloud.aws.scheduler.send(new GetScheduleCommand({ Name: "kept", GroupName: "alarms" }));
  expect(kept).toMatchObject({
    ScheduleExpression: "at(2026-03-04T09:00:00)",
    ScheduleExpressionTimezone: "Asia/Shanghai",
    Target: { Input: '{"id":"1"}' },
  });
});

test("a name in use conflicts, but the same request again succeeds", async () => {
  const at = { ScheduleExpression: "at(2026-04-01T00:00:00)" };
  await create(alarm("twice", { ...at, ClientToken: "first" }));
  await create(alarm("twice", { ...at, ClientToken: "first" }));
  await expect(create(alarm("twice", { ...at, ClientToken: "second" }))).rejects.toMatchObject({
    name: "ConflictException",
  });
  await cloud.aws.scheduler.send(
    new UpdateScheduleCommand(alarm("twice", { ScheduleExpression: "at(2026-05-01T00:00:00)" })),
  );
  expect(cloud.services.schedules.nextAt()).toBe(Date.parse("2026-04-30T16:00:00Z"));
  const remove = () =>
    cloud.aws.scheduler.send(new DeleteScheduleCommand({ Name: "twice", GroupName: "alarms" }));
  await remove();
  await expect(remove()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test.each<[string, Partial<CreateScheduleCommandInput>, string]>([
  ["an unknown group", { GroupName: "nobody" }, "ResourceNotFoundException"],
  ["a name of 65 characters", { Name: "x".repeat(65) }, "ValidationException"],
  ["a name with a space", { Name: "a b" }, "ValidationException"],
  ["no flexible window", { FlexibleTimeWindow: undefined }, "ValidationException"],
  ["an instant with a zone", { ScheduleExpression: "at(2026-04-01T00:00:00Z)" }, "ValidationException"],
  ["a date that does not exist", { ScheduleExpression: "at(2026-02-30T00:00:00)" }, "ValidationException"],
  ["the past", { ScheduleExpression: "at(2026-03-01T00:00:00)" }, "ValidationException"],
  ["an unknown zone", { ScheduleExpressionTimezone: "Asia/Nowhere" }, "ValidationException"],
  ["five cron fields", { ScheduleExpression: "cron(0 2 1 * ?)" }, "ValidationException"],
  ["an end date", { EndDate: new Date(monday) }, "ValidationException"],
])("%s is refused", async (_, change, name) => {
  const at = { ScheduleExpression: "at(2026-04-01T00:00:00)" };
  await expect(create(alarm("refused", { ...at, ...change }))).rejects.toMatchObject({ name });
});

test("schedules are listed page by page", async () => {
  const at = { ScheduleExpression: "at(2026-04-01T00:00:00)" };
  for (const name of ["list-b", "list-a", "list-c"]) await create(alarm(name, at));
  const list = (NextToken?: string) =>
    cloud.aws.scheduler.send(
      new ListSchedulesCommand({
        GroupName: "alarms",
        NamePrefix: "list-",
        MaxResults: 2,
        ...(NextToken === undefined ? {} : { NextToken }),
      }),
    );
  const first = await list();
  const second = await list(first.NextToken);
  expect([...first.Schedules!, ...second.Schedules!].map(({ Name }) => Name)).toEqual([
    "list-a",
    "list-b",
    "list-c",
  ]);
  expect(second.NextToken).toBeUndefined();
  await expect(cloud.aws.scheduler.send(new ListScheduleGroupsCommand({}))).rejects.toMatchObject({
    name: "NotImplemented",
  });
});

test("a recurring schedule of the template goes from instant to instant and keeps its progress", async () => {
  const sweep = {
    group: "default",
    name: "sweep",
    expression: "rate(5 minutes)",
    timeZone: "UTC",
    targetArn: "arn:aws:lambda:ap-southeast-1:000000000000:function:sweep",
    roleArn: "arn:aws:iam::000000000000:role/sweep",
    input: "{}",
  };
  const begun = cloud.services.clock.now();
  cloud.services.schedules.defineRecurring(sweep);
  cloud.forward(hour);
  const [first] = cloud.services.schedules.due();
  expect(first?.at).toBe(begun + 5 * minute);
  cloud.services.schedules.delivered(first!);
  await cloud.reopen();
  // Not in the template any more: it does not fire. There again: nothing was skipped.
  expect(cloud.services.schedules.due()).toEqual([]);
  cloud.services.schedules.defineRecurring(sweep);
  expect(cloud.services.schedules.due()[0]?.at).toBe(begun + 10 * minute);
  cloud.services.schedules.defineRecurring({ ...sweep, expression: "rate(1 hour)" });
  expect(cloud.services.schedules.due()).toEqual([]);
});

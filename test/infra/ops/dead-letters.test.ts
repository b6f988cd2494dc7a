import { ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { credentialsFor } from "../../../infra/local/services/index.ts";
import { type Typed, typedFor } from "../../../infra/ops/command.ts";
import { deadLettersCommand } from "../../../infra/ops/commands/dead-letters.ts";
import { queue, TestCloud } from "../local/services/cloud.ts";

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

async function run(...args: string[]): Promise<string[]> {
  const { accessKeyId, secretAccessKey } = credentialsFor("operator");
  const printed: string[] = [];
  const typed: Typed = typedFor(deadLettersCommand, args);
  await deadLettersCommand.run(typed, {
    env: {
      AWS_ENDPOINT_URL: cloud.services.endpoint,
      AWS_REGION: cloud.services.region,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    },
    print: (text) => printed.push(text),
  });
  return printed;
}

test("dead letters are listed, looked at without being taken, and sent back only on --yes", async () => {
  const dead = queue(cloud, "jiesu-test-stateful-AlarmDeadLetters");
  const work = queue(cloud, "jiesu-test-stateful-AlarmQueue", {
    deadLetters: "jiesu-test-stateful-AlarmDeadLetters",
  });
  queue(cloud, "jiesu-test-clocks-StreamDeadLetters");
  queue(cloud, "jiesu-other-stateful-AlarmDeadLetters");
  for (let n = 1; n <= 23; n += 1) {
    await cloud.aws.sqs.send(
      new SendMessageCommand({ QueueUrl: dead.url, MessageBody: JSON.stringify({ id: `c${n}` }) }),
    );
  }

  expect(await run("test")).toEqual(
    ["    23  jiesu-test-stateful-AlarmDeadLetters", "     0  jiesu-test-clocks-StreamDeadLetters"].toSorted(
      (a, b) => (a.slice(8) < b.slice(8) ? -1 : 1),
    ),
  );

  // Twice: looking leaves everything where it was.
  for (const _ of [1, 2]) {
    const seen = await run("test", "alarm");
    expect(seen.at(-1)).toBe("23 条 messages");
    expect(new Set(seen.slice(0, -1).map((line) => line.split("  ")[3])).size).toBe(23);
  }
  const dry = await run("test", "Alarm", "--replay");
  expect(dry.at(-1)).toContain("jiesu-test-stateful-AlarmQueue");
  expect(await taken(work.url)).toEqual([]);

  expect(await run("test", "Alarm", "--replay", "--yes")).toEqual(["已送回 sent back: 23"]);
  expect((await taken(work.url)).toSorted()).toEqual(
    Array.from({ length: 23 }, (_, index) => `{"id":"c${index + 1}"}`).toSorted(),
  );
  expect((await run("test", "alarm")).at(-1)).toBe("0 条 messages");
});

test("a queue that nothing works off is not replayed, and an unknown one is named", async () => {
  queue(cloud, "jiesu-lone-clocks-StreamDeadLetters");
  await expect(run("lone", "Stream", "--replay", "--yes")).rejects.toThrow(/巡检/);
  await expect(run("lone", "Stream", "--replay", "--discard")).rejects.toThrow(/one of the two/);
  await expect(run("lone", "nothing")).rejects.toThrow(/no dead-letter queue nothing/);
  await expect(run("lone", "--replay")).rejects.toThrow(/name the queue/);
});

test("what a schedule or stream could not hand over says why, and is taken away on --discard --yes alone", async () => {
  const dead = queue(cloud, "jiesu-sole-clocks-SweepDeadLetters");
  queue(cloud, "jiesu-sole-stateful-AlarmDeadLetters");
  queue(cloud, "jiesu-sole-stateful-AlarmQueue", { deadLetters: "jiesu-sole-stateful-AlarmDeadLetters" });
  const attribute = (StringValue: string) => ({ DataType: "String", StringValue });
  await cloud.aws.sqs.send(
    new SendMessageCommand({
      QueueUrl: dead.url,
      MessageBody: '{"kind":"sweep"}',
      MessageAttributes: {
        ERROR_CODE: attribute("AccessDeniedException"),
        ERROR_MESSAGE: attribute("may not invoke"),
      },
    }),
  );
  const dry = await run("sole", "Sweep", "--discard");
  expect(dry[0]).toMatch(/\{"kind":"sweep"\} {2}AccessDeniedException: may not invoke$/);
  expect(dry.at(-1)).toContain("add --yes");
  expect(await run("sole", "Sweep", "--discard", "--yes")).toEqual(["已丢弃 taken away: 1"]);
  expect((await run("sole", "Sweep")).at(-1)).toBe("0 条 messages");
});

test("of work that is not done one message is taken away by its name, never all", async () => {
  const dead = queue(cloud, "jiesu-one-stateful-NoticeDeadLetters");
  queue(cloud, "jiesu-one-stateful-NoticeQueue", { deadLetters: "jiesu-one-stateful-NoticeDeadLetters" });
  for (const body of ["a", "b", "c"])
    await cloud.aws.sqs.send(new SendMessageCommand({ QueueUrl: dead.url, MessageBody: body }));
  await expect(run("one", "Notice", "--discard", "--yes")).rejects.toThrow(/replay it/);
  const [, second] = await run("one", "Notice");
  const [id = "", , , body = ""] = (second ?? "").split("  ");
  expect(await run("one", "Notice", id, "--discard")).toHaveLength(5);
  expect(await run("one", "Notice", id, "--discard", "--yes")).toEqual(["已丢弃 taken away: 1"]);
  expect(await run("one", "Notice", "nonsense", "--discard", "--yes")).toEqual(["已丢弃 taken away: 0"]);
  const left = await run("one", "Notice");
  expect(left.at(-1)).toBe("2 条 messages");
  expect(left.join("\n")).not.toContain(`  ${body}`);
});

async function taken(url: string): Promise<string[]> {
  const bodies: string[] = [];
  for (;;) {
    const { Messages = [] } = await cloud.aws.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return bodies;
    bodies.push(...Messages.map(({ Body = "" }) => Body));
  }
}

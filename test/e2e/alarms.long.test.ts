/*
 * Every alarm once: what it watches is made to happen, the alarm is computed from what the functions really write and the queues
 * really hold, its runbook's own commands are carried out, and it ends.
 */
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { DeleteScheduleCommand, SchedulerClient } from "@aws-sdk/client-scheduler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { awsConfig } from "../../infra/ops/store.ts";
import { tableXlsx } from "../../lib/adapters/tables/write-table.ts";
import { root } from "../docs/markdown.ts";
import { type Missing, Night } from "./alarms/night.ts";
import { type Done, follow, type Named, ops } from "./alarms/runbook.ts";
import { type Cause, causes } from "./alarms/table.ts";
import { removeDirectory } from "./desk.ts";

/** So many people's complaints somebody has to be shown within an hour (lib/app/person-data/reads.ts). */
const MANY = 200;

let night: Night;
let named: Named;
beforeAll(async () => {
  // Monday 09:10 in Shanghai, in the last month for which a holiday notice is known.
  night = await Night.open("2026-12-07T01:10:00.000Z");
  const [first, runId] = [await night.complaintBy("call-1"), await reportOf("2026-11")];
  named = { complaintId: first.id, number: "466", jobId: runId, month: "2026-11" };
  await oldLedger();
  await night.pass(5);
}, 240_000);
afterAll(async () => {
  await night.desk.close();
  await removeDirectory(night.desk.directory);
});

async function reportOf(month: string): Promise<string> {
  const { body } = await night.desk.client.asPerson(
    "headquarters",
    "POST",
    `/reports/${month}/build`,
    {},
    "asked-once",
  );
  return (body as { jobId: string }).jobId;
}

/** Complaints of earlier years, which nothing is due for. */
async function oldLedger(): Promise<void> {
  const headings = [
    "编号",
    "日期",
    "投诉人",
    "联系方式",
    "项目",
    "房间号",
    "投诉来源",
    "投诉分类",
    "投诉内容",
  ];
  const row = (n: number) => [
    String(466 + n),
    "2025-11-03",
    `业主${n}`,
    `139000${String(10_000 + n)}`,
    "郑州·森林湖",
    `${n}`,
    "呼叫中心",
    "物业服务",
    `楼道灯不亮 ${n}`,
  ];
  const file = join(mkdtempSync(join(tmpdir(), "jiesu-ledger-")), "台账.xlsx");
  writeFileSync(
    file,
    await tableXlsx(
      "台账",
      headings,
      Array.from({ length: MANY }, (_, n) => row(n)),
    ),
  );
  expect(await ops(night, ["import-ledger", file])).toContain(`put in ${MANY}`);
}

/** A message to somebody that was planned. */
async function anyNotice(): Promise<{ readonly pk: string; readonly sk: string }> {
  const { env } = night.desk.cloud;
  const { Items = [] } = await new DynamoDBClient(awsConfig(env)).send(
    new ScanCommand({
      TableName: env["TABLE_NAME"],
      FilterExpression: "begins_with(sk, :notice)",
      ExpressionAttributeValues: { ":notice": { S: "NOTICE#" } },
    }),
  );
  const [item] = Items;
  return { pk: item?.["pk"]?.S ?? "", sk: item?.["sk"]?.S ?? "" };
}

/** Alarms of one part of the night. */
const during = (part: Cause["during"]) =>
  Object.keys(causes).filter((alarm) => causes[alarm]?.during === part);

/** Carries out the runbooks of these alarms; what each command said. */
async function followed(alarms: readonly string[]): Promise<Readonly<Record<string, readonly Done[]>>> {
  const said: Record<string, readonly Done[]> = {};
  for (const alarm of alarms) said[alarm] ??= await follow(night, alarm, named, causes[alarm]?.bodies);
  return said;
}

const outOfReach = (...functions: readonly string[]): readonly Missing[] =>
  functions.map((of) => ({ of, action: /^dynamodb:/ }));

test("each alarm has its cause and its runbook here, and nothing else has", () => {
  const names = night.alarms.map(({ name }) => name).sort();
  expect(Object.keys(causes).sort()).toEqual(names);
  expect(readdirSync(join(root, "docs", "runbooks")).sort()).toEqual(names.map((name) => `${name}.md`));
});

test("a quiet hour raises no alarm but the missing holiday notice", { timeout: 120_000 }, async () => {
  const from = night.now;
  await night.pass(60);
  expect(night.raisedSince(from + 20 * 60_000)).toEqual(["holiday-notice-missing"]);
});

describe("functions do not reach the table", { timeout: 400_000 }, () => {
  const consumers = ["react", "alarm", "send", "webhook", "mail-in", "report-build"];
  const apis = ["channels-api", "staff-api", "public-api", "reports-api"];
  const expected = during("table-out-of-reach");
  const behind = ["put-aside", "rungs-late"];
  let from: number;

  test("what they should do fails, waits, grows old and ends as dead letters, and each alarm says so", async () => {
    from = night.now;
    const { services, cloud } = night.desk.cloud;
    await night.pass(5);
    const notice = await anyNotice();
    // Nobody has reacted to it yet when the table goes out of reach.
    const { id } = await night.complaintBy("call-2");
    night.miss(...outOfReach(...consumers, ...apis));
    const messages: Readonly<Record<string, unknown>> = {
      ReactQueue: { kind: "complaint", id },
      AlarmQueue: { kind: "complaint", id },
      NoticeQueue: notice,
      // To a system that has been removed since: nobody can do this any more.
      WebhookQueue: { pk: "HOOK#none", sk: "none" },
      ReportQueue: { kind: "deadline", runId: named.jobId },
    };
    for (const [queue, body] of Object.entries(messages)) {
      // A repetition to a system outside rests for a quarter of an hour first.
      const rest = queue === "WebhookQueue" ? { delaySeconds: 900 } : {};
      services.queues.send(night.queueArn(queue), JSON.stringify(body), rest);
    }
    const bucket = cloud.variables["MAIL_BUCKET"] ?? "";
    const mail =
      "From: a@home.example\r\nTo: lake@jiesu.example\r\nSubject: =?utf-8?B?55S15qKv?=\r\nMessage-ID: <1@home.example>\r\n\r\n电梯又停了\r\n";
    services.objects.put(bucket, "raw/one.eml", Buffer.from(mail), "message/rfc822");
    const { client } = night.desk;
    const calls = [
      client.asSystem("call-centre", "/channels/phone/complaints", {
        projectId: "forest-lake",
        sourceId: "call-3",
        matter: "灯不亮",
      }),
      client.asPerson("headquarters", "GET", "/complaints"),
      client.asPerson("headquarters", "GET", "/reports?month=2026-11"),
      client.asPerson("headquarters", "GET", "/t"),
    ];
    for (const call of calls) await night.asked(call);
    await night.pass(80);
    await night.pass(5 * 60, 5);
    const raised = night.raisedSince(from);
    expect(expected.filter((alarm) => !behind.includes(alarm) && !raised.includes(alarm))).toEqual([]);
  });

  test("after a day of it a complaint is put aside for people", async () => {
    night.miss(...outOfReach("react", "alarm"));
    await night.pass(19 * 60, 30);
    expect(night.raisedSince(from)).toContain("put-aside");
  });

  test("once the grant is back the runbooks' commands end it all, and what came late says so", async () => {
    night.miss();
    // Whoever was forgotten first: the other commands bring it back.
    const said = await followed(["put-aside", ...expected]);
    for (const queue of ["react", "alarm", "notice", "webhook", "mail-in", "report"])
      expect([queue, said[`${queue}-queue-dead-letters`]?.at(-1)?.said]).toEqual([
        queue,
        expect.stringMatching(/^已送回 sent back: [1-9]/),
      ]);
    expect(said["put-aside"]?.map((one) => one.said).join("\n")).toMatch(/DOC {2}\d{3}/);
    await night.pass(60, 5);
    // What cannot be done any more comes back, and is taken away by its name.
    const [id = ""] = (await ops(night, ["dead-letters", "local", "Webhook"])).split("  ");
    const gone = await ops(night, ["dead-letters", "local", "Webhook", id, "--discard", "--yes"]);
    expect(gone).toBe("已丢弃 taken away: 1");
    await night.pass(6 * 60, 30);
    expect(night.raisedSince(from)).toContain("rungs-late");
    await night.pass(7 * 60, 30);
    expect(night.raisedNow().filter((alarm) => expected.includes(alarm))).toEqual([]);
  });
});

describe("the Scheduler may not start functions", { timeout: 240_000 }, () => {
  const expected = during("schedules-refused");
  /** The mailbox is polled where mail comes by IMAP; here that schedule is off. */
  const poll = () => {
    const { schedules } = night.desk.cloud.cloud.model;
    return schedules.find(({ name }) => name.includes("PollMailbox"))!;
  };

  test("nothing runs, and what could not be started lies among the dead letters", async () => {
    const { name, properties } = poll();
    night.desk.cloud.services.schedules.defineRecurring({
      group: properties.GroupName,
      name,
      expression: properties.ScheduleExpression,
      timeZone: properties.ScheduleExpressionTimezone,
      targetArn: properties.Target.Arn,
      roleArn: properties.Target.RoleArn,
      input: properties.Target.Input,
    });
    const from = await until("T17:50:00.000Z");
    night.miss({ of: "schedules", action: /^lambda:InvokeFunction$/ });
    await night.pass(80);
    const raised = night.raisedSince(from);
    expect(expected.filter((alarm) => !raised.includes(alarm))).toEqual([]);
  });

  test("the runbooks run the sweep by hand and clear what lies there, and all is quiet again", async () => {
    night.miss();
    const said = await followed(expected);
    for (const alarm of expected.filter((name) => name.endsWith("-dead-letters")))
      expect([alarm, said[alarm]?.at(-1)?.said]).toEqual([
        alarm,
        expect.stringMatching(/^已丢弃 taken away: [1-9]/),
      ]);
    const scheduler = new SchedulerClient(awsConfig(night.desk.cloud.env));
    await scheduler.send(
      new DeleteScheduleCommand({ GroupName: poll().properties.GroupName, Name: poll().name }),
    );
    await night.pass(30);
    expect(night.raisedNow().filter((alarm) => expected.includes(alarm))).toEqual([]);
  });
});

describe("what schedules start fails", { timeout: 240_000 }, () => {
  const expected = during("runs-fail");

  test("of three runs two fail, and each alarm says so", async () => {
    const from = await until("T09:50:00.000Z");
    night.miss(...outOfReach("sweep", "digest", "privacy", "report-start", "mail-poll"));
    const { cloud } = night.desk.cloud;
    for (let part = 0; part < 4; part += 1) {
      // An event that nobody can read.
      for (const name of ["pages", "sign-in"]) await cloud.invoke(name, null);
      await cloud.invoke("mail-poll", { kind: "mail-poll" });
      await night.pass(50);
    }
    for (const _ of [1, 2]) {
      for (const name of ["pages", "sign-in"]) await cloud.invoke(name, null);
      await cloud.invoke("mail-poll", { kind: "mail-poll" });
      await night.pass(5);
    }
    const raised = night.raisedSince(from);
    expect(expected.filter((alarm) => !raised.includes(alarm))).toEqual([]);
  });

  test("the next run goes on where the last one stopped", async () => {
    night.miss();
    // A run that failed for good lies with those that could not be started.
    const said = await followed([...expected, "report-start-dead-letters"]);
    expect(said["digest-errors"]?.map((one) => one.said).join()).toMatch(/digests [1-9][^]*faults 0/);
    await night.pass(4 * 60, 5);
    expect(night.raisedNow().filter((alarm) => expected.includes(alarm))).toEqual([]);
  });
});

describe("the stream cannot hand on what has changed", { timeout: 240_000 }, () => {
  const expected = during("stream-stuck");

  test("it falls behind and gives up a batch, and each alarm says so", async () => {
    const from = night.now;
    night.miss({ of: "stream", action: /^sqs:SendMessage$/, resource: /ReactQueue/ });
    await night.complaintBy("call-4");
    await night.pass(60);
    const raised = night.raisedSince(from);
    expect(expected.filter((alarm) => !raised.includes(alarm))).toEqual([]);
  });

  test("once it can, the sweep has made it good and the batch is cleared away", async () => {
    night.miss();
    const said = await followed(expected);
    expect(said["stream-dead-letters"]?.at(-1)?.said).toMatch(/^已丢弃 taken away: [1-9]/);
    await night.complaintBy("call-5");
    await night.pass(30);
    expect(night.raisedNow().filter((alarm) => expected.includes(alarm))).toEqual([]);
  });
});

describe("the mail service takes nothing", { timeout: 240_000 }, () => {
  const expected = during("mail-refused");

  test("messages are tried five times and given up, and each alarm says so", async () => {
    const from = night.now;
    night.miss({ of: "send", action: /^ses:/ });
    await night.complaintBy("call-6");
    await night.pass(4 * 60);
    const raised = night.raisedSince(from);
    expect(expected.filter((alarm) => !raised.includes(alarm))).toEqual([]);
  });

  test("once it does they are sent again by the runbook's command", async () => {
    night.miss();
    const before = night.desk.cloud.services.mails.count();
    const said = await followed(expected);
    expect(said["notices-failed"]?.at(-1)?.said).toMatch(/planned again: [1-9]/);
    await night.pass(3 * 60);
    expect(night.desk.cloud.services.mails.count()).toBeGreaterThan(before);
    expect(night.raisedNow().filter((alarm) => expected.includes(alarm))).toEqual([]);
  });
});

test("somebody looks at two hundred people's complaints within an hour", { timeout: 240_000 }, async () => {
  const from = night.now;
  const { client } = night.desk;
  for (let n = 0; n < MANY; n += 1) {
    const { status } = await client.asPerson(
      "headquarters",
      "GET",
      `/complaints/${466 + n}?reveal=核对旧台账`,
    );
    expect(status).toBe(200);
  }
  await night.pass(10);
  expect(night.raisedSince(from)).toContain("unusual-reading");
  const [read] = await follow(night, "unusual-reading", named);
  expect(JSON.parse(read?.said ?? "").items.length).toBeGreaterThan(10);
  await night.pass(10);
  expect(night.raisedNow()).not.toContain("unusual-reading");
});

test("next year's holiday notice is entered, and what was provisional is computed again", async () => {
  expect(night.raisedNow()).toContain("holiday-notice-missing");
  const [, published] = await follow(
    night,
    "holiday-notice-missing",
    named,
    causes["holiday-notice-missing"]?.bodies,
  );
  expect(published?.said).toContain("jobId");
  await night.pass(120);
  expect(night.raisedNow()).toEqual([]);
});

/** Lets time pass up to the next such moment of a day, quickly; gives it back. */
async function until(time: string): Promise<number> {
  const today = new Date(night.now).toISOString().slice(0, 10);
  const at = Date.parse(`${today}${time}`);
  const next = at > night.now ? at : at + 24 * 3_600_000;
  const minutes = Math.floor((next - night.now) / 60_000);
  await night.pass(minutes - (minutes % 30), 30);
  await night.pass(minutes % 30);
  return night.now;
}

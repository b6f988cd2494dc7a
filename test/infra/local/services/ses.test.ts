import {
  ListEmailIdentitiesCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestCloud } from "./cloud.ts";

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const raw = [
  "From: =?UTF-8?B?5o6l6K+J?= <desk@jiesu.example>",
  "To: manager@jiesu.example",
  "Bcc: hidden@jiesu.example",
  "message-ID:",
  " <ours@jiesu.example>",
  "Date: Thu, 01 Jan 1970 00:00:00 +0000",
  "References: <thread@jiesu.example>",
  "Subject: =?UTF-8?B?5YKs5Yqe?=",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Message-ID: in the body stays. 催办",
].join("\r\n");

const send = (input: Partial<SendEmailCommandInput>) =>
  cloud.aws.ses.send(new SendEmailCommand({ Content: { Raw: { Data: Buffer.from(raw) } }, ...input }));

test("SES puts its own Message-ID and the virtual date in place of ours, and keeps everything else", async () => {
  const { MessageId } = await send({});
  const mail = cloud.services.mails.sent().at(-1)!;
  expect(mail).toMatchObject({
    id: MessageId,
    at: cloud.services.clock.now(),
    from: "desk@jiesu.example",
    to: ["manager@jiesu.example", "hidden@jiesu.example"],
    subject: "催办",
    messageId: `<${MessageId}@ap-southeast-1.amazonses.com>`,
  });
  const [headers, body] = mail.raw.split("\r\n\r\n");
  expect(headers!.split("\r\n")).toEqual([
    `Message-ID: ${mail.messageId}`,
    "Date: Mon, 02 Mar 2026 01:00:00 +0000",
    "From: =?UTF-8?B?5o6l6K+J?= <desk@jiesu.example>",
    "To: manager@jiesu.example",
    "References: <thread@jiesu.example>",
    "Subject: =?UTF-8?B?5YKs5Yqe?=",
    "Content-Type: text/plain; charset=utf-8",
  ]);
  expect(body).toBe("Message-ID: in the body stays. 催办");
  expect(cloud.services.mails.find(MessageId!)).toEqual(mail);
});

test("simple content becomes a mail too, with an explicit destination", async () => {
  await send({
    FromEmailAddress: "接诉 <desk@jiesu.example>",
    Destination: { ToAddresses: ["one@jiesu.example"], CcAddresses: ["two@jiesu.example"] },
    Content: {
      Simple: {
        Subject: { Data: "月报已生成" },
        Body: { Text: { Data: "请查收" }, Html: { Data: "<p>请查收</p>" } },
      },
    },
  });
  expect(cloud.services.mails.sent().at(-1)).toMatchObject({
    subject: "月报已生成",
    to: ["one@jiesu.example", "two@jiesu.example"],
    raw: expect.stringContaining("multipart/alternative"),
  });
});

test.each<[string, Partial<SendEmailCommandInput>, string]>([
  [
    "a mail to nobody",
    { Content: { Raw: { Data: Buffer.from("From: a@b.example\r\n\r\nx") } } },
    "BadRequestException",
  ],
  [
    "a mail from nobody",
    { Content: { Raw: { Data: Buffer.from("To: a@b.example\r\n\r\nx") } } },
    "BadRequestException",
  ],
  ["an address without a domain", { Destination: { ToAddresses: ["nobody"] } }, "BadRequestException"],
  [
    "51 recipients",
    { Destination: { ToAddresses: Array.from({ length: 51 }, (_, i) => `m${i}@b.example`) } },
    "BadRequestException",
  ],
])("%s is refused and not kept", async (_, input, name) => {
  const before = cloud.services.mails.sent().length;
  await expect(send(input)).rejects.toMatchObject({ name });
  expect(cloud.services.mails.sent()).toHaveLength(before);
});

test("mails survive a restart", async () => {
  const before = cloud.services.mails.sent();
  await cloud.reopen();
  expect(cloud.services.mails.sent()).toEqual(before);
  expect(cloud.services.mails.find(before[0]!.id)).toEqual(before[0]);
  await expect(cloud.aws.ses.send(new ListEmailIdentitiesCommand({}))).rejects.toMatchObject({
    name: "NotImplemented",
  });
});

test("the newest mails are found by recipient and subject, whatever the case; they are counted without being read", async () => {
  const before = cloud.services.mails.count();
  expect(before).toBe(cloud.services.mails.sent().length);
  const numbered = (n: number) => Buffer.from(raw.replace(/^Subject: .*$/m, `Subject: Mail ${n}`));
  for (let n = 1; n <= 5; n += 1) await send({ Content: { Raw: { Data: numbered(n) } } });
  expect(cloud.services.mails.count()).toBe(before + 5);
  const subjects = (limit: number, text: string) =>
    cloud.services.mails.newest(limit, text).map(({ subject }) => subject);
  expect(subjects(3, "")).toEqual(["Mail 5", "Mail 4", "Mail 3"]);
  expect(subjects(9, "mail 2")).toEqual(["Mail 2"]);
  expect(subjects(9, "TWO@jiesu")).toEqual(["月报已生成"]);
  expect(subjects(9, "100%")).toEqual([]);
  expect(cloud.services.mails.find("unknown")).toBeUndefined();
});

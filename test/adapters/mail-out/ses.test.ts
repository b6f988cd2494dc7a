import { MessageRejected, SESv2Client, TooManyRequestsException } from "@aws-sdk/client-sesv2";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rawMailMessages } from "../../../lib/adapters/lambda/messages.ts";
import { buildMime, senderAddress } from "../../../lib/adapters/mail-out/mime.ts";
import { sesMail, sesMailer } from "../../../lib/adapters/mail-out/ses.ts";
import { NotTakenError, type OutgoingMail, PermanentMailError } from "../../../lib/app/ports/messages.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const from = "接诉 <desk@jiesu.example>";
const mail: OutgoingMail = {
  to: "chen@mail.example",
  subject: "【督办】W012 示例花园一期：首次回复已超时3小时15分钟，请客户服务经理尽快跟进",
  text: `第一行\n${"长".repeat(600)}\n.\n`,
  html: "<p>第一行 &amp; 第二行</p>",
  threadId: "complaint.cccccccccccccccccccccccccc",
};

test("SES gets the mail as people shall read it, and its id comes back", async () => {
  const id = await sesMailer(new SESv2Client(local.aws), from).send(mail);
  const [sent] = local.services.mails.sent();
  expect(sent).toMatchObject({ id, to: [mail.to], subject: mail.subject });
  const read = await simpleParser(sent!.raw);
  expect(read.from?.value[0]).toMatchObject({ name: "接诉", address: "desk@jiesu.example" });
  expect(read.subject).toBe(mail.subject);
  expect(read.text?.trimEnd()).toBe(mail.text.trimEnd());
  expect(read.html).toContain("第一行 &amp; 第二行");
});

test("the mail is marked as automatic, threaded by our id, text first, 7-bit and within line limits", async () => {
  const raw = (await buildMime(from, mail)).toString("latin1");
  const read = await simpleParser(raw);
  const thread = `<${mail.threadId}@jiesu.example>`;
  expect(read.headers.get("auto-submitted")).toBe("auto-generated");
  expect(read.headers.get("x-auto-response-suppress")).toBe("All");
  expect(read.inReplyTo).toBe(thread);
  expect([read.references].flat()).toEqual([thread]);
  expect(raw.indexOf("text/plain")).toBeLessThan(raw.indexOf("text/html"));
  expect(raw).not.toMatch(/[^\t\r\n\x20-\x7e]/);
  expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  expect(raw).not.toMatch(/^List-/m);
});

test("a file has its Chinese name in whatever program opens the mail, and its bytes", async () => {
  const content = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 255);
  const name = "2026年3月客户投诉工作月报（第1版）.docx";
  const raw = await buildMime(from, { ...mail, files: [{ name, contentType: "application/zip", content }] });
  const { attachments } = await simpleParser(raw);
  expect(attachments).toMatchObject([{ filename: name, contentType: "application/zip" }]);
  expect([...(attachments[0]?.content ?? [])]).toEqual([...content]);
  expect(raw.toString("latin1")).not.toMatch(/[^\t\r\n\x20-\x7e]/);
});

test("a picture of the HTML part is inside the mail, shown by its name and no file of its own; the text stays first", async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255);
  const raw = await buildMime(from, {
    ...mail,
    html: '<img src="cid:chart.png">',
    pictures: [{ name: "chart.png", png }],
  });
  const { attachments, text } = await simpleParser(raw, { skipImageLinks: true });
  expect(text?.trimEnd()).toBe(mail.text.trimEnd());
  expect(attachments).toMatchObject([
    { cid: "chart.png", related: true, contentType: "image/png", contentDisposition: "inline" },
  ]);
  expect(attachments[0]?.content).toEqual(Buffer.from(png));
  const source = raw.toString("latin1");
  expect(source.indexOf("text/plain")).toBeLessThan(source.indexOf("multipart/related"));
});

test.each([
  ["an answer that never comes is not asked for again: the mail may be out", "ECONNRESET", 1],
  ["an error of the server's neither", 503, 1],
  ["what SES has not taken is given to it again", 429, 3],
] as const)("%s", async (_, failure, tries) => {
  let calls = 0;
  const handle = async () => {
    calls += 1;
    if (typeof failure === "string")
      throw Object.assign(new Error(failure), { code: failure, name: "TimeoutError" });
    const headers = {
      "x-amzn-errortype": failure === 429 ? "TooManyRequestsException" : "InternalFailure",
      "content-type": "application/json",
    };
    return { response: { statusCode: failure, headers, body: Buffer.from("{}") } };
  };
  const requestHandler = { handle, updateHttpClientConfig() {}, httpHandlerConfigs: () => ({}) } as never;
  await expect(sesMail({ ...local.aws, requestHandler }, from, "none").send(mail)).rejects.toThrow(Error);
  expect(calls).toBe(tries);
});

test("a line break in subject or address makes no header of its own", async () => {
  const raw = (
    await buildMime(from, { ...mail, subject: "a\r\nBcc: x@y.example", to: "a@b.example\r\nCc: c@d.example" })
  ).toString("latin1");
  const headers = raw.slice(0, raw.indexOf("\r\n\r\n"));
  expect(headers).not.toMatch(/^(Bcc|Cc):/m);
});

test("what the mailbox simulator does to a mail comes back as a message that names its notice", async () => {
  const events: unknown[] = [];
  local.services.mails.defineConfigurationSet("jiesu-test", ["BOUNCE", "COMPLAINT"]);
  local.services.mails.onEvent((event) => events.push(event));
  const mailer = sesMailer(new SESv2Client(local.aws), from, "jiesu-test");
  for (const to of ["bounce@simulator.amazonses.com", "complaint@simulator.amazonses.com", mail.to])
    await mailer.send({ ...mail, to, noticeId: "n.bm90aWNl.signature" });
  const references = expect.stringContaining("<n.bm90aWNl.signature@jiesu.example>");
  expect(events.map((event) => rawMailMessages.parse(event))).toEqual([
    [{ happened: "returned", references }],
    [{ happened: "complained", references }],
  ]);
});

test("a configuration set that does not exist means that nothing was taken: another way may be tried", async () => {
  const attempt = sesMailer(new SESv2Client(local.aws), from, "elsewhere").send(mail);
  await expect(attempt).rejects.toMatchObject({
    name: "NotTakenError",
    message: "SES did not take the mail: NotFoundException",
    cause: { name: "NotFoundException" },
  });
});

/** A client whose every call ends with this error, as the SDK reports it. */
function refusing(error: Error): SESv2Client {
  const client = new SESv2Client({ ...local.aws, maxAttempts: 1 });
  client.middlewareStack.add(
    () => async () => {
      throw error;
    },
    { step: "initialize", name: "refuse" },
  );
  return client;
}

test("a refused mail is permanent and does not carry the address into logs; a busy SES took nothing, a lost connection nobody knows", async () => {
  const $metadata = {};
  const rejected = new MessageRejected({ message: "address chen@mail.example is suppressed", $metadata });
  const attempt = sesMailer(refusing(rejected), from).send(mail);
  await expect(attempt).rejects.toBeInstanceOf(PermanentMailError);
  await expect(attempt).rejects.not.toThrow(/chen@/);
  const busy = new TooManyRequestsException({ message: "slow down", $metadata });
  await expect(sesMailer(refusing(busy), from).send(mail)).rejects.toBeInstanceOf(NotTakenError);
  const lost = new Error("socket hang up");
  await expect(sesMailer(refusing(lost), from).send(mail)).rejects.toBe(lost);
});

test("an address that SES itself refuses is permanent", async () => {
  const attempt = sesMailer(new SESv2Client(local.aws), from).send({ ...mail, to: "no-domain" });
  await expect(attempt).rejects.toBeInstanceOf(PermanentMailError);
});

test("a sender setting without an address is named before anything is sent", () => {
  expect(() => senderAddress("接诉")).toThrow("MAIL_FROM holds no address");
});

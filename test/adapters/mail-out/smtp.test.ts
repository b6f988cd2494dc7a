import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smtpMailer } from "../../../lib/adapters/mail-out/smtp.ts";
import { NotTakenError, type OutgoingMail, PermanentMailError } from "../../../lib/app/ports/messages.ts";

const got: { readonly to: readonly string[]; readonly raw: Buffer }[] = [];
/** A real server that refuses two recipients, for good and for now. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, _session, callback) {
    const code = address.startsWith("gone@") ? 550 : address.startsWith("busy@") ? 450 : undefined;
    callback(
      code === undefined ? null : Object.assign(new Error(`${address} refused`), { responseCode: code }),
    );
  },
  onData(stream, session, callback) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      got.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
      callback(null);
    });
  },
});
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const mail: OutgoingMail = {
  to: "chen@mail.example",
  subject: "【督办】W012 示例花园",
  text: "第一行\n.\n第三行",
  html: "<p>第一行</p>",
  threadId: "complaint.cccccccccccccccccccccccccc",
  noticeId: "n.abc.def",
  reply: { tag: "w012-signature", mailbox: "garden@jiesu.example" },
};

test("the mail arrives as written, answers go to the tagged mailbox, both ids stand in References", async () => {
  await smtpMailer(url, "接诉 <desk@jiesu.example>").send(mail);
  const read = await simpleParser(got[0]!.raw);
  expect(got[0]?.to).toEqual([mail.to]);
  expect([read.subject, read.text?.trimEnd()]).toEqual([mail.subject, mail.text]);
  expect(read.replyTo?.value[0]?.address).toBe("garden+w012-signature@jiesu.example");
  expect([read.references].flat()).toEqual([`<${mail.threadId}@jiesu.example>`, "<n.abc.def@jiesu.example>"]);
});

test("a refusal for good is permanent and does not name the address; one for now took nothing", async () => {
  const gone = smtpMailer(url, "desk@jiesu.example").send({ ...mail, to: "gone@mail.example" });
  await expect(gone).rejects.toBeInstanceOf(PermanentMailError);
  await expect(gone).rejects.not.toThrow(/gone@/);
  const busy = smtpMailer(url, "desk@jiesu.example").send({ ...mail, to: "busy@mail.example" });
  await expect(busy).rejects.toBeInstanceOf(NotTakenError);
});

test("a server that cannot be reached has taken nothing", async () => {
  const nowhere = smtpMailer("smtp://127.0.0.1:1", "desk@jiesu.example").send(mail);
  await expect(nowhere).rejects.toBeInstanceOf(NotTakenError);
});

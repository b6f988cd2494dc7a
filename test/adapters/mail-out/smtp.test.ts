import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smtpMailer } from "../../../lib/adapters/mail-out/smtp.ts";
import { verdictOf } from "../../../lib/adapters/mail-out/smtp-refusal.ts";
import type { MailServerTls } from "../../../lib/adapters/mail-server/tls.ts";
import { NotTakenError, type OutgoingMail, PermanentMailError } from "../../../lib/app/ports/messages.ts";
import { mailCertificate } from "../../support/mail-certificate.ts";

const refusal = (responseCode: number, said: string) => Object.assign(new Error(said), { responseCode });

const got: { readonly to: readonly string[]; readonly raw: Buffer }[] = [];
/** A real server that refuses two recipients, for good and for now. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, _session, callback) {
    const code = address.startsWith("gone@") ? 550 : address.startsWith("busy@") ? 450 : undefined;
    callback(code === undefined ? null : refusal(code, `${address} refused`));
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
  await smtpMailer({ url }, "接诉 <desk@jiesu.example>").send(mail);
  const read = await simpleParser(got[0]!.raw);
  expect(got[0]?.to).toEqual([mail.to]);
  expect([read.subject, read.text?.trimEnd()]).toEqual([mail.subject, mail.text]);
  expect(read.replyTo?.value[0]?.address).toBe("garden+w012-signature@jiesu.example");
  expect([read.references].flat()).toEqual([`<${mail.threadId}@jiesu.example>`, "<n.abc.def@jiesu.example>"]);
});

test("a refusal for good is permanent and does not name the address; one for now took nothing", async () => {
  const gone = smtpMailer({ url }, "desk@jiesu.example").send({ ...mail, to: "gone@mail.example" });
  await expect(gone).rejects.toBeInstanceOf(PermanentMailError);
  await expect(gone).rejects.not.toThrow(/gone@/);
  const busy = smtpMailer({ url }, "desk@jiesu.example").send({ ...mail, to: "busy@mail.example" });
  await expect(busy).rejects.toBeInstanceOf(NotTakenError);
});

test("a server that cannot be reached has taken nothing", async () => {
  const nowhere = smtpMailer({ url: "smtp://127.0.0.1:1" }, "desk@jiesu.example").send(mail);
  await expect(nowhere).rejects.toBeInstanceOf(NotTakenError);
});

test("what is refused to everybody is a fault of the settings: the mail waits, and is not given up", async () => {
  const faults = [
    { onMailFrom: refusal(530, "5.7.0 Authentication required") },
    { onMailFrom: refusal(553, "5.7.1 Sender address rejected: not owned by user") },
    { onRcptTo: refusal(554, "5.7.1 <chen@mail.example>: Relay access denied") },
    { onRcptTo: refusal(550, "5.7.60 Client does not have permissions to send as this sender") },
  ];
  for (const { onMailFrom = null, onRcptTo = null } of faults) {
    const closed = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onMailFrom: (_address, _session, callback) => callback(onMailFrom),
      onRcptTo: (_address, _session, callback) => callback(onRcptTo),
    });
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.server.address() as AddressInfo;
    const sent = smtpMailer({ url: `smtp://127.0.0.1:${port}` }, "desk@jiesu.example").send(mail);
    await expect(sent).rejects.toBeInstanceOf(NotTakenError);
    await new Promise<void>((resolve) => closed.close(resolve));
  }
});

test("a refused text is this mail's own fault", () => {
  const failure = {
    name: "Error",
    message: "refused",
    code: "EMESSAGE",
    command: "DATA",
    responseCode: 554,
    response: "554 5.7.1 Message looks like spam",
  };
  expect(verdictOf(failure)).toBe("for-good");
  expect(verdictOf({ ...failure, code: "ETIMEDOUT", responseCode: undefined })).toBe("unknown");
});

test("the server of one's own is trusted by its authority, and never spoken to in clear where TLS is required", async () => {
  const secured = new SMTPServer({
    ...mailCertificate,
    authOptional: true,
    onData(stream, _session, callback) {
      stream.resume();
      stream.on("end", () => callback(null));
    },
  });
  await new Promise<void>((resolve) => secured.listen(0, "127.0.0.1", resolve));
  const at = `smtp://127.0.0.1:${(secured.server.address() as AddressInfo).port}`;
  const send = (tls: MailServerTls, to = at) => smtpMailer({ url: to, tls }, "desk@jiesu.example").send(mail);
  expect(await send({ startTls: "required", ca: mailCertificate.cert })).toBeTruthy();
  await expect(send({ startTls: "required" })).rejects.toBeInstanceOf(NotTakenError);
  await expect(send({ startTls: "required" }, url)).rejects.toBeInstanceOf(NotTakenError);
  await new Promise<void>((resolve) => secured.close(resolve));
});

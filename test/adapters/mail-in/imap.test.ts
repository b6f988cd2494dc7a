import { afterEach, beforeEach, expect, test } from "vitest";
import { imapMailbox } from "../../../lib/adapters/mail-in/imap.ts";
import type { MailServerTls } from "../../../lib/adapters/mail-server/tls.ts";
import type { MailboxPosition, PolledMail } from "../../../lib/app/ports/polled-mailbox.ts";
import { type ImapServer, startImapServer } from "../../support/imap-server.ts";
import { mailCertificate } from "../../support/mail-certificate.ts";

let server: ImapServer;
beforeEach(async () => {
  server = await startImapServer();
  for (const uid of [3, 8, 9]) {
    server.mails.push({
      uid,
      raw: Buffer.from(`Subject: ${uid}\r\n\r\n电梯坏了 {5}\r\n)\r\n`),
      arrived: "02-Mar-2026 08:30:00 +0800",
      flags: uid === 8 ? ["\\Seen"] : [],
    });
  }
});
afterEach(() => server.close());

async function poll(position?: MailboxPosition, limit = 50, url = server.url) {
  const taken: PolledMail[] = [];
  let at = position;
  await imapMailbox({ url, folder: "INBOX" }).poll(position, limit, async (mail, behind) => {
    taken.push(mail);
    at = behind;
  });
  return { taken, at, uids: taken.map(({ uid }) => uid) };
}

test("every mail comes whole, oldest first, with its time of arrival; also one that somebody read before", async () => {
  const { taken, at, uids } = await poll();
  expect(uids).toEqual([3, 8, 9]);
  expect(taken.map(({ raw }) => Buffer.from(raw))).toEqual(server.mails.map(({ raw }) => raw));
  expect(taken[0]?.arrivedAt).toBe("2026-03-02T00:30:00.000Z");
  expect(at).toEqual({ uidValidity: "7", lastUid: 9 });
  expect(server.mails.every(({ flags }) => flags.includes("\\Seen"))).toBe(true);
});

test("the next round takes only what came since, never the last one again", async () => {
  const first = await poll(undefined, 2);
  expect(first.uids).toEqual([3, 8]);
  const second = await poll(first.at);
  expect(second.uids).toEqual([9]);
  expect((await poll(second.at)).uids).toEqual([]);
});

test("another UIDVALIDITY begins anew", async () => {
  const { at } = await poll();
  server.uidValidity = 8;
  expect((await poll(at)).uids).toEqual([3, 8, 9]);
});

test("a mail that could not be stored is not marked, and the round ends with its error", async () => {
  const failing = imapMailbox({ url: server.url, folder: "INBOX" }).poll(undefined, 50, () =>
    Promise.reject(new Error("no storage")),
  );
  await expect(failing).rejects.toThrow("no storage");
  expect(server.mails[0]?.flags).toEqual([]);
});

test("a connection cut in the middle is an error that keeps what was taken", async () => {
  server.cutAt = /UID STORE 3/;
  const taken: number[] = [];
  const cut = imapMailbox({ url: server.url, folder: "INBOX" }).poll(undefined, 50, async ({ uid }) => {
    taken.push(uid);
  });
  await expect(cut).rejects.toThrow(/connection/i);
  expect(taken).toEqual([3]);
});

test("a refused login is an error", async () => {
  await expect(poll(undefined, 50, server.url.replace("secret", "other"))).rejects.toMatchObject({
    authenticationFailed: true,
  });
});

test("a connection that begins in clear changes to TLS before the password is said, and trusts the authority it is told", async () => {
  const secured = await startImapServer("secret", mailCertificate);
  try {
    const poll = (tls?: MailServerTls) =>
      imapMailbox({ url: secured.url, folder: "INBOX", ...(tls === undefined ? {} : { tls }) }).poll(
        undefined,
        50,
        () => Promise.resolve(),
      );
    await poll({ startTls: "required", ca: mailCertificate.cert });
    expect(secured.heard.some((command) => command.startsWith("LOGIN"))).toBe(true);
    secured.heard.length = 0;
    await expect(poll({ startTls: "required" })).rejects.toThrow(/self-signed/);
    expect(secured.heard.some((command) => command.startsWith("LOGIN"))).toBe(false);
  } finally {
    await secured.close();
  }
});

test("a server that offers no TLS never hears the password, unless it stands on this machine or was told to", async () => {
  const { url } = server;
  const poll = (startTls: "required" | "none") =>
    imapMailbox({ url, folder: "INBOX", tls: { startTls } }).poll(undefined, 50, () => Promise.resolve());
  await expect(poll("required")).rejects.toThrow(/STARTTLS/i);
  expect(server.heard.join("\n")).not.toContain("secret");
  await poll("none");
  expect(server.heard.join("\n")).toContain("secret");
});

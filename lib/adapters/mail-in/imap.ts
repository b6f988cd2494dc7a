import { ImapFlow } from "imapflow";
import { Temporal } from "temporal-polyfill";
import type { MailboxPosition, PolledMail, PolledMailbox } from "../../app/ports/polled-mailbox.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { type MailServerTls, mayStayInClear } from "../mail-server/tls.ts";
import type { ImapSettings } from "./imap-settings.ts";

const TIMEOUT = 15_000;

/**
 * An IMAP mailbox. Mails are only ever marked as seen: people may go on reading and filing them in their own program. The
 * position, not the mark, decides what is new, so that a mail somebody read first is taken too.
 */
export function imapMailbox({ url, tls, folder }: ImapSettings): PolledMailbox {
  return {
    async poll(position, limit, take) {
      const client = connection(new URL(url), tls);
      // Without a listener a broken connection would end the process; the command at hand rejects with the same error.
      client.on("error", () => undefined);
      await client.connect();
      try {
        const lock = await client.getMailboxLock(folder);
        try {
          await takeNew(client, position, limit, take);
        } finally {
          lock.release();
        }
        await client.logout();
      } finally {
        client.close();
      }
    },
  };
}

function connection(url: URL, tls: MailServerTls | undefined): ImapFlow {
  const { protocol, hostname, port, username, password } = url;
  const secure = protocol === "imaps:";
  return new ImapFlow({
    host: hostname,
    port: port === "" ? (secure ? 993 : 143) : Number(port),
    secure,
    // Never the password in clear because somebody on the way took the offer of TLS out.
    ...(secure || mayStayInClear(url, tls) ? {} : { doSTARTTLS: true }),
    ...defined({ tls: tls?.ca === undefined ? undefined : { ca: tls.ca } }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: 2 * TIMEOUT,
  });
}

async function takeNew(
  client: ImapFlow,
  position: MailboxPosition | undefined,
  limit: number,
  take: (mail: PolledMail, at: MailboxPosition) => Promise<void>,
): Promise<void> {
  if (client.mailbox === false) throw new Error("the mailbox did not open");
  const uidValidity = String(client.mailbox.uidValidity);
  // Another UIDVALIDITY: the server numbered its mails anew, and they are taken from the first on.
  const last = position?.uidValidity === uidValidity ? position.lastUid : 0;
  const found = await client.search({ uid: `${last + 1}:*` }, { uid: true });
  // "9:*" also names the last mail when its number is below nine.
  const fresh = (found === false || found === undefined ? [] : found)
    .filter((uid) => uid > last)
    .sort((a, b) => a - b);
  for (const uid of fresh.slice(0, limit)) {
    const mail = await client.fetchOne(String(uid), { source: true, internalDate: true }, { uid: true });
    // Deleted by somebody in this moment.
    if (mail === false || mail.source === undefined) continue;
    const arrivedAt = toInstant(instantOf(mail.internalDate));
    await take({ uid, raw: mail.source, arrivedAt }, { uidValidity, lastUid: uid });
    await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
  }
}

function instantOf(date: Date | string | undefined): Temporal.Instant {
  const epoch = date === undefined ? Number.NaN : new Date(date).getTime();
  if (Number.isNaN(epoch)) throw new Error("the server gave a mail without its date of arrival");
  return Temporal.Instant.fromEpochMilliseconds(epoch);
}

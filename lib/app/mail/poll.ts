import type { Instant } from "../../domain/time/instant.ts";
import type { ObjectStore, Ports } from "../ports.ts";
import { RAW_MAIL_PREFIX } from "./sweep-mails.ts";

/** Up to which mail a mailbox has been taken: UIDs rise within one UIDVALIDITY (RFC 3501) and start anew with another. */
export interface MailboxPosition {
  readonly uidValidity: string;
  readonly lastUid: number;
}

/** A mail of the mailbox. */
export interface PolledMail {
  readonly uid: number;
  readonly raw: Uint8Array;
  /** When the mail server took it (INTERNALDATE). */
  readonly arrivedAt: Instant;
}

/** A mailbox that is asked for its mails, where no service brings them (IMAP). */
export interface PolledMailbox {
  /**
   * Hands over the mails behind `position`, oldest first, at most `limit`, each marked as seen once `take` has ended, and
   * gives the position behind the last one taken. A mail that could not be taken ends the round with its error.
   */
  poll(
    position: MailboxPosition | undefined,
    limit: number,
    take: (mail: PolledMail, at: MailboxPosition) => Promise<void>,
  ): Promise<void>;
}

export interface PollPositions {
  load(): Promise<MailboxPosition | undefined>;
  save(position: MailboxPosition): Promise<void>;
}

type PollPorts = Pick<Ports, "crypto" | "telemetry"> & {
  readonly mailbox: Pick<ObjectStore, "put">;
  readonly polledMailbox: PolledMailbox;
  readonly pollPositions: PollPositions;
};

/** A round ends well before the next one begins. */
const MAILS_A_ROUND = 50;
const POLLED = `${RAW_MAIL_PREFIX}polled/`;

/**
 * Puts the mailbox's new mails where SES would put them; storage announces them to the queue. A mail is stored before it
 * is marked or passed: after a crash it is stored again under the same name, and taken once.
 */
export async function pollMails(ports: PollPorts): Promise<{ readonly taken: number }> {
  let taken = 0;
  await ports.polledMailbox.poll(await ports.pollPositions.load(), MAILS_A_ROUND, async (mail, at) => {
    await ports.mailbox.put(await polledKey(ports, mail), mail.raw, "message/rfc822");
    await ports.pollPositions.save(at);
    taken += 1;
  });
  if (taken > 0) ports.telemetry.count("MailsPolled", taken);
  return { taken };
}

/** Named by arrival and content, so that the same mail always has the same name. */
async function polledKey({ crypto }: Pick<Ports, "crypto">, { raw, arrivedAt }: PolledMail): Promise<string> {
  return `${POLLED}${arrivedAt}/${await crypto.checksum(raw)}`;
}

/** When a polled mail arrived: the 24 hours run from there, not from the poll. undefined for other raw mails. */
export function arrivalOf(rawKey: string): Instant | undefined {
  return rawKey.startsWith(POLLED) ? rawKey.slice(POLLED.length).split("/")[0] : undefined;
}

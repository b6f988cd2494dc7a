import type { Instant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import type { PolledMail, PolledMailbox, PollPositions } from "../ports/polled-mailbox.ts";
import type { ObjectStore } from "../ports/storage.ts";
import { RAW_MAIL_PREFIX } from "./sweep-mails.ts";

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

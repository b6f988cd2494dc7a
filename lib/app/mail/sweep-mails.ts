import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { turnOf } from "../../domain/time/turn.ts";
import { shortDigest } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import type { ListedObject } from "../ports/storage.ts";
import { quarantineId } from "./quarantine.ts";

type SweepMailPorts = Pick<
  Ports,
  "clock" | "crypto" | "counters" | "mailbox" | "mailInQueue" | "quarantine" | "telemetry"
>;

/** Where SES puts raw mails; taken ones leave this prefix. */
export const RAW_MAIL_PREFIX = "raw/";
/** A raw mail that nobody took for this long is sent round again. */
const RAW_MAIL_SECONDS = 600;
const PAGE = 100;
/** The mails are looked through at every sixth turn of the sweep: listing objects is its dearest call. */
const LOOK_TURNS = 6;
/** So many rounds, half an hour apart, outlast an outage of two hours; a mail that still fails is the fault itself. */
const MAX_ROUNDS = 4;
const REMEMBERED_SECONDS = 7 * 86_400;

/** Sends raw mails round again that nobody took; one that fails for two hours is put aside for people. */
export async function sweepMails(ports: SweepMailPorts): Promise<number> {
  const now = toInstant(ports.clock.now());
  if (turnOf(now) % LOOK_TURNS !== 0) return 0;
  const mails = await ports.mailbox.listOlderThan(RAW_MAIL_PREFIX, plusSeconds(now, -RAW_MAIL_SECONDS), PAGE);
  for (const mail of mails) {
    const name = `raw-mail#${shortDigest(ports.crypto, mail.key)}`;
    const rounds = await ports.counters.hit(name, plusSeconds(now, REMEMBERED_SECONDS));
    if (rounds > MAX_ROUNDS) await putAside(ports, mail);
    else await ports.mailInQueue.send({ rawKey: mail.key, receivedAt: mail.writtenAt });
  }
  if (mails.length > 0) ports.telemetry.info("raw mails sent round again", { count: mails.length });
  return mails.length;
}

/** Unread: whatever it does to a reader, it does not do it here. It can still be made a complaint by hand. */
async function putAside(ports: SweepMailPorts, { key, writtenAt }: ListedObject): Promise<void> {
  const raw = await ports.mailbox.get(key);
  if (raw === undefined) return; // taken at this moment
  const rawKey = `mail/aside/${ports.crypto.digest(key)}.eml`;
  await ports.mailbox.put(rawKey, raw, "message/rfc822");
  const id = quarantineId(ports, writtenAt, rawKey);
  await ports.quarantine.put({ id, at: writtenAt, reason: "failed-repeatedly", rawKey });
  await ports.mailbox.remove(key);
  ports.telemetry.count("MailsQuarantined");
}

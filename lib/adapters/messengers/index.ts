import * as z from "zod";
import type { PolledMailbox } from "../../app/mail/polled-mailbox.ts";
import type { Mailer, Messenger } from "../../app/ports.ts";
import { keys } from "../dynamodb/keys.ts";
import type { Table } from "../dynamodb/table.ts";
import { getValue, putValue } from "../dynamodb/value-item.ts";
import { type ImapSettings, imapSettings } from "../mail-in/imap-settings.ts";
import { withStandby } from "../mail-out/failover.ts";
import { smtpMailer } from "../mail-out/smtp.ts";
import { smsMessenger, smsSettings } from "./sms.ts";
import { wecomMessenger, wecomSettings } from "./wecom.ts";

/** How to reach the services; their keys are secret: never log them. Kept in the table like the installation's key. */
export const messengerSettings = z.strictObject({
  wecom: wecomSettings.exactOptional(),
  sms: smsSettings.exactOptional(),
  /** The mailbox to ask where no service brings mails (`mailIn: imap`). */
  imap: imapSettings.exactOptional(),
  /** Mail over SMTP, e.g. `smtps://user:password@host:465`: instead of SES, or where SES does not take a mail. */
  smtp: z
    .strictObject({
      url: z.url({ protocol: /^smtps?$/ }),
      role: z.enum(["instead", "standby"]).default("instead"),
    })
    .exactOptional(),
});
export type MessengerSettings = z.output<typeof messengerSettings>;

/** Stores what the operator was given; takes effect within five minutes. */
export function putMessengerSettings(table: Table, settings: MessengerSettings): Promise<void> {
  return putValue(table, keys.messengers(), settings);
}

/** The messengers with the settings that stand in the table. */
export function storedMessengers(table: Table, now: () => number): (adapter: "wecom" | "sms") => Messenger {
  const current = reread(table, now, ({ wecom, sms }) => ({
    ...(wecom === undefined ? {} : { wecom: wecomMessenger(wecom, { now }) }),
    ...(sms === undefined ? {} : { sms: smsMessenger(sms) }),
  }));
  return (adapter) => ({
    async send(to, message) {
      const made: Partial<Record<"wecom" | "sms", Messenger>> = await current();
      const messenger = made[adapter];
      if (messenger === undefined)
        throw new Error(`${adapter} is switched on but its settings are not stored`);
      return messenger.send(to, message);
    },
  });
}

/** The mailer: the one given, the SMTP server that the table names, or the first with the second standing by. */
export function storedMailer(table: Table, now: () => number, from: string, given: Mailer): Mailer {
  const current = reread(table, now, ({ smtp }) => {
    if (smtp === undefined) return given;
    const other = smtpMailer(smtp.url, from);
    return smtp.role === "instead" ? other : withStandby(given, other);
  });
  return { send: async (mail) => (await current()).send(mail) };
}

/** The mailbox of the table's settings, asked by `open`. */
export function storedMailbox(table: Table, open: (settings: ImapSettings) => PolledMailbox): PolledMailbox {
  return {
    async poll(position, limit, take) {
      const stored = await getValue(table, keys.messengers(), messengerSettings);
      if (stored?.imap === undefined) throw new Error("mail comes by IMAP but its settings are not stored");
      await open(stored.imap).poll(position, limit, take);
    },
  };
}

const REREAD = 300_000;

/** What is made from the stored settings, read again every five minutes. */
function reread<T>(
  table: Table,
  now: () => number,
  make: (settings: MessengerSettings) => T,
): () => Promise<T> {
  let known: { readonly made: T; readonly until: number } | undefined;
  return async () => {
    if (known !== undefined && known.until > now()) return known.made;
    const made = make((await getValue(table, keys.messengers(), messengerSettings)) ?? {});
    known = { made, until: now() + REREAD };
    return made;
  };
}

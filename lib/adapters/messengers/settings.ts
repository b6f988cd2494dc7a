import * as z from "zod";
import { keys } from "../dynamodb/core/keys.ts";
import type { Table } from "../dynamodb/core/table.ts";
import { getValue, putValue } from "../dynamodb/core/value-item.ts";
import { imapSettings } from "../mail-in/imap-settings.ts";
import { smtpSettings } from "../mail-server/smtp-settings.ts";
import { wechatSettings } from "../wechat/settings.ts";
import { smsSettings } from "./sms.ts";
import { wecomSettings } from "./wecom.ts";

/** How to reach the services; their keys are secret: never log them. Kept in the table like the installation's key. */
export const messengerSettings = z.strictObject({
  wecom: wecomSettings.exactOptional(),
  sms: smsSettings.exactOptional(),
  /** The official account (公众号) whose messages come to `/channels/wechat/push`. */
  wechat: wechatSettings.exactOptional(),
  /** The mailbox to ask where no service brings mails (`mailIn: imap`). */
  imap: imapSettings.exactOptional(),
  /** Mail over SMTP, e.g. `smtps://user:password@host:465`: instead of SES, or where SES does not take a mail. */
  smtp: smtpSettings.exactOptional(),
});
export type MessengerSettings = z.output<typeof messengerSettings>;

/** Stores what the operator was given; takes effect within five minutes. */
export function putMessengerSettings(table: Table, settings: MessengerSettings): Promise<void> {
  return putValue(table, keys.messengers(), settings);
}

const REREAD = 300_000;

/** Counts up where everybody is to read again. */
let edition = 0;

/** Settings that this process knows are read again before they are used next. */
export function forgetSettings(): void {
  edition += 1;
}

/** What is made from the stored settings, read again every five minutes and after `forgetSettings`. */
export function reread<T>(
  table: Table,
  now: () => number,
  make: (settings: MessengerSettings) => T,
): () => Promise<T> {
  let known: { readonly made: T; readonly until: number; readonly of: number } | undefined;
  return async () => {
    if (known !== undefined && known.until > now() && known.of === edition) return known.made;
    const of = edition;
    // Somebody waits for what was written just now.
    const freshness = known?.of === of || of === 0 ? "lately" : undefined;
    const stored = await getValue(table, keys.messengers(), messengerSettings, freshness);
    const made = make(stored ?? {});
    known = { made, until: now() + REREAD, of };
    return made;
  };
}

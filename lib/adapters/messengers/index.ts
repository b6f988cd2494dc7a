import type { Ports } from "../../app/ports/index.ts";
import type { Messenger } from "../../app/ports/messages.ts";
import type { Followers, OfficialAccount } from "../../app/ports/official-account.ts";
import type { PolledMailbox } from "../../app/ports/polled-mailbox.ts";
import type { Adapter } from "../../domain/policy/notice-policy.ts";
import { keys } from "../dynamodb/core/keys.ts";
import type { Table } from "../dynamodb/core/table.ts";
import { getValue } from "../dynamodb/core/value-item.ts";
import type { ImapSettings } from "../mail-in/imap-settings.ts";
import { accountApi } from "../wechat/api.ts";
import { messengerSettings, reread } from "./settings.ts";
import { smsMessenger } from "./sms.ts";
import { wecomMessenger } from "./wecom.ts";

/** The messengers with the settings that stand in the table. */
export function storedMessengers(table: Table, now: () => number): Ports["messenger"] {
  const current = reread(table, now, ({ wecom, sms, wechat }) => ({
    ...(wechat === undefined ? {} : { wechat: accountApi(wechat, { now }).messenger }),
    ...(wecom === undefined ? {} : { wecom: wecomMessenger(wecom, { now }) }),
    ...(sms === undefined ? {} : { sms: smsMessenger(sms) }),
  }));
  return (adapter) => ({
    async send(to, message) {
      const made: Partial<Record<Exclude<Adapter, "email">, Messenger>> = await current();
      const messenger = made[adapter];
      if (messenger === undefined)
        throw new Error(`${adapter} is switched on but its settings are not stored`);
      return messenger.send(to, message);
    },
  });
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

/** The official account of the table's settings. */
export function storedOfficialAccount(
  table: Table,
  now: () => number,
): () => Promise<OfficialAccount | undefined> {
  return reread(table, now, ({ wechat }) => wechat);
}

/** What WeChat is asked with the table's settings; nothing is known where there is no account. */
export function storedFollowers(table: Table, now: () => number): Followers {
  const current = reread(table, now, ({ wechat }) =>
    wechat === undefined ? undefined : accountApi(wechat, { now }).followers,
  );
  return {
    openIdOf: async (code) => (await current())?.openIdOf(code),
    file: async (mediaId) => (await current())?.file(mediaId),
  };
}

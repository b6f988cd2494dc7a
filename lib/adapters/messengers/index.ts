import type { Ports } from "../../app/ports/index.ts";
import type { Messenger } from "../../app/ports/messages.ts";
import type { Followers, OfficialAccount } from "../../app/ports/official-account.ts";
import type { PolledMailbox } from "../../app/ports/polled-mailbox.ts";
import type { Adapter } from "../../domain/policy/notice-policy.ts";
import type { ImapSettings } from "../mail-in/imap-settings.ts";
import { accountApi } from "../wechat/api.ts";
import { reread, type ServicePlace, serviceSettings } from "./settings.ts";
import { smsMessenger } from "./sms.ts";
import { wecomMessenger } from "./wecom.ts";

/** The messengers with the stored settings. */
export function storedMessengers(place: ServicePlace, now: () => number): Ports["messenger"] {
  const current = reread(place, now, ["wecom", "sms", "wechat"], ({ wecom, sms, wechat }) => ({
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

/** The mailbox of the stored settings, asked by `open`. */
export function storedMailbox(
  place: ServicePlace,
  open: (settings: ImapSettings) => PolledMailbox,
): PolledMailbox {
  return {
    async poll(position, limit, take) {
      const { imap } = await serviceSettings(place, ["imap"]);
      if (imap === undefined) throw new Error("mail comes by IMAP but its settings are not stored");
      await open(imap).poll(position, limit, take);
    },
  };
}

/** The official account of the stored settings. */
export function storedOfficialAccount(
  place: ServicePlace,
  now: () => number,
): () => Promise<OfficialAccount | undefined> {
  return reread(place, now, ["wechat"], ({ wechat }) => wechat);
}

/** What WeChat is asked with the stored settings; nothing is known where there is no account. */
export function storedFollowers(place: ServicePlace, now: () => number): Followers {
  const current = reread(place, now, ["wechat"], ({ wechat }) =>
    wechat === undefined ? undefined : accountApi(wechat, { now }).followers,
  );
  return {
    openIdOf: async (code) => (await current())?.openIdOf(code),
    file: async (mediaId) => (await current())?.file(mediaId),
  };
}

import * as z from "zod";
import type { Messenger } from "../../app/ports.ts";
import { keys } from "../dynamodb/keys.ts";
import type { Table } from "../dynamodb/table.ts";
import { getValue, putValue } from "../dynamodb/value-item.ts";
import { smsMessenger, smsSettings } from "./sms.ts";
import { wecomMessenger, wecomSettings } from "./wecom.ts";

/** How to reach the services; their keys are secret: never log them. Kept in the table like the installation's key. */
export const messengerSettings = z.strictObject({
  wecom: wecomSettings.exactOptional(),
  sms: smsSettings.exactOptional(),
});
export type MessengerSettings = z.output<typeof messengerSettings>;

/** Stores what the operator was given; takes effect within five minutes. */
export function putMessengerSettings(table: Table, settings: MessengerSettings): Promise<void> {
  return putValue(table, keys.messengers(), settings);
}

const REREAD = 300_000;

/** The messengers with the settings that stand in the table, read again every five minutes. */
export function storedMessengers(table: Table, now: () => number): (adapter: "wecom" | "sms") => Messenger {
  let known:
    | { readonly made: Partial<Record<"wecom" | "sms", Messenger>>; readonly until: number }
    | undefined;
  const current = async () => {
    if (known !== undefined && known.until > now()) return known.made;
    const stored: MessengerSettings = (await getValue(table, keys.messengers(), messengerSettings)) ?? {};
    const made = {
      ...(stored.wecom === undefined ? {} : { wecom: wecomMessenger(stored.wecom, { now }) }),
      ...(stored.sms === undefined ? {} : { sms: smsMessenger(stored.sms) }),
    };
    known = { made, until: now() + REREAD };
    return made;
  };
  return (adapter) => ({
    async send(to, message) {
      const messenger = (await current())[adapter];
      if (messenger === undefined)
        throw new Error(`${adapter} is switched on but its settings are not stored`);
      return messenger.send(to, message);
    },
  });
}

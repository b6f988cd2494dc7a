import * as z from "zod";
import type { Freshness } from "../../app/ports/freshness.ts";
import { type ServiceName, serviceNames } from "../../domain/services/terms.ts";
import { keys } from "../dynamodb/core/keys.ts";
import type { Table } from "../dynamodb/core/table.ts";
import { getValue, putValue } from "../dynamodb/core/value-item.ts";
import { imapSettings } from "../mail-in/imap-settings.ts";
import { smtpSettings } from "../mail-server/smtp-settings.ts";
import { telemetry } from "../runtime/telemetry.ts";
import type { SecretStore } from "../secrets/secret-store.ts";
import { wechatSettings } from "../wechat/settings.ts";
import { smsSettings } from "./sms.ts";
import { wecomSettings } from "./wecom-settings.ts";

/** How to reach the services; their keys are secret: never log them. */
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

/** A service whose settings lie with the secrets: the table says only that they do. */
const elsewhere = z.strictObject({ secret: z.literal(true) });

/** What stands in the table: references, or the settings themselves as they were kept up to 0.2.0. */
export const storedServices = z.strictObject({
  wecom: z.union([elsewhere, wecomSettings]).exactOptional(),
  sms: z.union([elsewhere, smsSettings]).exactOptional(),
  wechat: z.union([elsewhere, wechatSettings]).exactOptional(),
  imap: z.union([elsewhere, imapSettings]).exactOptional(),
  smtp: z.union([elsewhere, smtpSettings]).exactOptional(),
});
type StoredServices = z.output<typeof storedServices>;

/** Where settings lie, and where those that must be kept secret do. */
export interface ServicePlace {
  readonly table: Table;
  /** Absent: an installation that keeps everything in its table. */
  readonly secrets?: SecretStore;
}

/** What the table says of the services. */
export async function storedServicesOf(table: Table, freshness?: Freshness): Promise<StoredServices> {
  return (await getValue(table, keys.messengers(), storedServices, freshness)) ?? {};
}

/** The settings of these services, from wherever they lie; a service that is not set up is absent. */
export async function serviceSettings(
  { table, secrets }: ServicePlace,
  names: readonly ServiceName[],
  freshness?: Freshness,
): Promise<MessengerSettings> {
  const stored = await storedServicesOf(table, freshness);
  const found = await Promise.all(
    names.map(async (name) => [name, await settingsOf(stored[name], name, secrets)] as const),
  );
  return messengerSettings.parse(Object.fromEntries(found.filter(([, value]) => value !== undefined)));
}

async function settingsOf(
  stored: object | undefined,
  name: ServiceName,
  secrets: SecretStore | undefined,
): Promise<unknown> {
  if (stored === undefined || !elsewhere.safeParse(stored).success) return stored;
  if (secrets === undefined)
    throw new Error(`${name} lies with the secrets, which this process does not know`);
  const value = await secrets.get(name);
  // The other services go on; who sends by this one fails with its name.
  if (value === undefined) telemetry.error("a secret that the table names does not exist", { secret: name });
  return value === undefined ? undefined : jsonOf(name, value);
}

function asJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("not JSON");
    return z.NEVER;
  }
}

/** A parser's message would quote the value, so it is no cause of this one. */
function jsonOf(name: ServiceName, value: string): unknown {
  const parsed = z.string().transform(asJson).safeParse(value);
  if (!parsed.success) throw new Error(`the secret ${name} is not JSON`);
  return parsed.data;
}

/**
 * Stores what the operator was given; takes effect within five minutes. With secrets the values go there first, then the
 * table names them; whatever the table still holds of a service goes from it.
 */
export async function putMessengerSettings(
  { table, secrets }: ServicePlace,
  settings: MessengerSettings,
): Promise<void> {
  if (secrets === undefined) return putValue(table, keys.messengers(), settings);
  const references: Partial<Record<ServiceName, { readonly secret: true }>> = {};
  for (const name of serviceNames) {
    if (settings[name] === undefined) continue;
    await secrets.put(name, JSON.stringify(settings[name]));
    references[name] = { secret: true };
  }
  await putValue(table, keys.messengers(), references);
  // What is not used any more; those that never were are none.
  for (const name of serviceNames) if (settings[name] === undefined) await secrets.remove(name);
}

const REREAD = 300_000;

/** Counts up where everybody is to read again. */
let edition = 0;

/** Settings that this process knows are read again before they are used next. */
export function forgetSettings(): void {
  edition += 1;
}

/** What is made from the settings of these services, read again every five minutes and after `forgetSettings`. */
export function reread<T>(
  place: ServicePlace,
  now: () => number,
  names: readonly ServiceName[],
  make: (settings: MessengerSettings) => T,
): () => Promise<T> {
  let known: { readonly made: T; readonly until: number; readonly of: number } | undefined;
  return async () => {
    if (known !== undefined && known.until > now() && known.of === edition) return known.made;
    const of = edition;
    // Somebody waits for what was written just now.
    const freshness = known?.of === of || of === 0 ? "lately" : undefined;
    try {
      const made = make(await serviceSettings(place, names, freshness));
      known = { made, until: now() + REREAD, of };
      return made;
    } catch (cause) {
      // What was known goes on: an outage of where secrets lie stops no message.
      if (known === undefined || known.of !== of) throw cause;
      telemetry.error("settings of services could not be read again; those known stay in use", {}, cause);
      known = { ...known, until: now() + REREAD };
      return known.made;
    }
  };
}

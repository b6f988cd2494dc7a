import { isTimely, signedText } from "../../domain/organisation/channel-system.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import { sameSecret } from "../documents/same-secret.ts";
import type { Ports } from "../ports/index.ts";
import type { ChannelSystemStore } from "../ports/organisation.ts";
import { signingSecretsOf } from "./channel-keys.ts";

/** What a request carries beside its key. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** `x-timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined;
  /** `x-signature`: `v1=` and the HMAC-SHA-256 in hexadecimal. */
  readonly signature: string | undefined;
}

/** True if the request is signed with the secret of this key, at this time. */
export function isSigned(
  { clock, crypto }: Pick<Ports, "clock" | "crypto">,
  key: string,
  { timestamp, signature, ...request }: SignedRequest,
): boolean {
  if (timestamp === undefined || signature === undefined) return false;
  if (!isTimely(timestamp, toInstant(clock.now()))) return false;
  const text = signedText(timestamp, request);
  return signingSecretsOf(crypto, crypto.digest(key)).some((secret) =>
    sameSecret(`v1=${crypto.hmac(secret, text, "hex")}`, signature),
  );
}

/** Counts one more request of the key in this minute; true if there were more than its system may send. */
export async function tooManyRequests(
  { clock, counters, crypto }: Pick<Ports, "clock" | "counters" | "crypto">,
  key: string,
  perMinute: number,
): Promise<boolean> {
  const now = clock.now();
  const minute = toInstant(now).slice(0, 16);
  const name = `channel#${crypto.digest(key).slice(0, 10)}#${minute}`;
  return (await counters.hit(name, toInstant(now.add({ minutes: 10 })))) > perMinute;
}

/** The hour in which a process wrote down a key's last use. */
const noted = new WeakMap<ChannelSystemStore, Map<string, Instant>>();

/** Writes down that a key is used, once an hour. A complaint does not wait for it and is not lost by it. */
export async function noteUse(
  {
    clock,
    crypto,
    channelSystems,
    telemetry,
  }: Pick<Ports, "clock" | "crypto" | "channelSystems" | "telemetry">,
  key: string,
): Promise<void> {
  const now = toInstant(clock.now());
  const hour = `${now.slice(0, 13)}:00:00.000Z`;
  const hash = crypto.digest(key);
  const hours = noted.get(channelSystems) ?? new Map<string, Instant>();
  if (hours.get(hash) === hour) return;
  noted.set(channelSystems, hours.set(hash, hour));
  try {
    await channelSystems.noteUse(hash, hour);
  } catch (cause) {
    hours.delete(hash);
    telemetry.error("the last use of a key was not written down", { keyId: hash.slice(0, 10) }, cause);
  }
}

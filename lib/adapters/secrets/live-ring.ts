import type { TimeSource } from "../../app/ports/clock.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { telemetry } from "../runtime/telemetry.ts";
import { type KeyRing, keyRing, keysInForce, markOfRing } from "./key-ring.ts";
import type { SecretStore } from "./secret-store.ts";

/** Milliseconds after which a ring is read again, before the next event. */
const REREAD = 3_600_000;

/** The installation's keys of one process, kept up to date between events. */
export interface LiveRing {
  /** The keys that count at this moment: the one to make hashes with first. */
  readonly keys: () => readonly string[];
  /** Which installation the keys belong to. */
  readonly mark: () => string;
}

/** The secret is missing or not a ring; the message never holds its value. */
export class UnreadableSecretError extends Error {
  override readonly name = "UnreadableSecretError";
}

const rereads = new Set<() => Promise<void>>();

/** Before each event: whatever this process read longer than an hour ago is read again. */
export async function rereadSecrets(): Promise<void> {
  if (rereads.size > 0) await Promise.all([...rereads].map((reread) => reread()));
}

/** Reads the ring of the installation. Throws UnreadableSecretError, and what the service throws, at the first reading only. */
export async function liveRing(secrets: Pick<SecretStore, "get">, clock: TimeSource): Promise<LiveRing> {
  const now = () => clock.now().epochMilliseconds;
  let ring = await readRing(secrets);
  let readAt = now();
  rereads.add(async () => {
    if (now() - readAt < REREAD) return;
    // One attempt an hour: keys do not change faster, and an outage of the service is not ours.
    readAt = now();
    try {
      ring = await readRing(secrets);
    } catch (cause) {
      telemetry.error("the installation's keys could not be read again; those known stay in use", {}, cause);
    }
  });
  return {
    keys: () => keysInForce(ring, toInstant(clock.now())),
    mark: () => markOfRing(ring),
  };
}

/** The ring as it stands now. Throws UnreadableSecretError. */
export async function readRing(secrets: Pick<SecretStore, "get">): Promise<KeyRing> {
  const value = await secrets.get("installation-key");
  if (value === undefined) throw new UnreadableSecretError("the secret installation-key does not exist");
  const parsed = keyRing.safeParse(jsonOf(value));
  if (parsed.success) return parsed.data;
  throw new UnreadableSecretError("the secret installation-key is not a ring of keys");
}

/** A parser's message would quote the value. */
function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

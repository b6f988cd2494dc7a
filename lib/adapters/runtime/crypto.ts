import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";
import type { Crypto } from "../../app/ports/crypto.ts";
import { machine, type Surroundings } from "./surroundings.ts";

type Randomness = Pick<Surroundings, "randomBytes" | "randomId">;

/** The installation's keys that count now, base64url: the one to make hashes with first. */
export type HashKeys = () => readonly string[];

/** Node's crypto behind the port. */
export function nodeCrypto(keys: HashKeys, { randomBytes, randomId }: Randomness = machine): Crypto {
  const hashWith = (key: string, text: string) =>
    createHmac("sha256", keyOf(key)).update(text, "utf8").digest("base64url");
  return {
    digest: (text) => hash("sha256", text, "base64url"),
    checksum: async (body) => hash("sha256", body, "hex"),
    keyedHash: (text) => hashWith(current(keys()), text),
    keyedHashes: (text) => keys().map((key) => hashWith(key, text)),
    hmac: (secret, text, encoding) => createHmac("sha256", secret).update(text, "utf8").digest(encoding),
    salt: () => Buffer.from(randomBytes(16)).toString("base64url"),
    randomId,
  };
}

function current([key]: readonly string[]): string {
  if (key === undefined) throw new Error("no key of the installation is in force");
  return key;
}

const known = new Map<string, KeyObject>();

/** Hashes are made by the thousand, with one or two keys; Node takes ten times as long with a key that is bytes. */
function keyOf(key: string): KeyObject {
  const made = known.get(key) ?? createSecretKey(key, "base64url");
  known.set(key, made);
  return made;
}

/** A new installation's key: 256 random bits, base64url. */
export function newHashKey({ randomBytes }: Pick<Randomness, "randomBytes"> = machine): string {
  return Buffer.from(randomBytes(32)).toString("base64url");
}

import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import type { Crypto } from "../../app/ports/crypto.ts";

/** Node's crypto behind the port. `hashKey` is the installation's secret, base64url. */
export function nodeCrypto(hashKey: string): Crypto {
  const key = Buffer.from(hashKey, "base64url");
  return {
    digest: (text) => createHash("sha256").update(text, "utf8").digest("base64url"),
    checksum: async (body) => createHash("sha256").update(body).digest("hex"),
    keyedHash: (text) => createHmac("sha256", key).update(text, "utf8").digest("base64url"),
    salt: () => randomBytes(16).toString("base64url"),
    randomId: () => randomUUID(),
  };
}

/** A new installation's key: 256 random bits, base64url. */
export function newHashKey(): string {
  return randomBytes(32).toString("base64url");
}

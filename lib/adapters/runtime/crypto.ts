import { createHash, createHmac } from "node:crypto";
import type { Crypto } from "../../app/ports/crypto.ts";
import { machine, type Surroundings } from "./surroundings.ts";

type Randomness = Pick<Surroundings, "randomBytes" | "randomId">;

/** Node's crypto behind the port. `hashKey` is the installation's secret, base64url. */
export function nodeCrypto(hashKey: string, { randomBytes, randomId }: Randomness = machine): Crypto {
  const key = Buffer.from(hashKey, "base64url");
  return {
    digest: (text) => createHash("sha256").update(text, "utf8").digest("base64url"),
    checksum: async (body) => createHash("sha256").update(body).digest("hex"),
    keyedHash: (text) => createHmac("sha256", key).update(text, "utf8").digest("base64url"),
    hmac: (secret, text, encoding) => createHmac("sha256", secret).update(text, "utf8").digest(encoding),
    salt: () => Buffer.from(randomBytes(16)).toString("base64url"),
    randomId,
  };
}

/** A new installation's key: 256 random bits, base64url. */
export function newHashKey({ randomBytes }: Pick<Randomness, "randomBytes"> = machine): string {
  return Buffer.from(randomBytes(32)).toString("base64url");
}

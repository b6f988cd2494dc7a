import { createHash, createHmac } from "node:crypto";
import type { Crypto } from "../../lib/app/ports/crypto.ts";

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Real hashes with a fixed key; salts and ids are counted, so that a run can be repeated. */
export function countedCrypto(): Crypto {
  const keyedHash = (text: string) => createHmac("sha256", "test key").update(text).digest("base64url");
  let salts = 0;
  let ids = 0;
  return {
    digest: sha256,
    checksum: async (body) => createHash("sha256").update(body).digest("hex"),
    keyedHash,
    keyedHashes: (text) => [keyedHash(text)],
    hmac: (secret, text, encoding) => createHmac("sha256", secret).update(text).digest(encoding),
    salt: () => {
      salts += 1;
      return `salt-${salts}`;
    },
    randomId: () => {
      ids += 1;
      return `random-${ids}`;
    },
  };
}

import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from "node:crypto";
import * as z from "zod";
import type { SecretStore } from "../secrets/secret-store.ts";

/** The key that our own issuer signs with, and its public half as key sets show it. */
export interface SignInKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** Names the key in tokens: another key, another name. */
  readonly kid: string;
  /** The public half: 32 bytes in base64url. */
  readonly x: string;
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const secret = z.object({ key: z.string().min(40) });
/** A new secret is in use after so many milliseconds at the latest. */
const REREAD = 300_000;

/** The key that a secret stands for: derived, so that the stack can make the secret and nobody ever sees it. */
export function signInKeyOf(value: string): SignInKey {
  const { key } = secret.parse(JSON.parse(value));
  const seed = Buffer.from(hkdfSync("sha256", key, "", "jiesu sign-in ed25519", 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  const { x } = z.object({ x: z.string() }).parse(publicKey.export({ format: "jwk" }));
  return { privateKey, publicKey, x, kid: createHash("sha256").update(x).digest("base64url").slice(0, 16) };
}

/** The installation's key, read again every five minutes. Rejects where the secret does not exist. */
export function storedSignInKey(
  secrets: Pick<SecretStore, "get">,
  now: () => number,
): () => Promise<SignInKey> {
  let known: { readonly key: SignInKey; readonly until: number } | undefined;
  return async () => {
    if (known !== undefined && known.until > now()) return known.key;
    const value = await secrets.get("sign-in-key");
    if (value === undefined) throw new Error("the secret sign-in-key does not exist");
    known = { key: signInKeyOf(value), until: now() + REREAD };
    return known.key;
  };
}

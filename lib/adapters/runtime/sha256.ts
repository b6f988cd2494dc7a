import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";

/** What the SDK keys its hashes with: a secret, or a signing key of the day. */
type Secret = string | ArrayBuffer | ArrayBufferView;

/**
 * SHA-256 and its HMAC as the SDK's signer wants them. Each call of AWS makes two HMACs. Given a key in bytes, Node finds out
 * that it is none of its own key objects by an error that it throws and catches, 25 µs with its stack; so keys are kept as
 * such objects. A plain hash is made in one step.
 */
export class Sha256 {
  readonly #secret: Secret | undefined;
  #parts: Uint8Array[] = [];

  constructor(secret?: Secret) {
    this.#secret = secret;
  }

  update(part: Uint8Array): void {
    this.#parts.push(part);
  }

  digest(): Promise<Uint8Array> {
    const [only, ...more] = this.#parts;
    const whole = only === undefined || more.length > 0 ? Buffer.concat(this.#parts) : only;
    return Promise.resolve(
      this.#secret === undefined
        ? hash("sha256", whole, "buffer")
        : createHmac("sha256", keyOf(this.#secret)).update(whole).digest(),
    );
  }

  reset(): void {
    this.#parts = [];
  }
}

/** The SDK keeps a day's signing key as the same bytes. */
const keys = new WeakMap<object, KeyObject>();
let latest: { readonly text: string; readonly key: KeyObject } | undefined;

function keyOf(secret: Secret): KeyObject {
  if (typeof secret === "string") {
    // A function has one secret at a time.
    if (latest?.text !== secret) latest = { text: secret, key: createSecretKey(secret, "utf8") };
    return latest.key;
  }
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const key = createSecretKey(
    secret instanceof ArrayBuffer
      ? Buffer.from(secret)
      : Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength),
  );
  keys.set(secret, key);
  return key;
}

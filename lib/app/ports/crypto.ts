/** Randomness and hashing; `keyedHash` uses the installation's secret key. */
export interface Crypto {
  /** SHA-256, base64url. */
  digest(text: string): string;
  /** SHA-256 of a file, hex. */
  checksum(body: Uint8Array): Promise<string>;
  /** HMAC-SHA-256 with the installation's key, base64url. */
  keyedHash(text: string): string;
  /**
   * The same with every key that counts now, the current one's first: after a new key was made, what the one before made is
   * recognised until its time runs out. For comparing and looking up; what is stored or given away is `keyedHash`.
   */
  keyedHashes(text: string): readonly string[];
  /** HMAC-SHA-256 of a text with a secret that others know too. */
  hmac(secret: string | Uint8Array, text: string, encoding: "hex" | "base64"): string;
  /** 128 random bits, base64url. */
  salt(): string;
  randomId(): string;
}

import type { Instant } from "../time/instant.ts";

/** What is kept of a set-up code: a keyed hash, never the code. The newest is the only one. */
export interface SetupCode {
  readonly hash: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** Whoever used it; the same person may use it again until the company stands. */
  readonly usedBy?: string;
}

/** Crockford's letters: none looks like another. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 20;
const GROUP = 5;

/** 100 bits as `ABCDE-…`, from at least 13 random bytes. Throws RangeError for fewer. */
export function setupCodeOf(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  if (random.length * 8 < LENGTH * 5) throw new RangeError("too few random bytes for a set-up code");
  const letters = Array.from({ length: LENGTH }, (_, index) =>
    LETTERS.charAt(Number((bits >> BigInt(index * 5)) & 31n)),
  ).join("");
  return (letters.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}

/** As it is compared: blanks and dashes do not count, and what looks alike is alike. */
export function readSetupCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

import type { Personal } from "../../domain/document/personal.ts";
import type { Crypto } from "../ports/crypto.ts";
import { sameSecret } from "./same-secret.ts";

/** 132 bits in base64url: enough that two never meet, short enough for keys and names. */
const LENGTH = 22;
/** 156 bits: ids of documents, which are counted in millions. */
const DOCUMENT_LENGTH = 26;

/** A short name for a text that is no secret. */
export function shortDigest({ digest }: Pick<Crypto, "digest">, text: string): string {
  return digest(text).slice(0, LENGTH);
}

/** A short name that nobody can guess or try out without the installation's key. */
export function shortHash({ keyedHash }: Pick<Crypto, "keyedHash">, text: string): string {
  return keyedHash(text).slice(0, LENGTH);
}

/** The id of a document, or its part in a name that has few characters. */
export function documentDigest({ digest }: Pick<Crypto, "digest">, text: string): string {
  return digest(text).slice(0, DOCUMENT_LENGTH);
}

/** The short names that a text has by every key that counts now, the current one's first: for looking up and comparing. */
export function shortHashes({ keyedHashes }: Pick<Crypto, "keyedHashes">, text: string): readonly string[] {
  return keyedHashes(text).map((hash) => hash.slice(0, LENGTH));
}

/** True if this is the short name of the text by any key that counts now; takes the same time wherever it differs. */
export function isShortHash(crypto: Pick<Crypto, "keyedHashes">, text: string, given: string): boolean {
  return isOneOf(shortHashes(crypto, text), given);
}

/** The same for a whole hash. */
export function isKeyedHash(
  { keyedHashes }: Pick<Crypto, "keyedHashes">,
  text: string,
  given: string,
): boolean {
  return isOneOf(keyedHashes(text), given);
}

/** The id of a command made of a text: the one that it was given under, where that was before a new key was made. */
export function commandIdOf(
  crypto: Pick<Crypto, "keyedHashes" | "keyedHash">,
  prefix: string,
  text: string,
  wasGiven: (commandId: string) => boolean,
): string {
  const given = shortHashes(crypto, text).map((hash) => `${prefix}:${hash}`);
  return given.find(wasGiven) ?? `${prefix}:${shortHash(crypto, text)}`;
}

/** What is kept under a secret name: by today's key, else by the one before. */
export async function keptUnder<T>(
  names: readonly string[],
  find: (name: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const name of names) {
    const found = await find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isOneOf(expected: readonly string[], given: string): boolean {
  let isGood = false;
  for (const one of expected) isGood = sameSecret(one, given) || isGood;
  return isGood;
}

/** A personal value with a salt of its own. */
export function salted({ salt }: Pick<Crypto, "salt">, value: string): Personal {
  return { salt: salt(), value };
}

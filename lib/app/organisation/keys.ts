import { normalContact } from "../../domain/organisation/identity/contact.ts";
import { shortHash, shortHashes } from "../documents/ids.ts";
import type { Crypto } from "../ports/crypto.ts";

type Hashing = Pick<Crypto, "keyedHash">;
type Looking = Pick<Crypto, "keyedHashes">;

/** Keyed hash of a phone number or mail address in normal form, so that an index holds no personal value. */
export function contactKey(crypto: Hashing, contact: string): string {
  return hashed(crypto, normalContact(contact));
}

/** The key, and those that the installation's keys before make of it while they count: for reading. */
export function contactKeysInForce(crypto: Looking, contact: string): readonly string[] {
  return shortHashes(crypto, named(normalContact(contact)));
}

/**
 * The key, the one that was made of this spelling before there was a normal form, and both as the installation's key before
 * made them: for reading.
 */
export function contactKeys(crypto: Looking, contact: string): readonly string[] {
  const before = contact.includes("@")
    ? contact.trim().toLowerCase()
    : contact.replace(/^\+?86|[\s()-]/g, "");
  const spellings = [...new Set([normalContact(contact), before])];
  return [...new Set(spellings.flatMap((spelling) => shortHashes(crypto, named(spelling))))];
}

function hashed(crypto: Hashing, contact: string): string {
  return shortHash(crypto, named(contact));
}

function named(contact: string): string {
  return `contact:${contact}`;
}

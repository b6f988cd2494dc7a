import { normalContact } from "../../domain/organisation/identity/contact.ts";
import { shortHash } from "../documents/ids.ts";
import type { Crypto } from "../ports/crypto.ts";

type Hashing = Pick<Crypto, "keyedHash">;

/** Keyed hash of a phone number or mail address in normal form, so that an index holds no personal value. */
export function contactKey(crypto: Hashing, contact: string): string {
  return hashed(crypto, normalContact(contact));
}

/** The key, and the one that was made of this spelling before there was a normal form: for reading. */
export function contactKeys(crypto: Hashing, contact: string): readonly string[] {
  const before = contact.includes("@")
    ? contact.trim().toLowerCase()
    : contact.replace(/^\+?86|[\s()-]/g, "");
  return [...new Set([contactKey(crypto, contact), hashed(crypto, before)])];
}

function hashed(crypto: Hashing, contact: string): string {
  return shortHash(crypto, `contact:${contact}`);
}

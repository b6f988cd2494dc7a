import type { Personal } from "../../domain/document/personal.ts";
import type { Crypto } from "../ports/crypto.ts";

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

/** A personal value with a salt of its own. */
export function salted({ salt }: Pick<Crypto, "salt">, value: string): Personal {
  return { salt: salt(), value };
}

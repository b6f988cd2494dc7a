import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

/** Thrown for what cannot have come from WeChat. */
export class NotFromWechat extends Error {
  override readonly name = "NotFromWechat";
}

/** WeChat pads to 32 bytes, not to AES's 16. */
const BLOCK = 32;
const NONCE = 16;
const HEAD = NONCE + 4;

/** SHA-1 over the sorted parts, hex: token, timestamp and nonce, with the cipher text in encrypted mode. */
export function signatureOf(parts: readonly string[]): string {
  return createHash("sha1").update(parts.toSorted().join(""), "utf8").digest("hex");
}

/** Compares in constant time. */
export function isSigned(parts: readonly string[], given: string): boolean {
  const expected = Buffer.from(signatureOf(parts));
  const bytes = Buffer.from(given.toLowerCase());
  return bytes.byteLength === expected.byteLength && timingSafeEqual(bytes, expected);
}

/** The text in a cipher text that is meant for this account. Throws NotFromWechat. */
export function decrypted(cipherText: string, aesKey: string, appId: string): string {
  const plain = unpadded(deciphered(cipherText, keyOf(aesKey)));
  if (plain.byteLength < HEAD) throw new NotFromWechat("too short");
  const length = plain.readUInt32BE(NONCE);
  if (HEAD + length > plain.byteLength) throw new NotFromWechat("a length beyond its end");
  if (plain.subarray(HEAD + length).toString("utf8") !== appId)
    throw new NotFromWechat("for another account");
  return plain.subarray(HEAD, HEAD + length).toString("utf8");
}

/** `nonce`: 16 characters nobody can guess. */
export function encrypted(text: string, aesKey: string, appId: string, nonce: string): string {
  const key = keyOf(aesKey);
  const bytes = Buffer.from(text, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.byteLength);
  const plain = Buffer.concat([
    Buffer.from(nonce.slice(0, NONCE).padEnd(NONCE, "0")),
    length,
    bytes,
    Buffer.from(appId),
  ]);
  const pad = BLOCK - (plain.byteLength % BLOCK);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.alloc(pad, pad)),
    cipher.final(),
  ]).toString("base64");
}

function keyOf(aesKey: string): Buffer {
  return Buffer.from(`${aesKey}=`, "base64");
}

function deciphered(cipherText: string, key: Buffer): Buffer {
  try {
    const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([decipher.update(cipherText, "base64"), decipher.final()]);
  } catch (cause) {
    throw new NotFromWechat("no cipher text", { cause });
  }
}

function unpadded(plain: Buffer): Buffer {
  const pad = plain.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK || pad > plain.byteLength) throw new NotFromWechat("bad padding");
  return plain.subarray(0, plain.byteLength - pad);
}

import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Sha256 } from "../../../lib/adapters/runtime/sha256.ts";

const bytes = fc.uint8Array({ maxLength: 200 });
/** As the SDK gives it: a secret, or bytes that may be a window of a larger buffer. */
const secret = fc.oneof(
  fc.constant(undefined),
  fc.string(),
  bytes,
  bytes.map(({ buffer, byteOffset, byteLength }) => buffer.slice(byteOffset, byteOffset + byteLength)),
  fc.tuple(bytes, fc.nat(20)).map(([whole, from]) => whole.subarray(Math.min(from, whole.length))),
);

test("is Node's own SHA-256 and HMAC for every secret, whatever the pieces, and again with the same secret", async () => {
  const node = (key: Uint8Array | ArrayBuffer | string | undefined, parts: readonly Uint8Array[]) => {
    const own =
      key === undefined
        ? createHash("sha256")
        : createHmac("sha256", key instanceof ArrayBuffer ? new Uint8Array(key) : key);
    for (const part of parts) own.update(part);
    return own.digest("hex");
  };
  await fc.assert(
    fc.asyncProperty(secret, fc.array(bytes, { maxLength: 3 }), bytes, async (key, parts, other) => {
      const made = new Sha256(key);
      for (const part of parts) made.update(part);
      expect(Buffer.from(await made.digest()).toString("hex")).toBe(node(key, parts));
      made.reset();
      made.update(other);
      expect(Buffer.from(await made.digest()).toString("hex")).toBe(node(key, [other]));
      const again = new Sha256(key);
      again.update(other);
      expect(Buffer.from(await again.digest()).toString("hex")).toBe(node(key, [other]));
    }),
  );
});

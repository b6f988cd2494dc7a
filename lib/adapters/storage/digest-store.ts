import { createHash } from "node:crypto";
import * as z from "zod";
import type { DigestStore } from "../../app/ports/digests.ts";
import type { ObjectStore } from "../../app/ports/storage.ts";
import { type Head, type HeadDigest, vouchedKinds } from "../../domain/digest/digest.ts";

const instant = z.iso.datetime();

const head: z.ZodType<Head> = z.strictObject({
  kind: z.enum(vouchedKinds),
  id: z.string().min(1),
  label: z.string(),
  seq: z.int(),
  hash: z.string().min(1),
});

const digestSchema: z.ZodType<HeadDigest> = z.strictObject({
  number: z.int().positive(),
  at: instant,
  previous: z.string().exactOptional(),
  until: z.record(z.string(), instant),
  filesUntil: instant.exactOptional(),
  heads: z.array(head),
});

const PREFIX = "heads/";
const FAR = "9999-12-31T00:00:00Z";
const AT_MOST = 1_000_000;

/** Digests as objects of a bucket that locks what is written; the number is the address, so none can be written twice. */
export function digestStore(objects: ObjectStore): DigestStore {
  const keyOf = (number: number) => `${PREFIX}${String(number).padStart(8, "0")}.json`;
  return {
    async numbers() {
      const found = await objects.listOlderThan(PREFIX, FAR, AT_MOST);
      return found
        .map(({ key }) => Number(/^heads\/(\d{8})\.json$/.exec(key)?.[1]))
        .filter((number) => number > 0)
        .toSorted((a, b) => a - b);
    },
    async read(number) {
      const body = await objects.get(keyOf(number));
      if (body === undefined) return undefined;
      const digest = parsed(body);
      const sha256 = createHash("sha256").update(body).digest("hex");
      return digest?.number === number ? { digest, sha256 } : undefined;
    },
    add: (digest) =>
      objects.add(keyOf(digest.number), Buffer.from(JSON.stringify(digest)), "application/json"),
  };
}

function parsed(body: Uint8Array): HeadDigest | undefined {
  try {
    return digestSchema.safeParse(JSON.parse(Buffer.from(body).toString("utf8"))).data;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

import { createHash } from "node:crypto";
import type { CrossOriginRule, ObjectEngine } from "../../../infra/local/contract.ts";
import { AwsError } from "../../../infra/local/services/http/wire.ts";
import { createdEvent } from "../../../infra/local/services/s3/notification.ts";
import {
  crc32Base64,
  type ListedStoredObject,
  lockedUntilHeader,
  type NewObject,
  type ObjectHead,
  type StoredObject,
} from "../../../infra/local/services/s3/object-store.ts";
import { numberedIds } from "./queues.ts";

type Bucket = Parameters<ObjectEngine["defineBucket"]>[0];

const byBytes = (a: { readonly key: string }, b: { readonly key: string }) =>
  Buffer.compare(Buffer.from(a.key), Buffer.from(b.key));

/** S3 in memory: strongly consistent, with notifications to queues and locks by date. */
export class MemoryObjects implements ObjectEngine {
  readonly #buckets = new Map<string, { bucket: Bucket; readonly objects: Map<string, StoredObject> }>();
  readonly #now: () => number;
  readonly #notify: (queueArn: string, body: string) => void;
  readonly #requestId = numberedIds("53");
  #position = 0;

  constructor(now: () => number, notify: (queueArn: string, body: string) => void) {
    this.#now = now;
    this.#notify = notify;
  }

  crossOriginRules(name: string): readonly CrossOriginRule[] {
    return this.#buckets.get(name)?.bucket.crossOrigin ?? [];
  }

  defineBucket(bucket: Bucket): void {
    const known = this.#buckets.get(bucket.name);
    if (known === undefined) this.#buckets.set(bucket.name, { bucket, objects: new Map() });
    else known.bucket = bucket;
  }

  put(bucket: string, key: string, body: Uint8Array, contentType = "application/octet-stream"): void {
    this.store(bucket, key, { body, headers: { "content-type": contentType }, metadata: {} });
  }

  store(name: string, key: string, object: NewObject): ObjectHead {
    const { bucket, objects } = this.#bucket(name);
    const before = objects.get(key);
    if (object.onlyNew === true && before !== undefined) {
      throw new AwsError(
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        412,
      );
    }
    const etag = createHash("md5").update(object.body).digest("hex");
    if (before !== undefined && before.etag !== etag) this.#refuseIfLocked(before);
    const { body, headers, metadata } = object;
    const at = this.#now();
    const stored = {
      key,
      size: body.length,
      etag,
      crc32: crc32Base64(body),
      lastModified: at,
      headers,
      metadata,
      body: Uint8Array.from(body),
    };
    objects.set(key, stored);
    this.#position += 1;
    const sequencer = this.#position.toString(16).toUpperCase().padStart(18, "0");
    for (const { queueArn, prefix } of bucket.notifications) {
      if (!key.startsWith(prefix)) continue;
      const event = {
        bucket: name,
        key,
        size: body.length,
        etag,
        sequencer,
        at,
        requestId: this.#requestId(),
      };
      this.#notify(queueArn, JSON.stringify(createdEvent(event)));
    }
    return stored;
  }

  get(bucket: string, key: string): { body: Uint8Array; contentType: string } | undefined {
    const found = this.find(bucket, key);
    if (found === undefined) return undefined;
    return { body: found.body, contentType: found.headers["content-type"] ?? "application/octet-stream" };
  }

  find(bucket: string, key: string): StoredObject | undefined {
    return this.#bucket(bucket).objects.get(key);
  }

  head(bucket: string, key: string): ObjectHead | undefined {
    return this.find(bucket, key);
  }

  remove(bucket: string, key: string): void {
    const { objects } = this.#bucket(bucket);
    const found = objects.get(key);
    if (found !== undefined) this.#refuseIfLocked(found);
    objects.delete(key);
  }

  list(bucket: string, prefix = "") {
    return this.page(bucket, { prefix, after: "", limit: -1 });
  }

  page(bucket: string, wish: { prefix: string; after: string; limit: number }): ListedStoredObject[] {
    const after = { key: wish.after };
    const found = [...this.#bucket(bucket).objects.values()]
      .filter((one) => one.key.startsWith(wish.prefix) && byBytes(one, after) > 0)
      .sort(byBytes);
    return wish.limit < 0 ? found : found.slice(0, wish.limit);
  }

  #refuseIfLocked({ headers }: ObjectHead): void {
    const until = headers[lockedUntilHeader];
    if (until === undefined || Date.parse(until) <= this.#now()) return;
    throw new AwsError("AccessDenied", "Access Denied because object protected by object lock.", 403);
  }

  #bucket(name: string) {
    const found = this.#buckets.get(name);
    if (found === undefined) throw new AwsError("NoSuchBucket", "The specified bucket does not exist", 404);
    return found;
  }
}

import { createHash, randomUUID } from "node:crypto";
import { crc32 } from "node:zlib";
import * as z from "zod";
import type { CrossOriginRule, ObjectEngine } from "../../contract.ts";
import { bytes, type Database, type DatabaseRow, integer, text } from "../database.ts";
import { AwsError } from "../http/wire.ts";
import { createdEvent } from "./notification.ts";

/** `position` counts puts: it orders events of one key. The body comes last, so that listings do not read it. */
const schema = `
  create table if not exists buckets (name text primary key, notifications text not null) strict;
  create table if not exists objects (
    position integer primary key autoincrement, bucket text not null references buckets (name),
    key text not null, size integer not null, etag text not null, crc32 text not null,
    last_modified integer not null, headers text not null, metadata text not null, body blob not null,
    unique (bucket, key)
  ) strict;
`;

/** Header of an object lock: the instant until which the object stays as it is. */
export const lockedUntilHeader = "x-amz-object-lock-retain-until-date";

const notificationsSchema = z.array(z.object({ queueArn: z.string(), prefix: z.string() }));
const strings = z.record(z.string(), z.string());

type Bucket = Parameters<ObjectEngine["defineBucket"]>[0];

export interface ObjectHead {
  readonly key: string;
  readonly size: number;
  /** Hex MD5, no quotes. */
  readonly etag: string;
  /** Base64, as `x-amz-checksum-crc32` carries it. */
  readonly crc32: string;
  /** Epoch milliseconds. */
  readonly lastModified: number;
  /** Lower-case names: content-type, cache-control … */
  readonly headers: Readonly<Record<string, string>>;
  /** Lower-case names without `x-amz-meta-`. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface StoredObject extends ObjectHead {
  readonly body: Uint8Array;
}

export interface NewObject {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  /** `If-None-Match: *`: refuse to replace. */
  readonly onlyNew?: boolean;
}

export interface ListedStoredObject {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly lastModified: number;
}

/** What `If-None-Match` and queues' failures look like to the caller is S3's; instants are the virtual clock's. */
export class S3Store implements ObjectEngine {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #notify: (queueArn: string, body: string) => void;
  readonly #activity: () => void;
  readonly #crossOrigin = new Map<string, readonly CrossOriginRule[]>();
  readonly #lockDays = new Map<string, number>();

  constructor(
    db: Database,
    now: () => number,
    notify: (queueArn: string, body: string) => void,
    activity: () => void,
  ) {
    this.#db = db;
    this.#now = now;
    this.#notify = notify;
    this.#activity = activity;
    db.define(schema);
  }

  defineBucket({ name, notifications, crossOrigin = [], lockDays }: Bucket): void {
    this.#crossOrigin.set(name, crossOrigin);
    if (lockDays === undefined) this.#lockDays.delete(name);
    else this.#lockDays.set(name, lockDays);
    this.#db.run(
      `insert into buckets values (?, ?)
       on conflict (name) do update set notifications = excluded.notifications`,
      name,
      JSON.stringify(notifications),
    );
  }

  /** Whose pages may ask this bucket for what. */
  crossOriginRules(bucket: string): readonly CrossOriginRule[] {
    return this.#crossOrigin.get(bucket) ?? [];
  }

  put(bucket: string, key: string, body: Uint8Array, contentType = "application/octet-stream"): void {
    this.store(bucket, key, { body, headers: { "content-type": contentType }, metadata: {} });
  }

  /** The object and its notifications are one transaction. Throws AwsError. */
  store(bucket: string, key: string, object: NewObject): ObjectHead {
    const head = this.#db.transaction(() => {
      const notifications = this.#notifications(bucket);
      if (object.onlyNew === true && this.head(bucket, key) !== undefined) {
        throw new AwsError(
          "PreconditionFailed",
          "At least one of the pre-conditions you specified did not hold",
          412,
        );
      }
      const now = this.#now();
      const etag = createHash("md5").update(object.body).digest("hex");
      if (this.head(bucket, key)?.etag !== etag) this.#refuseIfLocked(bucket, key);
      const row = this.#db.get(
        `insert or replace into objects (bucket, key, size, etag, crc32, last_modified, headers, metadata, body)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning position`,
        bucket,
        key,
        object.body.length,
        etag,
        crc32Base64(object.body),
        now,
        JSON.stringify(this.#locked(bucket, object.headers, now)),
        JSON.stringify(object.metadata),
        object.body,
      );
      if (row === undefined) throw new Error("an insert returns its row");
      const sequencer = integer(row, "position").toString(16).toUpperCase().padStart(18, "0");
      for (const { queueArn, prefix } of notifications) {
        if (!key.startsWith(prefix)) continue;
        const event = {
          bucket,
          key,
          size: object.body.length,
          etag,
          sequencer,
          at: now,
          requestId: randomUUID(),
        };
        this.#notify(queueArn, JSON.stringify(createdEvent(event)));
      }
      const stored = this.head(bucket, key);
      if (stored === undefined) throw new Error("an object just stored is there");
      return stored;
    });
    this.#activity();
    return head;
  }

  /** Headers with the bucket's own lock, where the object brings none. */
  #locked(bucket: string, headers: NewObject["headers"], now: number): NewObject["headers"] {
    const days = this.#lockDays.get(bucket);
    if (days === undefined || headers[lockedUntilHeader] !== undefined) return headers;
    return { ...headers, [lockedUntilHeader]: new Date(now + days * 86_400_000).toISOString() };
  }

  get(bucket: string, key: string): { body: Uint8Array; contentType: string } | undefined {
    const object = this.find(bucket, key);
    return object === undefined
      ? undefined
      : { body: object.body, contentType: object.headers["content-type"] ?? "application/octet-stream" };
  }

  find(bucket: string, key: string): StoredObject | undefined {
    this.#notifications(bucket);
    const row = this.#db.get("select * from objects where bucket = ? and key = ?", bucket, key);
    return row === undefined ? undefined : { ...headOf(row), body: bytes(row, "body") };
  }

  head(bucket: string, key: string): ObjectHead | undefined {
    this.#notifications(bucket);
    const row = this.#db.get(
      `select key, size, etag, crc32, last_modified, headers, metadata from objects
       where bucket = ? and key = ?`,
      bucket,
      key,
    );
    return row === undefined ? undefined : headOf(row);
  }

  /** Removing what is not there succeeds; `evenLocked` ends a lock that is a governance of ours. */
  remove(bucket: string, key: string, { evenLocked = false } = {}): void {
    if (!evenLocked) this.#refuseIfLocked(bucket, key);
    this.#db.run("delete from objects where bucket = ? and key = ?", bucket, key);
  }

  /** Stricter than S3, whose versions would keep the locked one behind a newer: here there are no versions. */
  #refuseIfLocked(bucket: string, key: string): void {
    const until = this.head(bucket, key)?.headers[lockedUntilHeader];
    if (until !== undefined && Date.parse(until) > this.#now()) {
      throw new AwsError("AccessDenied", "Access Denied because object protected by object lock.", 403);
    }
  }

  list(bucket: string, prefix = "") {
    return this.page(bucket, { prefix, after: "", limit: -1 });
  }

  /** Keys with the prefix after `after`, in the byte order of their UTF-8; `limit` -1: all. */
  page(
    bucket: string,
    { prefix, after, limit }: { prefix: string; after: string; limit: number },
  ): ListedStoredObject[] {
    this.#notifications(bucket);
    return this.#db
      .all(
        `select key, size, etag, last_modified from objects
         where bucket = ?1 and key >= ?2 and key > ?3 and substr(key, 1, length(?2)) = ?2
         order by key limit ?4`,
        bucket,
        prefix,
        after,
        limit,
      )
      .map((row) => ({
        key: text(row, "key"),
        size: integer(row, "size"),
        etag: text(row, "etag"),
        lastModified: integer(row, "last_modified"),
      }));
  }

  /** Throws AwsError NoSuchBucket. */
  #notifications(bucket: string): z.infer<typeof notificationsSchema> {
    const row = this.#db.get("select notifications from buckets where name = ?", bucket);
    if (row === undefined) throw new AwsError("NoSuchBucket", "The specified bucket does not exist", 404);
    return notificationsSchema.parse(JSON.parse(text(row, "notifications")));
  }
}

export function crc32Base64(body: Uint8Array): string {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return checksum.toString("base64");
}

function headOf(row: DatabaseRow): ObjectHead {
  return {
    key: text(row, "key"),
    size: integer(row, "size"),
    etag: text(row, "etag"),
    crc32: text(row, "crc32"),
    lastModified: integer(row, "last_modified"),
    headers: strings.parse(JSON.parse(text(row, "headers"))),
    metadata: strings.parse(JSON.parse(text(row, "metadata"))),
  };
}

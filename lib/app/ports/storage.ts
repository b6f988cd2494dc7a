import type { Temporal } from "temporal-polyfill";
import type { Instant } from "../../domain/time/instant.ts";

export interface ObjectStore {
  /** `lockedUntil`: until then nobody may change or delete what was written. */
  put(
    key: string,
    body: Uint8Array,
    contentType: string,
    options?: { readonly lockedUntil?: Instant },
  ): Promise<void>;
  /** Writes what nobody has written before; false if something stands there. */
  add(key: string, body: Uint8Array, contentType: string): Promise<boolean>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** `evenLocked`: what was written under a lock too, for good and with no version left. */
  remove(key: string, how?: { readonly evenLocked: true }): Promise<void>;
  /** Objects under a prefix last written before an instant, oldest first, at most `limit`. */
  listOlderThan(prefix: string, before: Instant, limit: number): Promise<readonly ListedObject[]>;
  /** A link that takes one file of exactly this type and size (bytes) for `seconds`. */
  presignPut(
    key: string,
    seconds: number,
    now: Temporal.Instant,
    file: { readonly contentType: string; readonly size: number },
  ): Promise<string>;
  /** A link that works for `seconds`. */
  presign(key: string, seconds: number, now: Temporal.Instant, downloadName: string): Promise<string>;
}

export interface ListedObject {
  readonly key: string;
  readonly writtenAt: Instant;
}

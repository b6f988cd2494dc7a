import type { ObjectStore } from "../../../lib/app/ports/storage.ts";
import type { Instant } from "../../../lib/domain/time/instant.ts";
import type { VirtualClock } from "./clock.ts";

export class MemoryObjects implements ObjectStore {
  readonly items = new Map<string, { readonly body: Uint8Array; readonly at: Instant }>();
  readonly #clock: VirtualClock;
  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }
  async put(
    key: string,
    body: Uint8Array,
    _type = "",
    { lockedUntil }: { readonly lockedUntil?: Instant } = {},
  ) {
    const locked = this.locks.get(key);
    if (
      locked !== undefined &&
      locked > this.#clock.text() &&
      this.items.get(key)?.body.join() !== body.join()
    )
      throw new Error(`${key} is locked until ${locked}`);
    this.items.set(key, { body, at: this.#clock.text() });
    if (lockedUntil !== undefined) this.locks.set(key, lockedUntil);
  }
  async add(key: string, body: Uint8Array) {
    if (this.items.has(key)) return false;
    await this.put(key, body);
    return true;
  }
  readonly locks = new Map<string, Instant>();
  async get(key: string) {
    return this.items.get(key)?.body;
  }
  async remove(key: string, how?: { readonly evenLocked: true }) {
    const locked = this.locks.get(key);
    if (locked !== undefined && locked > this.#clock.text() && how === undefined)
      throw new Error(`${key} is locked until ${locked}`);
    this.locks.delete(key);
    this.items.delete(key);
  }
  async listOlderThan(prefix: string, before: Instant, limit: number) {
    const old = [...this.items].filter(([key, { at }]) => key.startsWith(prefix) && at < before);
    return old
      .sort(([, a], [, b]) => a.at.localeCompare(b.at))
      .map(([key, { at }]) => ({ key, writtenAt: at }))
      .slice(0, limit);
  }
  async presign(key: string, seconds: number, _now: unknown, downloadName: string) {
    return `https://files.example/${key}?seconds=${seconds}&name=${downloadName}`;
  }
  async presignPut(key: string, seconds: number, _now: unknown, file: { contentType: string; size: number }) {
    return `https://files.example/${key}?seconds=${seconds}&type=${file.contentType}&size=${file.size}`;
  }
}

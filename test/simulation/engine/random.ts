import { createHash } from "node:crypto";

/** A source of chance with a name: the same name gives the same course, whatever other sources did meanwhile. */
export class Random {
  readonly #name: string;
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(name: string) {
    this.#name = name;
    const seed = createHash("sha256").update(name).digest();
    this.#a = seed.readUInt32LE(0);
    this.#b = seed.readUInt32LE(4);
    this.#c = seed.readUInt32LE(8);
    this.#d = seed.readUInt32LE(12) | 1;
  }

  /** A source of its own for a part: taking one away leaves the others as they are. */
  fork(part: string | number): Random {
    return new Random(`${this.#name}/${part}`);
  }

  /** 32 random bits (sfc32). */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }

  /** 0 ≤ x < 1. */
  unit(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError("nothing to pick from");
    return list[this.int(0, list.length - 1)] as T;
  }

  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = this.unit() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [one, weight] of list) {
      left -= weight;
      if (left < 0) return one;
    }
    return (list.at(-1) as readonly [T, number])[0];
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    for (let at = left.length - 1; at > 0; at -= 1) {
      const other = this.int(0, at);
      [left[at], left[other]] = [left[other] as T, left[at] as T];
    }
    return left;
  }

  /** Most often short, seldom long: an exponential span with this mean. */
  span(mean: number): number {
    return -Math.log(1 - this.unit()) * mean;
  }

  bytes(size: number): Uint8Array {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 1) bytes[at] = this.bits() & 0xff;
    return bytes;
  }

  uuid(): string {
    const hex = Buffer.from(this.bytes(16)).toString("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

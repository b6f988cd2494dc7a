import { AsyncLocalStorage } from "node:async_hooks";
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import zlib, { type ZlibOptions } from "node:zlib";
import type { Random } from "./random.ts";
import type { Event, Time } from "./time.ts";

// The functions' logger writes to the console, where it can be read, instead of past it; it looks when it is made.
process.env["POWERTOOLS_DEV"] = "true";

/** Who owns the code that runs at the moment: its clock may be wrong, and its timers end with it. */
export interface Owner {
  /** Milliseconds that its clock is ahead. */
  readonly skew: number;
  /** One more timer waits, or one less. */
  slept(by: 1 | -1): void;
  readonly isDead: boolean;
  /** A call to somebody outside, let through when the seed says. */
  outside<T>(answer: () => T): Promise<T>;
}

export const owners = new AsyncLocalStorage<Owner>();

const real = {
  Date: globalThis.Date,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setImmediate: globalThis.setImmediate,
  now: () => performance.now(),
  write: process.stdout.write.bind(process.stdout),
};

/** The process's own clock, timers and output: the simulation's pace is none of the simulated company's. */
export const realWorld = real;

/** All promises that can go on have gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => real.setImmediate(resolve));
}

/** What others than AWS answer: an address, and what is sent there. */
export type Outside = (
  url: URL,
  body: string | undefined,
  headers: Readonly<Record<string, string>>,
) => object;

interface Current {
  readonly time: Time;
  readonly random: Random;
  readonly outside: Outside;
}
let current: Current | undefined;

/**
 * Puts virtual time and seeded chance behind everything by which a library could learn the real ones: Date, timers,
 * Math.random, node:crypto. For this process; the newest call counts.
 */
export function simulateGlobals(time: Time, random: Random, outside: Outside): void {
  const isFirst = current === undefined;
  current = { time, random, outside };
  if (!isFirst) return;
  const now = () => (current as Current).time.now + (owners.getStore()?.skew ?? 0);
  class VirtualDate extends real.Date {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(now());
      else super(...(given as [string]));
    }
    static override now(): number {
      return now();
    }
  }
  globalThis.Date = VirtualDate as DateConstructor;
  Math.random = () => (current as Current).random.unit();
  const replaced = crypto as unknown as Record<string, unknown>;
  replaced["randomUUID"] = () => (current as Current).random.uuid();
  replaced["randomBytes"] = (size: number) => Buffer.from((current as Current).random.bytes(size));
  replaced["randomFillSync"] = (array: Uint8Array) => fill(array);
  // The same form, packed less tightly: packing well is a twentieth of a run, and its size is nobody's concern here.
  const { deflateRawSync } = zlib;
  zlib.deflateRawSync = (data, options?: ZlibOptions) => deflateRawSync(data, { ...options, level: 1 });
  syncBuiltinESMExports();
  globalThis.crypto.randomUUID = () =>
    (current as Current).random.uuid() as ReturnType<typeof crypto.randomUUID>;
  globalThis.crypto.getRandomValues = ((array: Uint8Array) => fill(array)) as typeof crypto.getRandomValues;
  globalThis.fetch = virtualFetch as typeof fetch;
  globalThis.setTimeout = virtualTimeout as unknown as typeof setTimeout;
  globalThis.clearTimeout = (timer: unknown) => {
    if (timer instanceof VirtualTimer) timer.cancel();
  };
}

function fill<T extends ArrayBufferView>(array: T): T {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  bytes.set((current as Current).random.bytes(bytes.length));
  return array;
}

class VirtualTimer {
  readonly #owner: Owner | undefined;
  #event: Event | undefined;

  constructor(run: () => void, milliseconds: number) {
    const owner = owners.getStore();
    this.#owner = owner;
    owner?.slept(1);
    // As Node does it: a timer takes a millisecond at least, or who waits for a while in small steps would wait for ever.
    const delay = Math.max(1, Math.trunc(milliseconds));
    this.#event = (current as Current).time.after(delay, () => {
      if (this.#event === undefined) return;
      this.#event = undefined;
      owner?.slept(-1);
      if (owner?.isDead !== true) run();
    });
  }

  cancel(): void {
    if (this.#event === undefined) return;
    this.#event.cancelled = true;
    this.#event = undefined;
    this.#owner?.slept(-1);
  }

  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return false;
  }
  [Symbol.toPrimitive](): number {
    return 0;
  }
}

function virtualTimeout(
  run: (...args: unknown[]) => void,
  milliseconds = 0,
  ...args: unknown[]
): VirtualTimer {
  return new VirtualTimer(() => run(...args), milliseconds);
}

/** Nothing leaves the process: whoever the product calls beside AWS is simulated, too. */
async function virtualFetch(
  address: string,
  {
    body,
    headers = {},
  }: { readonly body?: string; readonly headers?: Readonly<Record<string, string>> } = {},
) {
  const owner = owners.getStore();
  if (owner === undefined) throw new Error(`${address} is called by nobody`);
  const answer = await owner.outside(() => (current as Current).outside(new URL(address), body, headers));
  const { status = 200 } = answer as { readonly status?: number };
  return { ok: status < 300, status, json: async () => answer };
}

const levels = ["log", "info", "warn", "error", "debug", "trace"] as const;

/** Takes what is logged from here on; gives back the way to stop. */
export function captureLogs(take: (line: string) => void): () => void {
  const before = Object.fromEntries(levels.map((level) => [level, console[level]]));
  for (const level of levels) console[level] = (...said: unknown[]) => take(said.map(String).join(" "));
  return () => Object.assign(console, before);
}

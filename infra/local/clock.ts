import type { VirtualClock } from "./contract.ts";

/** Where the clock keeps its instant (epoch milliseconds) over a restart. */
export interface ClockStore {
  load(): number | undefined;
  /** Returns when the instant is on disk. */
  save(instant: number): void;
}

/** Opens the virtual clock at its stored instant, or at `startAt` (epoch milliseconds) when it has none. */
export function openClock(store: ClockStore, startAt: number): VirtualClock {
  const shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(shared);
  const now = () => Number(Atomics.load(cell, 0));
  const write = (instant: number) => {
    if (!Number.isSafeInteger(instant)) throw new RangeError(`not an instant in milliseconds: ${instant}`);
    // On disk first: whoever sees the new instant may act on it, and a restart must not fall behind that.
    store.save(instant);
    Atomics.store(cell, 0, BigInt(instant));
  };
  const stored = store.load();
  if (stored === undefined) write(startAt);
  else Atomics.store(cell, 0, BigInt(stored));
  return {
    shared,
    now,
    set: (instant) => {
      if (instant < now()) {
        throw new RangeError(
          `the virtual clock moves forward only: ${new Date(instant).toISOString()} is before ${new Date(now()).toISOString()}`,
        );
      }
      if (instant > now()) write(instant);
    },
  };
}

import type { CallCount, RecordedCall } from "../contract.ts";

/** Newest calls kept in full; the counts go on beyond. */
const keep = 2_000;

/** Every call since the start: the newest in full, all of them counted. */
export class RecordedCalls {
  #calls: RecordedCall[] = [];
  readonly #counts = new Map<string, { call: RecordedCall; count: number; denied: number }>();

  add(call: RecordedCall, denied: boolean): void {
    this.#calls.push(call);
    // Cut rarely and by half, so that adding stays cheap.
    if (this.#calls.length >= 2 * keep) this.#calls = this.#calls.slice(-keep);
    const key = `${call.keyId} ${call.service}:${call.operation}`;
    const entry = this.#counts.get(key) ?? { call, count: 0, denied: 0 };
    entry.count += 1;
    if (denied) entry.denied += 1;
    this.#counts.set(key, entry);
  }

  calls(): readonly RecordedCall[] {
    return this.#calls.slice(-keep);
  }

  counts(): readonly CallCount[] {
    return [...this.#counts.values()].map(({ call: { keyId, service, operation }, count, denied }) => ({
      keyId,
      service,
      operation,
      count,
      denied,
    }));
  }
}

import type { Delayed, Outgoing } from "../../../lib/app/ports/queues.ts";
import { type Instant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import type { VirtualClock } from "./clock.ts";
import { stored } from "./stored.ts";

/** A queue with delays; messages stay until they are taken. */
export class MemoryQueue<T> implements Outgoing<T> {
  waiting: { readonly message: T; readonly from: Instant }[] = [];
  readonly #clock: VirtualClock;
  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }
  async send(message: T, { delaySeconds = 0 }: { readonly delaySeconds?: number } = {}) {
    if (delaySeconds < 0 || delaySeconds > 900 || !Number.isInteger(delaySeconds)) {
      throw new RangeError(`SQS takes a delay of 0 to 900 whole seconds, not ${delaySeconds}`);
    }
    this.waiting.push({ message: stored(message), from: plusSeconds(this.#clock.text(), delaySeconds) });
  }
  async sendAll(messages: readonly T[]) {
    for (const message of messages) await this.send(message);
  }
  async sendDelayed(messages: readonly Delayed<T>[]) {
    for (const { message, delaySeconds } of messages) await this.send(message, { delaySeconds });
  }
  /** Takes every message that may be delivered now. */
  take(): T[] {
    const now = this.#clock.text();
    const due = this.waiting.filter(({ from }) => from <= now);
    this.waiting = this.waiting.filter(({ from }) => from > now);
    return due.map(({ message }) => message);
  }
}

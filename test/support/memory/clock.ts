import { type TimeSource } from "../../../lib/app/ports/clock.ts";
import { fromInstant, type Instant, plusSeconds, toInstant } from "../../../lib/domain/time/instant.ts";

/** A clock that stands until it is moved. */
export class VirtualClock implements TimeSource {
  #now: Instant;
  constructor(now: Instant) {
    this.#now = now;
  }
  now() {
    return fromInstant(this.#now);
  }
  text(): Instant {
    return toInstant(this.now());
  }
  set(now: Instant): void {
    if (now < this.#now) throw new RangeError(`the clock does not go back from ${this.#now} to ${now}`);
    this.#now = now;
  }
  advance(seconds: number): void {
    this.set(plusSeconds(this.#now, seconds));
  }
}

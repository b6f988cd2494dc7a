import { type AlarmMessage } from "../../../lib/app/ports/queues.ts";
import { ThrottledError, type Timers } from "../../../lib/app/ports/timers.ts";
import { type Instant } from "../../../lib/domain/time/instant.ts";

export class MemoryTimers implements Timers {
  readonly items = new Map<string, { readonly at: Instant; readonly message: AlarmMessage }>();
  calls = 0;
  refused = 0;
  /** How many schedules may be made from now on; the next ones are throttled. */
  budget = Number.POSITIVE_INFINITY;
  async schedule(name: string, at: Instant, message: AlarmMessage) {
    if (name.length > 64) throw new RangeError("schedule names have at most 64 characters");
    this.calls += 1;
    if (this.calls > this.budget) {
      this.refused += 1;
      throw new ThrottledError(name);
    }
    this.items.set(name, { at, message });
  }
  async unschedule(name: string) {
    this.items.delete(name);
  }
}
